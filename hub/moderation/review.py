"""The page on which a reviewer reads what was submitted and decides."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.models import TaskState

from hub.admin_screens import Screen
from hub.moderation.approval import APPROVE, SEND_BACK, EditorsApproval
from hub.moderation.comparing import differences
from hub.moderation.notices import about, page_of


class OfReviewer(View):
    """Finds what was submitted, for those who may decide on it."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        state = TaskState.objects.select_related("workflow_state__requested_by", "finished_by")
        self.task_state = get_object_or_404(state, pk=kwargs["pk"])
        self.task = self.task_state.task.specific
        self.page = page_of(self.task_state.workflow_state)
        if not isinstance(self.task, EditorsApproval) or self.page is None:
            raise Http404

    def dispatch(self, request, *args, **kwargs):
        if not self.task.may_decide(request.user):
            raise PermissionDenied
        if self.task_state.status != TaskState.STATUS_IN_PROGRESS:
            return self.already_decided()
        return super().dispatch(request, *args, **kwargs)

    def already_decided(self):
        """Say who was quicker."""
        person = self.task_state.finished_by
        said = {
            "title": self.page.get_admin_display_title(),
            "outcome": self.task_state.get_status_display().lower(),
            "person": get_user_display_name(person) if person else "–",
        }
        text = _("“%(title)s” no longer waits. It was decided before: %(outcome)s (%(person)s).")
        messages.info(self.request, text % said)
        return redirect("wagtailadmin_home")

    @cached_property
    def draft(self):
        """The newest version, which an approval would publish."""
        return self.page.get_latest_revision_as_object()


class ReviewedPageView(OfReviewer):
    """The page as readers would see it, also for reviewers who may not open its editor."""

    def get(self, request, *args, **kwargs):
        return self.draft.make_preview_request(request, self.draft.default_preview_mode)


class ReviewView(OfReviewer, Screen, TemplateView):
    """Shows who submitted what and what changes for readers; takes the decision and the comment."""

    template_name = "hub/moderation/review.html"
    page_title = gettext_lazy("Review")
    header_icon = "clipboard-list"

    def post(self, request, *args, **kwargs):
        action = SEND_BACK if "send-back" in request.POST else APPROVE
        form = self.task.get_form_for_action(action)(request.POST)
        newest = str(self.page.latest_revision_id)
        if request.POST.get("revision") != newest:
            messages.warning(
                request, _("It was changed while you were reading: look once more, then decide.")
            )
        elif form.is_valid():
            self.task.on_action(self.task_state, request.user, action, **form.cleaned_data)
            return self.decided(action)
        return self.render_to_response(self.get_context_data(form=form))

    def decided(self, action):
        """Say what happens now, and go back to the desk."""
        title = {"title": self.draft.get_admin_display_title()}
        if action == SEND_BACK:
            text = _("“%(title)s” was sent back. The author gets your comment in a letter.")
        else:
            text = _("“%(title)s” is approved.")
        messages.success(self.request, text % title)
        return redirect("wagtailadmin_home")

    def get_page_subtitle(self):
        return self.draft.get_admin_display_title()

    def get_context_data(self, **kwargs):
        author = self.task_state.workflow_state.requested_by
        kwargs.setdefault("form", self.task.get_form_for_action(APPROVE)())
        return super().get_context_data(
            **about(self.page),
            author=author,
            submitted_at=self.task_state.started_at,
            waits=self.task.where_it_waits(author),
            is_fallen=self.task.falls_to_coordinators(author),
            revision=self.page.latest_revision_id,
            comparison=self.changes_for_readers(),
            may_edit=self.page.permissions_for_user(self.request.user).can_edit(),
            preview_url=reverse("reviewed_page", args=[self.task_state.pk]),
            **kwargs,
        )

    def changes_for_readers(self) -> list:
        """What differs from the public page; of a new page everything is new."""
        public = self.page.specific
        return differences(public, public, self.draft, self.request) if public.live else []

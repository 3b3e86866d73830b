"""The page on which the second of two editors sees what the other changed, and chooses."""

from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages

from hub.admin_screens import Screen
from hub.moderation.comparing import differences
from hub.moderation.held_changes import ONLY_OTHERS, HeldChange, joined, who_changed

_CHOICES = ("mine", "theirs")


class HeldChangeView(Screen, TemplateView):
    """Field by field: what differs, who changed it, and which of the two is to stand."""

    template_name = "hub/moderation/held_change.html"
    page_title = gettext_lazy("Saved at the same time")
    header_icon = "warning"

    def dispatch(self, request, *args, **kwargs):
        own = HeldChange.objects.filter(user=request.user).select_related("page")
        self.held = get_object_or_404(own, pk=kwargs["pk"])
        self.page = self.held.page.specific
        lock = self.page.get_lock()
        if not self.page.permissions_for_user(request.user).can_edit():
            raise Http404
        if lock and lock.for_user(request.user):
            messages.warning(request, lock.get_message(request.user))
            return redirect("wagtailadmin_home")
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def newest(self):
        return self.page.get_latest_revision()

    def post(self, request, *args, **kwargs):
        if request.POST.get("revision") != str(self.newest.pk):
            messages.warning(request, _("It was saved once more meanwhile: choose anew."))
            return redirect("held_change", self.held.pk)
        chosen = {
            name.removeprefix("field-"): choice
            for name, choice in request.POST.items()
            if name.startswith("field-") and choice in _CHOICES
        }
        self.save(chosen)
        messages.success(
            request, _("What you chose is saved as a draft. Both versions are in the history.")
        )
        return redirect("wagtailadmin_pages:edit", self.page.pk)

    @transaction.atomic
    def save(self, chosen: dict[str, str]) -> None:
        """Write the own version into the history, and then the chosen one as the newest."""
        content = joined(self.held, self.newest.content, chosen)
        for version in (self.held.content, content):
            page = self.page.with_content_json(version)
            page.save_revision(user=self.request.user, log_action=True, clean=False)
        self.held.delete()

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_context_data(self, **kwargs):
        theirs = self.newest.as_object()
        mine = self.page.with_content_json(self.held.content)
        return super().get_context_data(
            other=self.newest.user,
            saved_at=self.newest.created_at,
            revision=self.newest.pk,
            page=self.page,
            fields=[self.field(c) for c in differences(self.page, theirs, mine, self.request)],
            **kwargs,
        )

    def field(self, comparison) -> dict:
        """A field that differs, and which of the two versions is proposed."""
        name = getattr(comparison.field, "related_name", None) or comparison.field.name
        whose = who_changed(name, self.held.content, self.newest.content, self.held.begun_from)
        proposed = "theirs" if whose == ONLY_OTHERS else "mine"
        return {"name": name, "comparison": comparison, "whose": whose, "proposed": proposed}

"""What moderation adds to the admin."""

from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel
from wagtail.admin.widgets.button import Button
from wagtail.models import WorkflowState

from hub.moderation.approval import EditorsApproval
from hub.moderation.choosing import HeldChangeView
from hub.moderation.held_changes import HeldChange
from hub.moderation.lock_views import LockReasonView
from hub.moderation.locks import with_reasons
from hub.moderation.preview_views import MADE, REVOKED, PreviewLinksView
from hub.moderation.review import ReviewedPageView, ReviewView
from hub.moderation.waiting import WaitingPanel


@hooks.register("register_admin_urls")
def moderation_addresses():
    links = PreviewLinksView.as_view()
    return [
        path("review/<int:pk>/", ReviewView.as_view(), name="review"),
        path("review/<int:pk>/page/", ReviewedPageView.as_view(), name="reviewed_page"),
        path("pages/<int:pk>/preview-links/", links, name="preview_links"),
        path("pages/<int:pk>/lock-reason/", LockReasonView.as_view(), name="lock_reason"),
        path("held/<int:pk>/", HeldChangeView.as_view(), name="held_change"),
    ]


@hooks.register("before_edit_page")
def say_that_changes_are_held(request, page):
    """Whoever left without choosing finds the way back."""
    if request.method != "GET":
        return
    held = HeldChange.objects.filter(page=page.pk, user=request.user).first()
    if held:
        text = _("You wrote something here that is not saved, since another saved meanwhile.")
        button = messages.button(reverse("held_change", args=[held.pk]), _("Choose"))
        messages.warning(request, text, buttons=[button])


@hooks.register("construct_explorer_page_queryset")
def say_why_pages_are_locked(parent_page, pages, request):
    return with_reasons(pages)


@hooks.register("register_page_header_buttons")
def private_preview_button(page, user, view_name, next_url=None):
    if page.permissions_for_user(user).can_edit():
        address = reverse("preview_links", args=[page.pk])
        yield Button(_("Private preview"), address, icon_name="view", priority=62)


@hooks.register("construct_homepage_panels")
def lead_to_where_it_is_decided(request, panels):
    for number, panel in enumerate(panels):
        if type(panel) is WorkflowObjectsToModeratePanel:
            panels[number] = WaitingPanel()


@hooks.register("register_log_actions")
def what_the_history_says(actions):
    actions.register_action(
        MADE, gettext_lazy("Make a private link"), gettext_lazy("A private link was made")
    )
    actions.register_action(
        REVOKED, gettext_lazy("Revoke a private link"), gettext_lazy("A private link was revoked")
    )


@hooks.register("before_edit_page")
def say_why_it_was_sent_back(request, page):
    """The reviewer's comment stands above the form until the page is submitted again."""
    state = page.current_workflow_state if request.method == "GET" else None
    if state is None or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return
    decision = state.current_task_state
    person = decision.finished_by
    messages.warning(
        request,
        format_html(
            "<b>{}</b> {}",
            _("%(name)s asks for a change:") % {"name": get_user_display_name(person)}
            if person
            else _("Asked to be changed:"),
            decision.comment,
        ),
    )


@hooks.register("before_edit_page")
def lead_reviewers_to_the_decision(request, page):
    """Whoever opens what waits for them finds where to decide."""
    state = page.current_workflow_task_state if request.method == "GET" else None
    task = state and state.task.specific
    if isinstance(task, EditorsApproval) and task.may_decide(request.user):
        button = messages.button(reverse("review", args=[state.pk]), _("Read and decide"))
        messages.info(request, _("This page waits for your decision."), buttons=[button])


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def say_for_whom_it_waits(request, page):
    """Whoever submits hears at once if no editor is left to decide."""
    if not request.POST.keys() & {"action-submit", "action-restart-workflow"}:
        return
    task = page.current_workflow_task
    if isinstance(task, EditorsApproval) and task.falls_to_coordinators(request.user):
        messages.warning(request, task.where_it_waits(request.user))

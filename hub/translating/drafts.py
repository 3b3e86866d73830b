"""Brings a translated page into moderation from the editor of translations."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.models import Page, WorkflowState
from wagtail_localize.models import Translation

from hub.moderation.approval import EditorsApproval
from hub.translating.rights import of_own_translation, versions_of


@require_POST
@of_own_translation
def save_draft(request, translation_id):
    """Save what is translated as the page's newest draft; with `submit`, submit it as well."""
    translation = Translation.objects.select_related("source", "target_locale").get(
        pk=translation_id
    )
    _original, page = versions_of(translation)
    is_to_submit = "submit" in request.POST
    if not isinstance(page, Page) or (is_to_submit and not may_submit(request.user, page)):
        raise PermissionDenied
    try:
        with transaction.atomic():
            translation.save_target(user=request.user, publish=False)
            page.refresh_from_db()
            if is_to_submit:
                _submit(page, request.user)
    except ValidationError:
        messages.error(request, _("Some translations cannot be saved; they are marked below."))
    else:
        messages.success(request, _said(page, request.user, is_to_submit))
    return redirect("wagtailadmin_pages:edit", page.pk)


def may_submit(user, page: Page) -> bool:
    """Whether there is somebody to submit the page to, and it does not wait already."""
    return (
        page.permissions_for_user(user).can_submit_for_moderation()
        and page.get_workflow() is not None
        and not _waits(page)
    )


def _waits(page: Page) -> bool:
    state = page.current_workflow_state
    return state is not None and state.status == WorkflowState.STATUS_IN_PROGRESS


def _submit(page: Page, user) -> None:
    state = page.current_workflow_state
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(user)
    else:
        page.get_workflow().start(page, user)


def _said(page: Page, user, is_submitted: bool) -> str:
    if not is_submitted:
        return _("The draft is saved.")
    task = page.current_workflow_task
    if isinstance(task, EditorsApproval):
        return task.where_it_waits(user)
    return _("The translation is submitted.")

"""Letters about what was submitted and decided, to those whom it concerns and who may see it."""

from django.dispatch import receiver
from django.urls import reverse
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected
from wagtail.users.models import UserProfile

from hub.letters import send_letter
from hub.moderation.approval import EditorsApproval, active_coordinators
from hub.moderation.fallback import CoordinatorCalled
from hub.navigation import HOME_DEPTH

# Wagtail's notifiers connect under these names after us, and a name is taken once: so each letter
# is written once, in the hub's words, and only to those who may still open the page.
_APPROVED = "workflow_state_approved_email_notification"
_REJECTED = "workflow_state_rejected_email_notification"


def who_want(users, kind: str) -> list:
    """Those who have not switched off letters of that kind: submitted, approved or rejected."""
    return [
        user for user in users if getattr(UserProfile.get_for_user(user), f"{kind}_notifications")
    ]


def who_may_open(users, page: Page) -> list:
    """Those who can open the page in its editor."""
    return [user for user in users if page.permissions_for_user(user).can_edit()]


def about(page: Page) -> dict:
    """What every letter about a page says of it."""
    above = page.get_ancestors().filter(depth__gt=HOME_DEPTH + 1)
    return {
        "title": page.get_latest_revision_as_object().title,
        "kind": page.specific_class._meta.verbose_name,
        "place": " › ".join(above.values_list("title", flat=True)),
        "is_public": page.live,
        "edit_path": reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "page_url": page.full_url if page.live else "",
        "go_live_at": page.approved_schedule and page.scheduled_revision.approved_go_live_at,
    }


def page_of(state: WorkflowState) -> Page | None:
    """The page of a workflow as it is now."""
    is_page = issubclass(state.base_content_type.model_class(), Page)
    return Page.objects.filter(pk=state.object_id).first() if is_page else None


@receiver(task_submitted, dispatch_uid="letters_to_reviewers")
def when_submitted(instance: TaskState, **kwargs):
    task = instance.task.specific
    if isinstance(task, EditorsApproval):
        tell_reviewers(instance, task)


def tell_reviewers(state: TaskState, task: EditorsApproval) -> None:
    """Ask those who may decide; if no editor is left, tell the author for whom it waits."""
    author, page = state.workflow_state.requested_by, page_of(state.workflow_state)
    if page is None:
        return
    is_fallen = task.falls_to_coordinators(author)
    known = {
        **about(page),
        "author": author,
        "owner": task.owner,
        "is_fallen": is_fallen,
        "review_path": reverse("review", args=[state.pk]),
    }
    reviewers = task.reviewers(author).exclude(pk=author.pk if author else None)
    send_letter("submitted", who_want(reviewers.distinct(), "submitted"), **known)
    if is_fallen:
        CoordinatorCalled.objects.get_or_create(task_state_id=state.pk)
        authors = [author] if author and not active_coordinators().contains(author) else []
        send_letter("waits_for_coordinator", who_may_open(authors, page), **known)


def _tell_author(letter: str, kind: str, state: WorkflowState, decided_by) -> None:
    """Tell who submitted, unless they decided themselves or may not open the page any more."""
    author, page = state.requested_by, page_of(state)
    if author is None or author == decided_by or page is None:
        return
    comment = state.current_task_state.comment if state.current_task_state else ""
    authors = who_want(who_may_open([author], page), kind)
    send_letter(letter, authors, **about(page), decided_by=decided_by, comment=comment)


@receiver(workflow_approved, sender=WorkflowState, dispatch_uid=_APPROVED)
def when_approved(instance: WorkflowState, user=None, **kwargs):
    _tell_author("approved", "approved", instance, user)


@receiver(workflow_rejected, sender=WorkflowState, dispatch_uid=_REJECTED)
def when_sent_back(instance: WorkflowState, user=None, **kwargs):
    _tell_author("sent_back", "rejected", instance, user)

"""Publishing and taking down at the time that editors set, with a word to who set it."""

import logging
from collections.abc import Callable

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision, WorkflowState

from hub.clock import every
from hub.letters import send_letter
from hub.moderation.notices import about, who_may_open, who_want

logger = logging.getLogger(__name__)


@every(minutes=1)
def do_what_is_scheduled() -> None:
    """Take down what has expired, then publish what is due.

    Wagtail's own command ends at the first thing that cannot be done, and so does all behind it.
    """
    now = timezone.now()
    for model in _with_drafts():
        for thing in model.objects.filter(live=True, expire_at__lt=now).order_by("expire_at"):
            _alone(take_down, thing)
    for revision in Revision.objects.filter(approved_go_live_at__lt=now).order_by(
        "approved_go_live_at"
    ):
        _alone(publish, revision)


def take_down(thing: DraftStateMixin) -> None:
    """Unpublish what has expired, and tell whose it is."""
    thing.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    if isinstance(thing, Page):
        newest = thing.get_latest_revision()
        _tell("expired", thing.pk, {thing.owner, newest and newest.user})


def publish(revision: Revision) -> None:
    """Publish what is due, and tell who prepared it."""
    revision.publish(log_action="wagtail.publish.scheduled")
    if issubclass(revision.base_content_type.model_class(), Page):
        workflow = WorkflowState.objects.filter(
            task_states__revision=revision, status=WorkflowState.STATUS_APPROVED
        ).first()
        people = {revision.user, workflow and workflow.requested_by}
        _tell("published_on_schedule", int(revision.object_id), people)


def _with_drafts() -> list:
    others = [m for m in apps.get_models() if issubclass(m, DraftStateMixin)]
    return [Page, *(model for model in others if not issubclass(model, Page))]


def _alone(act: Callable, thing) -> None:
    """Do one thing in its own transaction; what fails is told in the log and tried again."""
    try:
        with transaction.atomic():
            act(thing)
    except Exception:
        logger.exception("Not done at its time: %s of %s", act.__name__, thing)


def _tell(letter: str, page_id: int, people: set) -> None:
    page = Page.objects.get(pk=page_id)
    known = [person for person in people if person]
    send_letter(letter, who_want(who_may_open(known, page), "approved"), **about(page))

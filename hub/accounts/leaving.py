"""When somebody leaves: the account closes, and nothing of the work hangs on it any more."""

from dataclasses import dataclass

from django.apps import apps
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.log_actions import log
from wagtail.models import (
    GroupPagePermission,
    LockableMixin,
    Page,
    PageSubscription,
    WorkflowState,
)

from hub.accounts import audit
from hub.accounts.invitations import Invitation, revoke
from hub.accounts.people import groups_of
from hub.accounts.sign_ins import end
from hub.moderation.preview_links import PreviewLink

_WAITING = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)


@dataclass
class Traces:
    """What hangs on a person, in the whole hub or in some houses."""

    pages: QuerySet
    locks: list[QuerySet]
    submitted: QuerySet
    invitations: QuerySet
    preview_links: QuerySet

    @property
    def count_of_locks(self) -> int:
        return sum(rows.count() for rows in self.locks)


def traces_of(person, houses=None) -> Traces:
    """What hangs on `person`; with `houses`, only what is theirs."""
    pages = Page.objects.all() if houses is None else _pages_of(houses)
    numbers = pages.values("pk")
    invitations = Invitation.objects.filter(accepted_at=None, revoked_at=None)
    mine = Q(invited_by=person)
    if houses is None:
        mine |= Q(email__iexact=person.email) if person.email else Q()
    else:
        mine &= Q(group__in=groups_of(houses))
    submitted = WorkflowState.objects.filter(requested_by=person, status__in=_WAITING)
    if houses is not None:
        asked = list(submitted.values_list("object_id", flat=True))
        own = pages.filter(pk__in=asked).values_list("pk", flat=True)
        submitted = submitted.filter(object_id__in=[str(number) for number in own])
    return Traces(
        pages=pages.filter(owner=person),
        locks=_locks_of(person, None if houses is None else pages),
        submitted=submitted,
        invitations=invitations.filter(mine),
        preview_links=PreviewLink.objects.filter(
            made_by=person, page__in=numbers, revoked_at=None, expires_at__gt=timezone.now()
        ),
    )


def _pages_of(houses) -> QuerySet[Page]:
    """All pages on which the houses' editors have rights."""
    paths = GroupPagePermission.objects.filter(group__in=houses.values("editors"))
    below = Q(pk__in=[])
    for path in set(paths.values_list("page__path", flat=True)):
        below |= Q(path__startswith=path)
    return Page.objects.filter(below)


def _locks_of(person, pages) -> list[QuerySet]:
    """What the person locked, by model."""
    if pages is not None:
        return [pages.filter(locked_by=person)]
    models = [
        model
        for model in apps.get_models()
        if issubclass(model, LockableMixin) and model._meta.get_field("locked_by").model is model
    ]
    return [model.objects.filter(locked_by=person) for model in models]


@transaction.atomic
def leave(person, by, successor=None, houses=None) -> None:
    """`person` leaves the hub, or these houses only; pages go to the successor, if there is one."""
    traces = traces_of(person, houses)
    if successor:
        traces.submitted.update(requested_by=successor)
        traces.pages.update(owner=successor)
    for rows in traces.locks:
        for row in rows:
            log(instance=row, action="wagtail.unlock", user=by)
        rows.update(locked=False, locked_by=None, locked_at=None)
    revoke(traces.invitations, by)
    traces.preview_links.update(revoked_at=timezone.now())
    if houses is None:
        _close(person)
    else:
        person.groups.remove(*groups_of(houses))
    names = ", ".join(houses.values_list("name", flat=True)) if houses is not None else "KOPA"
    audit.note(person, audit.LEFT, by, house=names)


def _close(person) -> None:
    """No way in, no letters, no sign of being there; the rights stay for a return."""
    person.is_active = False
    person.save(update_fields=["is_active"])
    end(person.sign_ins.all())
    EditingSession.objects.filter(user=person).delete()
    PageSubscription.objects.filter(user=person).delete()


def come_back(person, by) -> None:
    """The account opens again, with its rights and its password."""
    person.is_active = True
    person.save(update_fields=["is_active"])
    audit.note(person, audit.RETURNED, by)

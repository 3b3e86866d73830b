"""What an editor may have to do, each thing as a condition on pages."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.conf import settings
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.models import (
    Locale,
    Page,
    TaskState,
    WorkflowState,
    get_default_page_content_type,
)

from hub.desk.findings import CAPTIONS, INCOMPLETE, PICTURE_WORDS, REVIEW, SUMMARY, Finding
from hub.own_pages import own_pages
from hub.permissions import keeps_the_hub
from hub.translating.ageing import OlderTranslation
from hub.translating.state import not_told_in


@dataclass(frozen=True)
class Matter:
    """One kind of thing to do: its name, which pages it is about, where it is done."""

    label: str | Promise
    pages_of: Callable[..., Q]
    finding: str = ""  # the kind of finding it is read from, which names the field


def pages_in_view(user) -> QuerySet[Page]:
    """The own pages; for those who keep the hub, everybody's."""
    if keeps_the_hub(user):
        return Page.objects.filter(depth__gt=1)
    return own_pages(user)


def _found(kind: str) -> Callable[..., Q]:
    found = Finding.objects.filter(page=OuterRef("pk"), kind=kind, is_open=True)
    return lambda user: Q(Exists(found))


def _my_drafts(user) -> Q:
    is_mine = Q(latest_revision__user=user) | Q(latest_revision__user=None, owner=user)
    return Q(has_unpublished_changes=True) & is_mine


def reviews_of_outer_page(user) -> QuerySet[TaskState]:
    """What of the page at hand waits for a decision that is the user's to take."""
    return TaskState.objects.reviewable_by(user).filter(_is_of_outer_page("workflow_state__"))


def _waiting_for(user) -> Q:
    return Q(Exists(reviews_of_outer_page(user)))


def _sent_back(user) -> Q:
    states = WorkflowState.objects.filter(
        _is_of_outer_page(), status=WorkflowState.STATUS_NEEDS_CHANGES
    )
    return Q(Exists(states))


def _is_of_outer_page(prefix: str = "") -> Q:
    return Q(
        **{
            f"{prefix}base_content_type": get_default_page_content_type(),
            f"{prefix}object_id": Cast(OuterRef("pk"), CharField()),
        }
    )


def _to_be_reviewed(user) -> Q:
    due = Finding.objects.filter(page=OuterRef("pk"), kind=REVIEW, due__lt=localdate())
    return Q(Exists(due), live=True)


def _untranslated(user) -> Q:
    """Public pages in the first language that some other language does not have."""
    is_missing = Q(pk__in=[])
    for locale in Locale.objects.exclude(language_code=settings.LANGUAGE_CODE):
        is_missing |= Q(not_told_in(locale))
    return Q(live=True, locale__language_code=settings.LANGUAGE_CODE) & is_missing


def _outdated(user) -> Q:
    """Translations whose original changed after they were made."""
    return Q(Exists(OlderTranslation.objects.filter(page=OuterRef("pk"))))


MATTERS: dict[str, Matter] = {
    "my-drafts": Matter(_("My drafts"), _my_drafts),
    "waiting-for-me": Matter(_("Waiting for me"), _waiting_for),
    "sent-back": Matter(_("Sent back to be changed"), _sent_back),
    "review": Matter(_("To be looked at again"), _to_be_reviewed, REVIEW),
    "incomplete": Matter(_("Incomplete solutions"), _found(INCOMPLETE), INCOMPLETE),
    "captions": Matter(_("Stories without captions"), _found(CAPTIONS), CAPTIONS),
    "picture-words": Matter(
        _("Pictures without words for those who do not see them"),
        _found(PICTURE_WORDS),
        PICTURE_WORDS,
    ),
    "summary": Matter(_("Pages without a summary"), _found(SUMMARY), SUMMARY),
    "untranslated": Matter(_("Not translated yet"), _untranslated),
    "outdated": Matter(_("Translation is outdated"), _outdated),
}


def any_matter(user) -> Q:
    """The condition that something is to be done with a page."""
    return reduce(or_, (matter.pages_of(user) for matter in MATTERS.values()))

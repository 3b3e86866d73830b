"""Once a year somebody looks whether a page is still true; nothing is unpublished by itself."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.dispatch import receiver
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.signals import page_published

from hub.clock import every
from hub.desk.findings import REVIEW, Finding, ReviewPrompt
from hub.desk.gathering import gather, newest
from hub.letters import send_letter
from hub.moderation.approval import active_coordinators, active_editors_of
from hub.moderation.notices import who_may_open
from hub.ownership import Owner
from hub.pages import HubPage

STILL_TRUE = "hub.still_true"
LETTERS_AT_ONCE = 100


def in_a_year(day: date) -> date:
    """The same day of the next year; 28 February where there is no 29th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


@receiver(page_published)
def when_published(instance, **kwargs):
    """Whoever sets no day is asked in a year."""
    if isinstance(instance, HubPage) and instance.review_by is None:
        set_day(instance, in_a_year(localdate()))


def set_day(page: HubPage, day: date) -> None:
    """Set the day in the page and in its newest version, so that the next save keeps it."""
    page.review_by = day
    type(page).objects.filter(pk=page.pk).update(review_by=day)
    if revision := page.latest_revision:
        revision.content["review_by"] = day.isoformat()
        revision.save(update_fields=["content"])
    gather(newest(page))


@require_POST
def still_true(request, pk: int):
    """Say that all is still true: the page is looked at again in a year."""
    page = get_object_or_404(Page, pk=pk).specific
    may = page.permissions_for_user(request.user)
    if not isinstance(page, HubPage) or not may.can_edit() or page.get_lock():
        raise PermissionDenied
    day = in_a_year(localdate())
    set_day(page, day)
    log(instance=page, action=STILL_TRUE, user=request.user, data={"day": day.isoformat()})
    said = {"title": page.get_admin_display_title(), "day": date_format(day, "SHORT_DATE_FORMAT")}
    text = _("Thank you. “%(title)s” will be looked at again by %(day)s.")
    messages.success(request, text % said)
    return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))


@every(hours=24)
def ask_whether_still_true() -> None:
    """Write once to those who keep a page whose day has passed."""
    due = Finding.objects.filter(kind=REVIEW, due__lt=localdate(), page__live=True)
    told = dict(ReviewPrompt.objects.values_list("page", "due"))
    waiting = [
        finding for finding in due.order_by("due") if told.get(finding.page_id) != finding.due
    ]
    for finding in waiting[:LETTERS_AT_ONCE]:
        _ask(finding)


def _ask(finding: Finding) -> None:
    ReviewPrompt.objects.update_or_create(page=finding.page, defaults={"due": finding.due})
    page = finding.page.specific
    house = page.owner_page
    owner: Owner | None = house.owning if house else None
    keepers = active_editors_of(owner) if owner else active_coordinators()
    people = {*keepers, *([page.owner] if page.owner else [])}
    send_letter(
        "review",
        who_may_open(sorted(people, key=lambda user: user.pk), page),
        title=page.title,
        due=finding.due,
        edit_path=reverse("wagtailadmin_pages:edit", args=[page.pk]),
    )

"""What somebody wrote while another saved: kept aside until its author says what is to stand."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from wagtail.models import Page, Revision

from hub.clock import every
from hub.moderation.comparing import is_same

DAYS_TO_KEEP = 30
ONLY_YOU, ONLY_OTHERS, BOTH = "you", "others", "both"


class HeldChange(models.Model):
    """The page as its author wanted to save it, and as it was when they began."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="held_changes")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    content = models.JSONField(encoder=DjangoJSONEncoder)
    begun_from = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    held_at = models.DateTimeField(auto_now_add=True)

    page.wagtail_reference_index_ignore = True
    user.wagtail_reference_index_ignore = True

    class Meta:
        app_label = "hub"
        ordering = ["-held_at"]

    def __str__(self):
        return f"{self.page} · {self.user}"


def who_changed(name: str, mine: dict, theirs: dict, before: dict | None) -> str:
    """Whose change a field shows that differs between `mine` and `theirs`.

    Where it is not known how the page was before, both may have changed it.
    """
    if before is None:
        return BOTH
    if is_same(mine.get(name), before.get(name)):
        return ONLY_OTHERS
    return ONLY_YOU if is_same(theirs.get(name), before.get(name)) else BOTH


def joined(held: HeldChange, theirs: dict[str, Any], chosen: dict[str, str]) -> dict[str, Any]:
    """Both versions in one; `chosen` names “mine” or “theirs” for fields their author decided on.

    Of the others, what only one of the two changed stands; where both did, the author's own.
    """
    content = dict(theirs)
    for name, value in held.content.items():
        if is_same(value, theirs.get(name)):
            continue
        is_mine = who_changed(name, held.content, theirs, held.begun_from) != ONLY_OTHERS
        choice = chosen.get(name, "mine" if is_mine else "theirs")
        if choice == "mine":
            content[name] = value
    return content


def revision_begun_from(page: Page, posted: dict) -> Revision | None:
    """The version that was on the author's screen, unless somebody has written over it since."""
    if own := posted.get("overwrite_revision_id"):
        return page.revisions.filter(pk=own).first() if own.isdecimal() else None
    number = posted.get("loaded_revision_id", "")
    revision = page.revisions.filter(pk=number).first() if number.isdecimal() else None
    loaded_at = posted.get("loaded_revision_created_at", "")
    return revision if revision and revision.created_at.isoformat() == loaded_at else None


@every(hours=24)
def forget_old_held_changes() -> None:
    """Remove what its author has not asked for in a month."""
    limit = timezone.now() - timedelta(days=DAYS_TO_KEEP)
    HeldChange.objects.filter(held_at__lt=limit).delete()

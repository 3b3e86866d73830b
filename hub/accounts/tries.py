"""Failed tries and when one may try again: counted in the database, for all processes together.

A try is counted before it is judged, so that many at once cannot pass together. A count ends at a
set time and further tries do not prolong it: whoever waits gets in.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, models, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac


class Tries(models.Model):
    """How often something was tried since a moment; of what, only a fingerprint is kept."""

    fingerprint = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField(default=0)
    ends_at = models.DateTimeField(db_index=True)

    class Meta:
        app_label = "hub"

    def __str__(self):
        return f"{self.count} until {self.ends_at:%H:%M}"


@dataclass(frozen=True)
class Limit:
    """So many tries of one kind within so many minutes."""

    kind: str
    most: int
    minutes: int

    def key(self, *parts: object) -> "Key":
        """This limit for a person, a device or a network."""
        said = "\n".join(str(part).replace("\n", " ") for part in (self.kind, *parts))
        fingerprint = salted_hmac("hub.accounts.tries", said, algorithm="sha256").hexdigest()
        return Key(self, fingerprint)


@dataclass(frozen=True)
class Key:
    """What is counted."""

    limit: Limit
    fingerprint: str


def count_try(keys: Iterable[Key]) -> datetime | None:
    """Count one more try of each key; when to come back, if one of them is over its limit."""
    for key in keys:
        until = _count(key)
        if until:
            return until
    return None


def take_back(keys: Iterable[Key]) -> None:
    """The try was none: what a whole network did stays counted, less this one."""
    Tries.objects.filter(fingerprint__in=[key.fingerprint for key in keys], count__gt=0).update(
        count=F("count") - 1
    )


def forget(keys: Iterable[Key]) -> None:
    """Begin anew."""
    Tries.objects.filter(fingerprint__in=[key.fingerprint for key in keys]).delete()


def _count(key: Key) -> datetime | None:
    """One statement decides, so of two tries at once both are counted."""
    now = timezone.now()
    running = Tries.objects.filter(fingerprint=key.fingerprint, ends_at__gt=now)
    if running.filter(count__lt=key.limit.most).update(count=F("count") + 1):
        return None
    ends_at = running.values_list("ends_at", flat=True).first()
    if ends_at:
        return ends_at
    _begin(key, now)
    return None


def _begin(key: Key, now: datetime) -> None:
    """The first try of a new count; all counts that are over make room."""
    Tries.objects.filter(ends_at__lte=now).delete()
    ends_at = now + timedelta(minutes=key.limit.minutes)
    try:
        with transaction.atomic():
            Tries.objects.create(fingerprint=key.fingerprint, count=1, ends_at=ends_at)
    except IntegrityError:  # somebody else began it in this moment
        Tries.objects.filter(fingerprint=key.fingerprint).update(count=F("count") + 1)

"""What is done again and again: each job when it is due, on one machine at a time.

`@every(hours=…)` registers a function without arguments. Jobs are found in the module `regular`
of each app, which defines them or imports them.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules

logger = logging.getLogger(__name__)

# Whoever took a job keeps it that long; after that it is taken to have died.
LONGEST_RUN = timedelta(hours=1)
AFTER_A_FAILURE = timedelta(minutes=10)
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


class Appointment(models.Model):
    """When a job is due next; while one machine does it, it is not due for the others."""

    name = models.CharField(max_length=200, unique=True)
    due_at = models.DateTimeField(default=LONG_AGO)

    class Meta:
        app_label = "hub"

    def __str__(self):
        return self.name


@dataclass(frozen=True)
class Job:
    """A function and the time between its beginnings."""

    name: str
    interval: timedelta
    function: Callable[[], object]


_jobs: dict[str, Job] = {}


def every(*, hours: float = 0, minutes: float = 0) -> Callable:
    """Register the decorated function to be called again and again, at once the first time."""
    interval = timedelta(hours=hours, minutes=minutes)
    if interval <= timedelta(0):
        raise ValueError("a job needs some time between its runs")

    def register(function: Callable[[], object]) -> Callable[[], object]:
        name = f"{function.__module__}.{function.__qualname__}"
        _jobs[name] = Job(name, interval, function)
        return function

    return register


def run_due() -> list[str]:
    """Do all that is due; the names of what was begun here."""
    autodiscover_modules("regular")
    due = dict(Appointment.objects.values_list("name", "due_at"))
    now = timezone.now()
    waiting = [job for job in _jobs.values() if due.get(job.name, LONG_AGO) <= now]
    return [job.name for job in waiting if _run(job)]


def _run(job: Job) -> bool:
    """Do the job unless somebody else has taken it; whether it was begun."""
    started_at = timezone.now()
    Appointment.objects.get_or_create(name=job.name)
    appointment = Appointment.objects.filter(name=job.name)
    # One statement: of two machines, the database lets one change the row.
    if not appointment.filter(due_at__lte=started_at).update(due_at=started_at + LONGEST_RUN):
        return False
    wait = job.interval
    try:
        job.function()
    except Exception:
        logger.exception("%s failed", job.name)
        wait = min(job.interval, AFTER_A_FAILURE)
    finally:
        appointment.update(due_at=started_at + wait)
    return True

"""What the kernel does again and again."""

from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from hub.accounts import invitations, sign_ins
from hub.clock import every
from hub.desk import reviews  # noqa: F401 – registers itself
from hub.moderation import fallback, held_changes, schedule  # noqa: F401 – register themselves

DAYS_TO_KEEP_TASKS = 7
LONGEST_TASK = timedelta(hours=1)
MOST_TRIES = 3


@every(hours=1)
def take_up_abandoned_tasks():
    """Give tasks whose worker died to another one; a task that ends its workers is left."""
    begun_before = timezone.now() - LONGEST_TASK
    for task in DBTaskResult.objects.running().filter(started_at__lt=begun_before):
        is_hopeless = len(task.worker_ids) >= MOST_TRIES
        task.status = TaskResultStatus.FAILED if is_hopeless else TaskResultStatus.READY
        task.finished_at = timezone.now() if is_hopeless else None
        task.save(update_fields=["status", "finished_at"])


@every(hours=24)
def forget_finished_tasks():
    """Remove tasks that are done, with the letters in them."""
    call_command(
        "prune_db_task_results", queue_name="*", min_age_days=DAYS_TO_KEEP_TASKS, verbosity=0
    )


@every(hours=24)
def forget_ended_sessions():
    """Remove sessions that no cookie can open, what was noted of them, and old invitations."""
    call_command("clearsessions", verbosity=0)
    sign_ins.forget_old()
    invitations.forget_old()

"""Where the editors are gone, the coordinators are called: at once, or when the last one leaves."""

from django.db import models
from wagtail.models import TaskState

from hub.clock import every


class CoordinatorCalled(models.Model):
    """That the coordinators were told of what waits for them, so that they are told once."""

    task_state = models.OneToOneField(TaskState, on_delete=models.CASCADE, related_name="+")
    called_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "hub"

    def __str__(self):
        return str(self.task_state)


@every(hours=1)
def call_coordinators() -> None:
    """Tell of what waits in houses whose last editor left after it was submitted."""
    from hub.moderation.approval import EditorsApproval
    from hub.moderation.notices import tell_reviewers

    called = CoordinatorCalled.objects.values("task_state")
    waiting = TaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS, task__in=EditorsApproval.objects.all()
    ).exclude(pk__in=called)
    tasks = EditorsApproval.objects.select_related("owner").in_bulk()
    for state in waiting.select_related("workflow_state__requested_by"):
        task = tasks[state.task_id]
        if task.falls_to_coordinators(state.workflow_state.requested_by):
            tell_reviewers(state, task)

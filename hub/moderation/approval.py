"""Who decides on what was submitted: the owner's editors; where they are gone, the coordinators."""

from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import QuerySet
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.locks import WorkflowLock
from wagtail.models import Task, TaskState

from hub.moderation.forms import ApproveForm, SendBackForm
from hub.ownership import HUB_KEY, Owner
from hub.permissions import keeps_the_hub
from hub.users import User

SEND_BACK, APPROVE = "reject", "approve"  # Wagtail's names
_HOUSES = "_houses_of_editor"


def houses_of(user) -> set[int]:
    """The numbers of the owners whose editor `user` is, asked for once a request."""
    if not hasattr(user, _HOUSES):
        owners = Owner.objects.filter(editors__user=user)
        setattr(user, _HOUSES, set(owners.values_list("pk", flat=True)))
    return getattr(user, _HOUSES)


def active_editors_of(owner: Owner | None, without: User | None = None) -> QuerySet[User]:
    """The owner's editors who still have an account, except the one who submitted."""
    if owner is None or owner.editors_id is None:
        return User.objects.none()
    editors = User.objects.filter(groups=owner.editors_id, is_active=True)
    return editors.exclude(pk=without.pk) if without else editors


def active_coordinators() -> QuerySet[User]:
    """The coordinators; administrators where there are none."""
    coordinators = User.objects.filter(
        groups__in=Owner.objects.filter(key=HUB_KEY).values("editors"), is_active=True
    )
    if coordinators.exists():
        return coordinators
    return User.objects.filter(is_superuser=True, is_active=True)


class ReviewLock(WorkflowLock):
    """Tells the author for whom the page waits."""

    def get_message(self, user):
        if not self.for_user(user):
            return None
        return format_html(
            "{} {}",
            self.task.where_it_waits(self.object.current_workflow_state.requested_by),
            _("Until it is decided, only they can change it."),
        )


class EditorsApproval(Task):
    """An owner's editors decide; the coordinators may too, and must when nobody else can."""

    owner = models.ForeignKey(
        Owner,
        verbose_name=gettext_lazy("owner"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        help_text=gettext_lazy("Whose editors decide; without one, the coordinators do."),
    )

    lock_class = ReviewLock
    admin_form_fields = [*Task.admin_form_fields, "owner"]

    class Meta:
        app_label = "hub"
        verbose_name = gettext_lazy("approval by the owner’s editors")
        verbose_name_plural = gettext_lazy("approvals by the owner’s editors")

    @classmethod
    def get_description(cls):
        return _("The owner’s editors decide; where there are none, the coordinators.")

    # Who

    def falls_to_coordinators(self, submitted_by: User | None = None) -> bool:
        """Whether no editor is left who could decide what `submitted_by` wrote."""
        return not active_editors_of(self.owner, submitted_by).exists()

    def reviewers(self, submitted_by: User | None = None) -> QuerySet[User]:
        """Those who are asked to decide."""
        editors = active_editors_of(self.owner, submitted_by)
        return editors if editors.exists() else active_coordinators()

    def may_decide(self, user) -> bool:
        """Whether `user` may approve or send back."""
        return user.is_active and (self._is_editor(user) or keeps_the_hub(user))

    def where_it_waits(self, submitted_by: User | None = None) -> str:
        """For whom a page waits, as a sentence."""
        name = self.owner.name if self.owner else "KOPA"
        if self.falls_to_coordinators(submitted_by):
            text = _("No editor of “%(name)s” is there to decide: it waits for the coordinator.")
        else:
            text = _("Waiting for an editor of “%(name)s”.")
        return text % {"name": name}

    def _is_editor(self, user) -> bool:
        return self.owner_id in houses_of(user)

    # What Wagtail asks

    def user_can_access_editor(self, obj, user):
        # Not the coordinators: they decide, and never write in a partnership's pages.
        return user.is_superuser or self._is_editor(user)

    def locked_for_user(self, obj, user):
        return not self.user_can_access_editor(obj, user)

    def user_can_lock(self, obj, user):
        return self._is_editor(user)

    def user_can_unlock(self, obj, user):
        return self._is_editor(user)

    def get_actions(self, obj, user):
        if not self.may_decide(user):
            return []
        return [
            (SEND_BACK, _("Send back"), True),
            (APPROVE, _("Approve"), False),
            (APPROVE, _("Approve with comment"), True),
        ]

    def get_form_for_action(self, action):
        return SendBackForm if action == SEND_BACK else ApproveForm

    def get_task_states_user_can_moderate(self, user, **kwargs):
        if not self.may_decide(user):
            return TaskState.objects.none()
        return self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)

    def on_action(self, task_state, user, action_name, **kwargs):
        """Decide; what else a request says than a comment is not listened to."""
        comment = str(kwargs.get("comment") or "").strip()
        if action_name == SEND_BACK and not comment:
            raise PermissionDenied("whoever sends back says why")
        return super().on_action(task_state, user, action_name, comment=comment)

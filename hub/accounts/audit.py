"""What the log says of accounts: who came in, who could not, who was invited, whose rights changed.

Never a password, a code or a link; of the place only the network.
"""

import logging

from django.contrib.auth.models import Group
from django.db.models.signals import m2m_changed, pre_save
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter, get_active_log_context, log

from hub.accounts.clients import network_of
from hub.users import User

logger = logging.getLogger(__name__)

SIGNED_IN = "hub.account.signed_in"
FAILED_PASSWORD = "hub.account.failed_password"  # noqa: S105 – the name of an event
FAILED_CODE = "hub.account.failed_code"
RECOVERY_CODE = "hub.account.recovery_code"
FACTOR_ON = "hub.account.factor_on"
FACTOR_OFF = "hub.account.factor_off"
FACTOR_RESET = "hub.account.factor_reset"
NEW_CODES = "hub.account.new_codes"
SESSIONS_ENDED = "hub.account.sessions_ended"
PASSWORD_CHANGED = "hub.account.password_changed"  # noqa: S105
RIGHTS = "hub.account.rights"
INVITED = "hub.account.invited"
INVITED_AGAIN = "hub.account.invited_again"
REVOKED = "hub.account.invitation_revoked"
ACCEPTED = "hub.account.invitation_accepted"
LEFT = "hub.account.left"
RETURNED = "hub.account.returned"

# What it is called in the filter, and what the list says; %(…)s come from the entry.
WORDS = {
    SIGNED_IN: (_("Log in"), _("Logged in")),
    FAILED_PASSWORD: (_("Fail to log in"), _("A wrong password, from %(network)s")),
    FAILED_CODE: (
        _("Fail with a code"),
        _("A wrong code after the right password, from %(network)s"),
    ),
    RECOVERY_CODE: (_("Use a recovery code"), _("Logged in with a recovery code")),
    FACTOR_ON: (_("Set up a second factor"), _("Set up a second factor")),
    FACTOR_OFF: (_("Remove a second factor"), _("Removed the second factor")),
    FACTOR_RESET: (_("Reset a second factor"), _("The second factor was reset for them")),
    NEW_CODES: (_("Make recovery codes"), _("Made new recovery codes")),
    SESSIONS_ENDED: (_("Log out elsewhere"), _("Logged out elsewhere: %(count)s")),
    PASSWORD_CHANGED: (_("Change a password"), _("The password was changed")),
    RIGHTS: (_("Change rights"), _("Rights changed: %(change)s")),
    INVITED: (_("Invite"), _("Invited as %(role)s")),
    INVITED_AGAIN: (_("Invite again"), _("Invited again as %(role)s")),
    REVOKED: (_("Revoke an invitation"), _("The invitation was revoked")),
    ACCEPTED: (_("Accept an invitation"), _("Accepted an invitation as %(role)s")),
    LEFT: (_("Leave"), _("Left: %(house)s")),
    RETURNED: (_("Return"), _("May log in again")),
}


def register(actions) -> None:
    """Make the actions known to Wagtail's log."""
    for action, (label, message) in WORDS.items():
        actions.register_action(action)(_formatter(label, message))


def _formatter(label, message) -> type[LogFormatter]:
    def format_message(self, entry):
        return str(message) % {**_NOTHING, **entry.data}

    return type("AccountFormatter", (LogFormatter,), {
        "label": label, "format_message": format_message,
    })  # fmt: skip


_NOTHING = dict.fromkeys(("network", "count", "change", "role", "house"), "–")


def note(instance, action: str, by=None, **data) -> None:
    """Write into the log, and one line into the server's."""
    log(instance=instance, action=action, user=by, data=data)
    logger.info("%s: %s by %s", action, instance.pk, by.pk if by else "nobody")


def signed_in(request, user) -> None:
    note(user, SIGNED_IN, user, network=network_of(request))


def failed_sign_in(request, user_name: str) -> None:
    """An unknown name is not written down: people type passwords there."""
    user = User.objects.filter(username=user_name).first()
    if user:
        note(user, FAILED_PASSWORD, network=network_of(request))
    else:
        logger.info("%s: an unknown name", FAILED_PASSWORD)


def failed_code(request, user) -> None:
    note(user, FAILED_CODE, network=network_of(request))


def used_recovery_code(request, user) -> None:
    note(user, RECOVERY_CODE, user, network=network_of(request))


# Rights, whichever form changes them. What commands do is the administrator's and not noted.


@receiver(m2m_changed, sender=User.groups.through)
def note_groups(sender, instance, action, pk_set, reverse, **kwargs) -> None:
    by = get_active_log_context().user
    if by is None or reverse or action not in ("post_add", "post_remove") or not pk_set:
        return
    names = ", ".join(sorted(Group.objects.filter(pk__in=pk_set).values_list("name", flat=True)))
    note(instance, RIGHTS, by, change=("+ " if action == "post_add" else "− ") + names)


@receiver(pre_save, sender=User)
def note_powers(sender, instance, update_fields=None, **kwargs) -> None:
    """Becoming an administrator, being shut out, a new password."""
    by = get_active_log_context().user
    if by is None or instance.pk is None:
        return
    before = User.objects.filter(pk=instance.pk).first()
    if before is None or update_fields == frozenset(["last_login"]):
        return
    if before.is_superuser != instance.is_superuser:
        note(instance, RIGHTS, by, change=("+" if instance.is_superuser else "−") + " is_superuser")
    if before.is_active != instance.is_active:
        note(instance, RIGHTS, by, change=("+" if instance.is_active else "−") + " is_active")
    if before.password != instance.password:
        note(instance, PASSWORD_CHANGED, by)

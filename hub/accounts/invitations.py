"""Invitations: a signed link that opens once, for a week, and makes an account in one group."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.signing import BadSignature, Signer
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.users.models import UserProfile

from hub.accounts import audit
from hub.accounts.people import Roles, groups_offered_to
from hub.letters import send_letter
from hub.permissions import keeps_the_hub
from hub.users import User

DAYS = 7
DAYS_TO_KEEP = 60
_SIGNER = Signer(salt="hub.accounts.invitation")


def _secret() -> str:
    return secrets.token_urlsafe(24)


def _in_a_week():
    return timezone.now() + timedelta(days=DAYS)


class Invitation(models.Model):
    """One person asked into one group; the link needs the site's key besides what is kept here."""

    email = models.EmailField(_("e-mail"))
    name = models.CharField(_("name"), max_length=150, blank=True)
    group = models.ForeignKey(
        Group, verbose_name=_("role"), on_delete=models.CASCADE, related_name="+"
    )
    language = models.CharField(_("language of the letter"), max_length=10)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    secret = models.CharField(max_length=40, unique=True, default=_secret)
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(default=_in_a_week)
    revoked_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)

    group.wagtail_reference_index_ignore = True
    invited_by.wagtail_reference_index_ignore = True

    class Meta:
        app_label = "hub"
        verbose_name = _("invitation")
        ordering = ["-made_at", "-pk"]

    def __str__(self):
        return self.email

    @property
    def is_expired(self) -> bool:
        return self.expires_at <= timezone.now()

    @property
    def is_running(self) -> bool:
        """Whether it waits to be accepted, and whoever invited still has an account."""
        is_over = self.revoked_at or self.accepted_at or self.is_expired
        return not is_over and self.invited_by is not None and self.invited_by.is_active

    @property
    def is_open(self) -> bool:
        """Whether the link still makes an account; not after whoever invited lost the right."""
        offered = groups_offered_to(self.invited_by) if self.is_running else Group.objects.none()
        return offered.filter(pk=self.group_id).exists()

    @property
    def address(self) -> str:
        """The whole address to pass on."""
        token = _SIGNER.sign(self.secret)
        return settings.SITE_URL + reverse("accept_invitation", args=[token])


def find_invitation(token: str) -> Invitation | None:
    """The invitation of that token, open or not; None if nobody made one."""
    try:
        secret = _SIGNER.unsign(token)
    except BadSignature:
        return None
    found = Invitation.objects.select_related("group", "invited_by").filter(secret=secret)
    return found.first()


def waiting_invitations(user):
    """Those that `user` may resend and revoke: not accepted and not revoked."""
    waiting = Invitation.objects.filter(accepted_at=None, revoked_at=None)
    if not keeps_the_hub(user):
        waiting = waiting.filter(group__in=groups_offered_to(user))
    return waiting.select_related("group", "invited_by")


def send(invitation: Invitation, action: str = audit.INVITED) -> None:
    """Write the letter and the log."""
    by = invitation.invited_by
    role = Roles().name(invitation.group)
    send_letter(
        "invitation",
        [invitation.email],
        language=invitation.language,
        addressee=invitation.name,
        role=role,
        by=by,
        link=invitation.address,
        expires_at=invitation.expires_at,
    )
    audit.note(invitation, action, by, role=role)


def send_again(invitation: Invitation, by) -> None:
    """A new link for another week; the one before it opens nothing."""
    invitation.secret, invitation.expires_at, invitation.invited_by = _secret(), _in_a_week(), by
    invitation.save(update_fields=["secret", "expires_at", "invited_by"])
    send(invitation, audit.INVITED_AGAIN)


def revoke(invitations, by) -> int:
    """Close these links for good; how many that were."""
    closed = list(invitations.filter(accepted_at=None, revoked_at=None))
    for invitation in closed:
        invitation.revoked_at = timezone.now()
        invitation.save(update_fields=["revoked_at"])
        audit.note(invitation, audit.REVOKED, by)
    return len(closed)


@transaction.atomic
def accept(invitation: Invitation, user: User, language: str = "") -> bool:
    """Put `user`, new or not, into the group; False if somebody was quicker with the link."""
    now = timezone.now()
    untaken = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, revoked_at=None)
    # One statement decides, so a link that is opened twice at once makes one account.
    if not untaken.filter(secret=invitation.secret, expires_at__gt=now).update(accepted_at=now):
        return False
    if user.pk is None:
        user.save()
        UserProfile.objects.create(user=user, preferred_language=language)
    user.groups.add(invitation.group)
    role = Roles().name(invitation.group)
    audit.note(user, audit.ACCEPTED, user, role=role)
    return True


def forget_old() -> None:
    """Remove invitations that are long over; the log keeps that there were some."""
    Invitation.objects.filter(expires_at__lt=timezone.now() - timedelta(days=DAYS_TO_KEEP)).delete()

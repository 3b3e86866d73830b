"""The second factor: codes of an app on the phone (RFC 6238), and recovery codes on paper."""

import secrets
import time
from base64 import b32encode

import segno
from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.utils.crypto import salted_hmac
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting
from wagtail.contrib.settings.registry import register_setting

from hub.users import User

COUNT_OF_CODES = 10
# Without those that are taken for another when read from paper.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
LENGTH = 10
DIGITS = 6


@register_setting(icon="key")
class SecondFactorRule(BaseGenericSetting):
    """Who may not work in the admin without a second factor."""

    groups = models.ManyToManyField(
        Group,
        verbose_name=_("groups that must have it"),
        blank=True,
        related_name="+",
        help_text=_(
            "Whoever belongs to one of these groups sets up a second factor at the next log-in; "
            "until then nothing else opens. Everybody else may have one."
        ),
    )
    administrators = models.BooleanField(_("administrators must have it"), default=False)

    panels = [FieldPanel("groups"), FieldPanel("administrators")]

    class Meta:
        app_label = "hub"
        verbose_name = _("second factor")


class RecoveryCode(models.Model):
    """A code that replaces the phone once; only its fingerprint is kept."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="recovery_codes"
    )
    fingerprint = models.CharField(max_length=64)

    user.wagtail_reference_index_ignore = True

    class Meta:
        app_label = "hub"
        constraints = [
            models.UniqueConstraint(fields=["user", "fingerprint"], name="one_code_a_person")
        ]

    def __str__(self):
        return str(self.user)


def has_second_factor(user) -> bool:
    """Whether `user` is asked for a code."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).exists()


def must_have_second_factor(user) -> bool:
    """Whether the rule asks it of `user`."""
    return User.objects.filter(_is_obliged(OuterRef("pk")), pk=user.pk).exists()


def standing_of(sign_ins):
    """The sign-ins, each with whether its person has a second factor and whether they must."""
    devices = TOTPDevice.objects.filter(user=OuterRef("user"), confirmed=True)
    return sign_ins.annotate(
        has_factor=Exists(devices), must_have_factor=_is_obliged(OuterRef("user"))
    )


def _is_obliged(user):
    """The condition that the rule asks it of a user, given as a number or a column."""
    through = SecondFactorRule.groups.through
    memberships = User.groups.through.objects.filter(user=user)
    obliged_groups = through.objects.values("group")
    administrators = User.objects.filter(pk=user, is_superuser=True)
    rule = SecondFactorRule.objects.filter(administrators=True)
    return Exists(memberships.filter(group__in=obliged_groups)) | (
        Exists(administrators) & Exists(rule)
    )


# The phone


def device_to_set_up(user, key: str) -> TOTPDevice:
    """A phone that has not said its first code yet, and is kept nowhere until it has."""
    return TOTPDevice(user=user, name="TOTP", confirmed=True, key=key)


def secret_in_fours(device: TOTPDevice) -> str:
    """The secret to type where no camera is at hand."""
    secret = b32encode(device.bin_key).decode().rstrip("=")
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))


def qr_code(device: TOTPDevice) -> SafeString:
    """The secret to scan: a drawing within the page, so nothing of it is asked of anyone."""
    drawing = segno.make(device.config_url, error="m").svg_inline(
        scale=5, border=4, dark="#000", light="#fff", svgclass="second-factor__code", omitsize=True
    )
    return mark_safe(drawing)  # noqa: S308 – made by segno of squares alone


@transaction.atomic
def confirm_device(device: TOTPDevice, code: str) -> bool:
    """Take the device into use if the code is its own; an older one goes."""
    judge = TOTP(device.bin_key, device.step, device.t0, device.digits)
    judge.time = time.time()
    if not _is_code(code) or not judge.verify(int(code), device.tolerance):
        return False
    TOTPDevice.objects.filter(user=device.user).delete()
    device.last_t, device.drift = judge.t(), judge.drift
    device.save()
    return True


@transaction.atomic
def accept_code(user, said: str) -> str:
    """How the code opened: "phone", "recovery", or "" if it does not. No code opens twice."""
    code = "".join(said.lower().replace("-", "").split())
    if _is_code(code):
        device = TOTPDevice.objects.select_for_update().filter(user=user, confirmed=True).first()
        return "phone" if device and device.verify_token(code) else ""
    # One statement: of two that say the same code at once, one finds it.
    used, _rows = RecoveryCode.objects.filter(user=user, fingerprint=_fingerprint(code)).delete()
    return "recovery" if used else ""


def _is_code(code: str) -> bool:
    return len(code) == DIGITS and code.isascii() and code.isdigit()


@transaction.atomic
def remove_second_factor(user) -> bool:
    """Forget the phone and the recovery codes; whether there was something to forget."""
    removed, _rows = TOTPDevice.objects.filter(user=user).delete()
    RecoveryCode.objects.filter(user=user).delete()
    return bool(removed)


# The paper


@transaction.atomic
def new_recovery_codes(user) -> list[str]:
    """Ten codes to write down, shown once; those before them open nothing any more."""
    RecoveryCode.objects.filter(user=user).delete()
    codes = [
        "".join(secrets.choice(ALPHABET) for _letter in range(LENGTH))
        for _code in range(COUNT_OF_CODES)
    ]
    RecoveryCode.objects.bulk_create(
        RecoveryCode(user=user, fingerprint=_fingerprint(code)) for code in codes
    )
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def _fingerprint(code: str) -> str:
    return salted_hmac("hub.accounts.recovery", code, algorithm="sha256").hexdigest()

"""Each place where a person is logged in: on what, since when, last seen when."""

import re
from datetime import timedelta
from importlib import import_module

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.db import models
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext as _

SIGN_IN, VERIFIED = "sign_in", "second_factor"  # keys of the session
SEEN_EVERY = timedelta(minutes=5)
# The order matters: most browsers also name those whose pages they want.
BROWSERS = {
    "edg": "Edge", "opr/": "Opera", "samsungbrowser": "Samsung Internet", "firefox": "Firefox",
    "fxios": "Firefox", "chrome": "Chrome", "chromium": "Chrome", "crios": "Chrome",
    "safari": "Safari",
}  # fmt: skip
SYSTEMS = {
    "iphone": "iPhone", "ipad": "iPad", "android": "Android", "windows": "Windows",
    "cros": "ChromeOS", "mac os": "macOS", "macintosh": "macOS", "linux": "Linux",
}  # fmt: skip


class SignIn(models.Model):
    """One session of a person; when the row is gone, the session is over."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sign_ins"
    )
    browser = models.CharField(max_length=30, blank=True)
    system = models.CharField(max_length=30, blank=True)
    session_key = models.CharField(max_length=40, db_index=True)
    fingerprint = models.CharField(max_length=128)
    started_at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField(default=timezone.now)

    user.wagtail_reference_index_ignore = True

    class Meta:
        app_label = "hub"
        ordering = ["-seen_at", "-pk"]

    def __str__(self):
        return self.device

    @property
    def device(self) -> str:
        """The device in plain words."""
        if self.browser and self.system:
            return _("%(browser)s on %(system)s") % {
                "browser": self.browser, "system": self.system
            }  # fmt: skip
        return self.browser or self.system or _("An unknown device")


def words_for(user_agent: str) -> dict[str, str]:
    """Browser and system of what a browser says about itself; nothing else of it is kept."""
    said = re.sub(r"\s+", " ", user_agent[:500].lower())
    return {
        "browser": next((name for sign, name in BROWSERS.items() if sign in said), ""),
        "system": next((name for sign, name in SYSTEMS.items() if sign in said), ""),
    }


@receiver(user_logged_in)
def begin(sender, request, user, **kwargs) -> None:
    """Note the session that has just begun."""
    if not request.session.session_key:
        request.session.save()
    sign_in = SignIn.objects.create(
        user=user,
        session_key=request.session.session_key,
        fingerprint=request.session.get(HASH_SESSION_KEY, ""),
        **words_for(request.META.get("HTTP_USER_AGENT", "")),
    )
    request.session[SIGN_IN] = sign_in.pk
    request.session.pop(VERIFIED, None)


@receiver(user_logged_out)
def end_here(sender, request, user, **kwargs) -> None:
    """Whoever logs out is not logged in here any more."""
    SignIn.objects.filter(pk=request.session.get(SIGN_IN), user=user).delete()


def touch(request, sign_in: SignIn) -> None:
    """Note that the person was here; a new password has given the session a new key."""
    now = timezone.now()
    of_session = {
        "session_key": request.session.session_key,
        "fingerprint": request.session.get(HASH_SESSION_KEY, ""),
    }
    is_same = all(getattr(sign_in, name) == value for name, value in of_session.items())
    if not is_same or now - sign_in.seen_at > SEEN_EVERY:
        SignIn.objects.filter(pk=sign_in.pk).update(seen_at=now, **of_session)


def open_sign_ins(user):
    """Where `user` is logged in now: what an older password opened is over."""
    return user.sign_ins.filter(fingerprint=user.get_session_auth_hash(), seen_at__gt=_oldest())


def end(sign_ins) -> int:
    """Log out there; how many that were."""
    sessions = import_module(settings.SESSION_ENGINE).SessionStore
    keys = list(sign_ins.values_list("session_key", flat=True))
    for key in keys:
        sessions(key).delete()
    sign_ins.delete()
    return len(keys)


def end_others(request) -> int:
    """Log out everywhere but here; how many that were."""
    return end(request.user.sign_ins.exclude(pk=request.session.get(SIGN_IN)))


def forget_old() -> None:
    """Remove what no cookie can open any more."""
    SignIn.objects.filter(seen_at__lt=_oldest()).delete()


def _oldest():
    return timezone.now() - timedelta(seconds=settings.SESSION_COOKIE_AGE)

"""Stands before every address of the admin: is the session open, and is a second factor needed?"""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from hub.accounts.second_factor import standing_of
from hub.accounts.sign_ins import SIGN_IN, VERIFIED, SignIn, begin, touch
from hub.middleware import ADMIN

IDLE = timedelta(hours=4)
# What somebody without the second factor that they must have can still open.
OPEN = ("second_factor", "wagtailadmin_logout", "set_language", "wagtailadmin_javascript_catalog",
        "wagtailadmin_sprite")  # fmt: skip


def accounts_middleware(get_response):
    """Guards all that begins with /admin/, the admin's API included."""

    def guarded(request):
        is_asked = request.path.startswith(ADMIN) and request.user.is_authenticated
        return (refusal(request) if is_asked else None) or get_response(request)

    return guarded


def refusal(request):
    """The answer to somebody whose session does not open the address; None if it does."""
    sign_in = _sign_in(request)
    if sign_in is None or (sign_in.has_factor and not request.session.get(VERIFIED)):
        return _log_in_again(request, _("Log in again: this session was ended."))
    if _is_idle(request, sign_in):
        return _log_in_again(request, _("You were away for long. Log in again."))
    if sign_in.must_have_factor and not sign_in.has_factor and not _is_open(request):
        return _set_up_first(request)
    if not request.path.startswith(f"{ADMIN}editing-sessions/"):
        touch(request, sign_in)
    return None


def _sign_in(request) -> SignIn | None:
    """The note of this session; one is made for a session older than the notes."""
    if SIGN_IN not in request.session:
        begin(None, request, request.user)
    own = SignIn.objects.filter(pk=request.session[SIGN_IN], user=request.user.pk)
    return standing_of(own).first()


def _is_idle(request, sign_in: SignIn) -> bool:
    remembered = timedelta(seconds=settings.SESSION_COOKIE_AGE)
    longest = IDLE if request.session.get_expire_at_browser_close() else remembered
    return timezone.now() - sign_in.seen_at > longest


def _is_open(request) -> bool:
    return request.path in {reverse(name) for name in OPEN}


def _is_machine(request) -> bool:
    """Whether a script asks, which cannot follow to a form."""
    return request.path.startswith(f"{ADMIN}api/") or (
        request.headers.get("x-requested-with") == "XMLHttpRequest"
    )


def _log_in_again(request, why: str):
    logout(request)
    if _is_machine(request):
        return JsonResponse({"detail": why}, status=403)
    messages.warning(request, why)
    return redirect_to_login(request.get_full_path(), reverse("wagtailadmin_login"))


def _set_up_first(request):
    if _is_machine(request):
        return JsonResponse({"detail": _("Set up a second factor first.")}, status=403)
    return redirect("second_factor")

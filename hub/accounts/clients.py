"""Where a request comes from: its network, and whether a person has come in on that device before.

A known device carries a signed cookie, as OWASP describes. It opens nothing: it only keeps the
mistakes of strangers from being held against the person.
"""

import ipaddress
import secrets

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.utils.crypto import salted_hmac

COOKIE = "known_device"
COOKIE_PATH = "/admin/"
SECONDS_KNOWN = 180 * 24 * 3600
MOST_PEOPLE = 5  # on one device; the earliest is forgotten
# What one subscriber may have of his own; a single address is too easily changed for another.
PREFIXES = {4: 24, 6: 48}
_SIGNER = TimestampSigner(salt="hub.accounts.known-device")


def network_of(request) -> str:
    """The network of whoever asks, as the last proxy of ours tells it."""
    address = request.META.get("REMOTE_ADDR", "")
    told = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    # Each proxy adds at the end whom it heard; what stands before was said by strangers.
    if settings.PROXY_COUNT and len(told) >= settings.PROXY_COUNT:
        address = told[-settings.PROXY_COUNT].strip()
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "unknown"
    parsed = getattr(parsed, "ipv4_mapped", None) or parsed
    return str(ipaddress.ip_network((parsed, PREFIXES[parsed.version]), strict=False))


def known_device(request, user_name: str) -> str:
    """The number of the device on which that person came in before; empty if none."""
    return _people_of(request).get(_fingerprint(user_name), "")


def remember_device(request, response, user_name: str) -> None:
    """From now on the person's tries on this device are counted by themselves."""
    people = _people_of(request)
    person = _fingerprint(user_name)
    number = people.pop(person, "") or secrets.token_urlsafe(9)
    people = dict(list(people.items())[-(MOST_PEOPLE - 1) :]) | {person: number}
    response.set_cookie(
        COOKIE,
        _SIGNER.sign_object(people, compress=True),
        max_age=SECONDS_KNOWN,
        path=COOKIE_PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _fingerprint(user_name: str) -> str:
    """Stands for the name, so that a shared computer does not tell who else uses it."""
    said = user_name.strip().lower()
    return salted_hmac("hub.accounts.known-device", said, algorithm="sha256").hexdigest()[:16]


def _people_of(request) -> dict[str, str]:
    """The numbers of those who came in on this device, by the fingerprints of their names."""
    try:
        return dict(_SIGNER.unsign_object(request.COOKIES.get(COOKIE, ""), max_age=SECONDS_KNOWN))
    except (BadSignature, ValueError):
        return {}

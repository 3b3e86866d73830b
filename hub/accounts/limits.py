"""How often one may be wrong: with passwords, codes, and letters about a forgotten password."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from hub.accounts.clients import known_device, network_of
from hub.accounts.tries import Key, Limit

PASSWORDS = Limit("password", 5, 15)
PASSWORDS_OF_NETWORK = Limit("passwords of a network", 60, 15)
CODES = Limit("code", 5, 15)
CODES_OF_STRANGERS = Limit("codes of an account", 20, 15)
OWN_PASSWORD = Limit("password asked again", 5, 15)
RESETS_OF_NETWORK = Limit("resets of a network", 10, 60)
RESETS_OF_ADDRESS = Limit("resets of an address", 3, 60)
INVITATIONS = Limit("invitations", 40, 60)


def password_keys(request, user_name: str) -> list[Key]:
    """Strangers are counted by network, so they lock out nobody elsewhere; known devices alone."""
    user_name = user_name.strip().lower()
    device = known_device(request, user_name)
    if device:
        return [PASSWORDS.key("device", user_name, device)]
    network = network_of(request)
    return [PASSWORDS_OF_NETWORK.key(network), PASSWORDS.key("network", user_name, network)]


def code_keys(request, user) -> list[Key]:
    """Whoever is asked for a code knew the password: then the account as a whole counts too."""
    device = known_device(request, user.get_username())
    if device:
        return [CODES.key("device", user.pk, device)]
    return [CODES_OF_STRANGERS.key(user.pk), CODES.key("network", user.pk, network_of(request))]


def too_many(until: datetime) -> ValidationError:
    """Says when to come back."""
    at = date_format(timezone.localtime(until), "TIME_FORMAT")
    minutes = max(1, round((until - timezone.now()).total_seconds() / 60))
    text = _("Too many tries. Come back at %(time)s (in %(minutes)s\u00a0min) and try again.")
    return ValidationError(text % {"time": at, "minutes": minutes}, code="too_many")

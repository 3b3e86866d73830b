"""Which passwords are good enough, and how a forgotten one is replaced."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms.auth import PasswordResetForm as WagtailPasswordResetForm
from wagtail.admin.views.account import PasswordResetConfirmView as WagtailPasswordResetConfirmView
from wagtail.admin.views.account import PasswordResetView as WagtailPasswordResetView

from hub.accounts import audit
from hub.accounts.clients import network_of
from hub.accounts.limits import (
    PASSWORDS,
    RESETS_OF_ADDRESS,
    RESETS_OF_NETWORK,
    password_keys,
    too_many,
)
from hub.accounts.tries import count_try, forget
from hub.transliteration import to_ascii

LEAST_LETTERS = 6
# What comes first to somebody here; Django's list of the most common ones is English.
OBVIOUS = (
    "administrators", "ciemi", "darbnica", "darisimpasi", "hubs", "kopa", "kopiena", "kopienas",
    "kopahub", "latvija", "lauki", "leader", "manaparole", "parole", "paroleparole", "partneriba",
    "password", "pieriga", "qwerty", "qwertyuiop", "redaktors", "riga", "vasara", "viediciemi",
    "zemene", "ziedzeme", "ziema",
)  # fmt: skip


class ObviousPasswordValidator:
    """Refuses a word of the hub or one's own name with a number, and few letters over and over."""

    def validate(self, password, user=None):
        if len(set(password.lower())) < LEAST_LETTERS:
            raise ValidationError(
                _("The password repeats the same few characters: mix in others."), code="repeats"
            )
        letters = _letters(password)
        for name in _names_of(user):
            letters = letters.replace(name, "")
        if letters in OBVIOUS or (len(letters) < LEAST_LETTERS and letters != _letters(password)):
            raise ValidationError(
                _("That is the first password anybody would guess: take several words."),
                code="obvious",
            )

    def get_help_text(self):
        return _("Best are four or five words that do not belong together.")


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", to_ascii(text.lower()))


def _names_of(user) -> list[str]:
    """The person's names, the longest first."""
    if user is None:
        return []
    parts = (user.first_name, user.last_name, *re.split(r"\W", f"{user.username} {user.email}"))
    names = {_letters(part) for part in parts}
    return sorted((name for name in names if len(name) > 2), key=len, reverse=True)  # noqa: PLR2004


class PasswordResetForm(WagtailPasswordResetForm):
    """Wagtail's, for some letters an hour; whether the address is known is never told."""

    def __init__(self, *args, network: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.network = network

    def clean_email(self):
        until = count_try([RESETS_OF_NETWORK.key(self.network)])
        if until:
            raise too_many(until)
        return self.cleaned_data["email"]

    def get_users(self, email):
        """Those of the address; nobody when it had its letters, which looks the same from here."""
        if count_try([RESETS_OF_ADDRESS.key(email.strip().lower())]):
            return []
        return super().get_users(email)


class PasswordResetView(WagtailPasswordResetView):
    """Sends the letter."""

    def get_form_class(self):
        return PasswordResetForm

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "network": network_of(self.request)}


class PasswordResetConfirmView(WagtailPasswordResetConfirmView):
    """Takes the new password; whoever has the letter need not wait for the end of a count."""

    def form_valid(self, form):
        response = super().form_valid(form)
        keys = password_keys(self.request, self.user.get_username())
        forget(key for key in keys if key.limit is PASSWORDS)
        audit.note(self.user, audit.PASSWORD_CHANGED, self.user)
        return response

"""The way into the admin, for people who have no account on any other site."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm as WagtailLoginForm


class LoginForm(WagtailLoginForm):
    """Wagtail's, with labels in the reader's language and names that password managers know."""

    error_messages = {
        **WagtailLoginForm.error_messages,
        "invalid_login": _(
            "That user name and password do not match. "
            "Check the capital letters and type the password again."
        ),
    }

    def __init__(self, request=None, *args, **kwargs):
        super().__init__(request, *args, **kwargs)
        self._label("username", _("User name"), "username", _("Write your user name."))
        self._label("password", _("Password"), "current-password", _("Write your password."))

    def _label(self, name: str, label, autocomplete: str, required) -> None:
        """Give a field its words; a hint inside it would be gone as soon as one types."""
        field: forms.Field = self.fields[name]
        field.label = label
        field.widget.attrs["autocomplete"] = autocomplete
        field.widget.attrs.pop("placeholder", None)
        field.error_messages["required"] = required

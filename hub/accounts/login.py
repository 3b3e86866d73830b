"""The way into the admin: the password, then the code of those who have a second factor."""

import time

from django import forms
from django.contrib.auth import login as begin_session
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.forms.auth import LoginForm as WagtailLoginForm
from wagtail.admin.views.account import LoginView as WagtailLoginView

from hub.accounts import audit
from hub.accounts.clients import remember_device
from hub.accounts.limits import PASSWORDS_OF_NETWORK, code_keys, password_keys, too_many
from hub.accounts.second_factor import accept_code, has_second_factor
from hub.accounts.sign_ins import VERIFIED
from hub.accounts.tries import count_try, forget, take_back
from hub.users import User

PENDING = "password_known"  # key of the session
SECONDS_PENDING = 600


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

    def clean(self):
        """Judge the password, unless there were too many wrong ones just now."""
        user_name = self.cleaned_data.get("username", "")
        keys = password_keys(self.request, user_name)
        until = count_try(keys)
        if until:
            raise too_many(until)
        try:
            cleaned = super().clean()
        except ValidationError:
            audit.failed_sign_in(self.request, user_name)
            raise
        if self.user_cache is not None:
            take_back(key for key in keys if key.limit is PASSWORDS_OF_NETWORK)
            forget(key for key in keys if key.limit is not PASSWORDS_OF_NETWORK)
        return cleaned


@method_decorator(sensitive_post_parameters("password"), name="dispatch")
class LoginView(WagtailLoginView):
    """Wagtail's; nobody with a second factor is logged in before the code."""

    def form_valid(self, form):
        user = form.get_user()
        if has_second_factor(user):
            self.request.session[PENDING] = {
                "user": user.pk,
                "hash": user.get_session_auth_hash(),
                "remember": bool(form.cleaned_data.get("remember")),
                "next": self.get_success_url(),
                "until": time.time() + SECONDS_PENDING,
            }
            return redirect("sign_in_code")
        response = super().form_valid(form)
        return welcome(self.request, response, user)


def welcome(request, response, user):
    """What follows each log-in."""
    remember_device(request, response, user.get_username())
    audit.signed_in(request, user)
    return response


class CodeForm(forms.Form):
    """Six digits of the phone, or a recovery code."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        help_text=_(
            "The six digits that the app on your phone shows now. "
            "Without the phone: one of your recovery codes."
        ),
        error_messages={"required": _("Write the code.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "autofocus": True}
        ),
    )


@method_decorator(sensitive_post_parameters("code"), name="dispatch")
class CodeView(FormView):
    """Asks those whose password was right for the code."""

    template_name = "hub/accounts/sign_in_code.html"
    form_class = CodeForm

    def dispatch(self, request, *args, **kwargs):
        self.pending = request.session.get(PENDING) or {}
        self.person = self._person()
        if self.person is None:
            request.session.pop(PENDING, None)
            return redirect("wagtailadmin_login")
        return super().dispatch(request, *args, **kwargs)

    def _person(self) -> User | None:
        """Whoever said the password not long ago, if it is still theirs."""
        if self.pending.get("until", 0) < time.time():
            return None
        person = User.objects.filter(pk=self.pending["user"], is_active=True).first()
        if person is None or person.get_session_auth_hash() != self.pending["hash"]:
            return None
        return person

    def form_valid(self, form):
        keys = code_keys(self.request, self.person)
        until = count_try(keys)
        if until:
            form.add_error("code", too_many(until))
            return self.form_invalid(form)
        way = accept_code(self.person, form.cleaned_data["code"])
        if not way:
            audit.failed_code(self.request, self.person)
            form.add_error(
                "code",
                _("That code does not open. Wait until the app shows the next one and type it."),
            )
            return self.form_invalid(form)
        forget(keys)
        return self.sign_in(way)

    def sign_in(self, way: str):
        """The session begins; whoever used a recovery code hears how many are left."""
        request = self.request
        del request.session[PENDING]
        begin_session(request, self.person)
        request.session[VERIFIED] = True
        # Stock: for as long as the browser is open, or two weeks.
        request.session.set_expiry(None if self.pending["remember"] else 0)
        if way == "recovery":
            _tell_codes_left(request, self.person)
        response = redirect(self.pending["next"])
        return welcome(request, response, self.person)

    def get_context_data(self, **kwargs):
        return super().get_context_data(login_url=reverse("wagtailadmin_login"), **kwargs)


def _tell_codes_left(request, user) -> None:
    left = user.recovery_codes.count()
    audit.used_recovery_code(request, user)
    text = ngettext(
        "You came in with a recovery code. %(count)d is left.",
        "You came in with a recovery code. %(count)d are left.",
        left,
    )
    messages.warning(request, text % {"count": left})

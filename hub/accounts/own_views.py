"""What each person does with their own account: the second factor, and where they are logged in."""

from django import forms
from django.http import Http404
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import TemplateView
from django_otp.plugins.otp_totp.models import default_key
from wagtail.admin import messages

from hub.accounts import audit
from hub.accounts.limits import CODES, OWN_PASSWORD, too_many
from hub.accounts.second_factor import (
    confirm_device,
    device_to_set_up,
    has_second_factor,
    must_have_second_factor,
    new_recovery_codes,
    qr_code,
    remove_second_factor,
    secret_in_fours,
)
from hub.accounts.sign_ins import SIGN_IN, VERIFIED, end, end_others, open_sign_ins
from hub.accounts.tries import count_try, forget
from hub.admin_screens import Screen
from hub.letters import send_letter

WAITING_KEY = "second_factor_key"  # key of the session


class OwnPasswordForm(forms.Form):
    """Asks whoever sits there whether it is still the same person."""

    password = forms.CharField(
        label=gettext_lazy("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": gettext_lazy("Write your password.")},
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self):
        key = OWN_PASSWORD.key(self.user.pk)
        until = count_try([key])
        if until:
            raise too_many(until)
        if not self.user.check_password(self.cleaned_data["password"]):
            raise forms.ValidationError(_("That is not your password."))
        forget([key])
        return self.cleaned_data["password"]


class FirstCodeForm(forms.Form):
    """The first code of a phone proves that the phone and the hub agree."""

    code = forms.CharField(
        label=gettext_lazy("The six digits that the app shows now"),
        max_length=10,
        error_messages={"required": gettext_lazy("Write the code.")},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )

    def __init__(self, *args, device, **kwargs):
        super().__init__(*args, **kwargs)
        self.device = device

    def clean_code(self):
        key = CODES.key("set up", self.device.user.pk)
        until = count_try([key])
        if until:
            raise too_many(until)
        code = "".join(self.cleaned_data["code"].split())
        if not confirm_device(self.device, code):
            raise forms.ValidationError(
                _("That code is not the one. See that the phone’s clock is right and try the next.")
            )
        forget([key])
        return code


@method_decorator(sensitive_post_parameters(), name="dispatch")
class SecondFactorView(Screen, TemplateView):
    """Set up, new recovery codes, remove: all at one address, the only one open before it."""

    template_name = "hub/accounts/second_factor.html"
    page_title = gettext_lazy("Second factor")
    header_icon = "key"

    def post(self, request, *args, **kwargs):
        if not has_second_factor(request.user):
            return self.set_up()
        form = OwnPasswordForm(request.POST, user=request.user)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        if "remove" in request.POST:
            return self.remove()
        return self.show_codes(audit.NEW_CODES)

    def set_up(self):
        form = FirstCodeForm(self.request.POST, device=self.waiting_device())
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        del self.request.session[WAITING_KEY]
        self.request.session[VERIFIED] = True
        end_others(self.request)
        send_letter("second_factor_on", [self.request.user])
        return self.show_codes(audit.FACTOR_ON)

    def waiting_device(self):
        """The phone that is being set up: the same secret until it has said its first code."""
        key = self.request.session.setdefault(WAITING_KEY, default_key())
        return device_to_set_up(self.request.user, key)

    def show_codes(self, why: str):
        """The one time that recovery codes are seen."""
        audit.note(self.request.user, why, self.request.user)
        codes = new_recovery_codes(self.request.user)
        response = self.render_to_response(self.get_context_data(codes=codes))
        response["Cache-Control"] = "no-store"
        return response

    def remove(self):
        user = self.request.user
        if must_have_second_factor(user):
            messages.error(self.request, _("Your group must have a second factor."))
            return redirect("second_factor")
        remove_second_factor(user)
        self.request.session.pop(VERIFIED, None)
        audit.note(user, audit.FACTOR_OFF, user)
        send_letter("second_factor_off", [user], by=None)
        messages.success(self.request, _("The second factor is removed: the password is enough."))
        return redirect("second_factor")

    def get_context_data(self, **kwargs):
        user = self.request.user
        is_on = has_second_factor(user)
        if is_on:
            kwargs.setdefault("form", OwnPasswordForm(user=user))
        else:
            device = self.waiting_device()
            kwargs.setdefault("form", FirstCodeForm(device=device))
            kwargs.update(qr_code=qr_code(device), secret=secret_in_fours(device))
        return super().get_context_data(
            is_on=is_on,
            is_obliged=must_have_second_factor(user),
            count_of_codes=user.recovery_codes.count(),
            **kwargs,
        )


class SignInsView(Screen, TemplateView):
    """Where one is logged in; log out there, or everywhere else."""

    template_name = "hub/accounts/sign_ins.html"
    page_title = gettext_lazy("Where you are logged in")
    header_icon = "desktop"

    def post(self, request, *args, **kwargs):
        count = end_others(request) if "others" in request.POST else self.end_one()
        audit.note(request.user, audit.SESSIONS_ENDED, request.user, count=count)
        text = ngettext(
            "You were logged out on %(count)d device.",
            "You were logged out on %(count)d devices.",
            count,
        )
        messages.success(request, text % {"count": count})
        return redirect("sign_ins")

    def end_one(self) -> int:
        """Log out on one device, never on somebody else's."""
        number = self.request.POST.get("end", "")
        one = self.request.user.sign_ins.filter(pk=int(number) if number.isdecimal() else 0)
        if not one.exists():
            raise Http404
        return end(one)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            sign_ins=open_sign_ins(self.request.user)[:100],
            here=self.request.session.get(SIGN_IN),
            **kwargs,
        )

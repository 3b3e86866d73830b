"""The forms with which people are invited, come in for the first time, and leave."""

from django import forms
from django.conf import settings
from django.contrib.auth import password_validation
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.utils import get_user_display_name

from hub.accounts.invitations import Invitation
from hub.accounts.limits import INVITATIONS, too_many
from hub.accounts.people import Roles, colleagues_of, groups_offered_to
from hub.accounts.tries import count_try
from hub.transliteration import to_ascii
from hub.users import User


class GroupChoice(forms.ModelChoiceField):
    """Groups by what they are to people."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, queryset=Group.objects.none(), **kwargs)
        self.roles: Roles | None = None

    def label_from_instance(self, obj):
        self.roles = self.roles or Roles()
        return self.roles.name(obj)


class InviteForm(forms.ModelForm):
    """Whom, as what, in which language."""

    group = GroupChoice(label=gettext_lazy("Role"))
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the letter"), choices=settings.LANGUAGES
    )

    class Meta:
        model = Invitation
        fields = ["email", "name", "group", "language"]
        labels = {"email": gettext_lazy("E-mail"), "name": gettext_lazy("Name")}
        help_texts = {"name": gettext_lazy("How the letter addresses the person; may stay empty.")}

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.by = by
        self.fields["group"].queryset = groups_offered_to(by)
        self.fields["language"].initial = settings.LANGUAGE_CODE

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            until = count_try([INVITATIONS.key(self.by.pk)])
            if until:
                raise too_many(until)
        return cleaned


class AcceptForm(forms.ModelForm):
    """Name, language, password: told before typing what a password must be."""

    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=settings.LANGUAGES)
    password = forms.CharField(
        label=gettext_lazy("Password"),
        strip=False,
        max_length=200,
        help_text=password_validation.password_validators_help_text_html,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    password_again = forms.CharField(
        label=gettext_lazy("Password once more"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    field_order = ["first_name", "last_name", "username", "language", "password", "password_again"]

    class Meta:
        model = User
        fields = ["first_name", "last_name", "username"]
        labels = {
            "first_name": gettext_lazy("First name"),
            "last_name": gettext_lazy("Last name"),
            "username": gettext_lazy("User name"),
        }
        help_texts = {
            "username": gettext_lazy("With it you log in: small letters, digits, dots and dashes."),
        }

    def __init__(self, *args, invitation: Invitation, **kwargs):
        self.invitation = invitation
        first, _space, last = invitation.name.partition(" ")
        kwargs["initial"] = {
            "first_name": first,
            "last_name": last,
            "username": suggested_name(invitation),
            "language": invitation.language,
        }
        super().__init__(*args, instance=User(email=invitation.email), **kwargs)
        for name, purpose in {
            "first_name": "given-name", "last_name": "family-name", "username": "username"
        }.items():  # fmt: skip
            self.fields[name].required = True
            self.fields[name].widget.attrs["autocomplete"] = purpose
        self.fields["username"].widget.attrs["autocapitalize"] = "none"

    def clean_username(self):
        name = self.cleaned_data["username"].strip().lower()
        if User.objects.filter(username__iexact=name).exists():
            raise ValidationError(_("Somebody has that user name already: take another."))
        return name

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("password") != cleaned.get("password_again"):
            self.add_error("password_again", _("The two passwords are not the same."))
        if User.objects.filter(email__iexact=self.invitation.email, is_active=True).exists():
            raise ValidationError(
                _("This address has an account already: log in and open the link again.")
            )
        return cleaned

    def _post_clean(self):
        super()._post_clean()
        password = self.cleaned_data.get("password")
        if password:
            try:
                password_validation.validate_password(password, self.instance)
            except ValidationError as error:
                self.add_error("password", error)

    def user(self) -> User:
        """The account that is not saved yet."""
        self.instance.set_password(self.cleaned_data["password"])
        return self.instance


def suggested_name(invitation: Invitation) -> str:
    """A user name made of the name, or else of the address."""
    said = invitation.name or invitation.email.partition("@")[0]
    return slugify(to_ascii(said.replace(".", " "))).replace("-", ".")[:60]


class SuccessorChoice(forms.ModelChoiceField):
    """Colleagues by their names."""

    def label_from_instance(self, obj):
        return get_user_display_name(obj)


class LeaveForm(forms.Form):
    """Who takes over."""

    successor = SuccessorChoice(
        label=gettext_lazy("Who takes over the pages"),
        queryset=User.objects.none(),
        required=False,
        empty_label=gettext_lazy("Nobody: the name stays with them"),
        help_text=gettext_lazy(
            "Drafts and answers to what was submitted then go to this colleague. "
            "The pages belong to the house in either case."
        ),
    )

    def __init__(self, *args, by, person, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["successor"].queryset = colleagues_of(by, person)

"""What is asked when a partnership comes or leaves, and when an organisation supports places."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hub.onboarding.partnerships import check_new
from hub.ownership import Owner, Supporter
from hub.transliteration import to_ascii


class NewPartnershipForm(forms.Form):
    """The name is enough; the key is made of it, the languages are all of the site's."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=120,
        help_text=gettext_lazy("As readers know it; it becomes the title of the page."),
    )
    key = forms.SlugField(
        label=gettext_lazy("Key"),
        max_length=50,
        required=False,
        help_text=gettext_lazy(
            "Small Latin letters and hyphens; stays for ever. Left empty, it is made of the name."
        ),
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages of its page"),
        choices=lambda: settings.LANGUAGES,
        initial=lambda: [code for code, _name in settings.LANGUAGES],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("The first language is always there."),
    )

    def clean(self):
        values = super().clean()
        name = values.get("name", "")
        if name and not values.get("key") and "key" not in self.errors:
            values["key"] = slugify(to_ascii(name))[:50]
        if name and values.get("key"):
            self._refuse_what_cannot_be(values["key"], name)
        return values

    def _refuse_what_cannot_be(self, key: str, name: str) -> None:
        try:
            check_new(key, name)
        except ValidationError as refusal:
            self.add_error(None, refusal)


class NewOwnerForm(forms.Form):
    """To whom everything goes."""

    to = forms.ModelChoiceField(Owner.objects.none(), label=gettext_lazy("New owner"))

    def __init__(self, owner: Owner, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = Owner.objects.exclude(pk=owner.pk)


class ConfirmForm(forms.Form):
    """The name typed once more, so that nobody hands over the wrong house."""

    name = forms.CharField(label=gettext_lazy("Name of the partnership that leaves"))

    def __init__(self, owner: Owner, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.owner = owner
        text = _("Type it exactly as it stands here: %(name)s")
        self.fields["name"].help_text = text % {"name": owner.name}

    def clean_name(self):
        if self.cleaned_data["name"].strip() != self.owner.name:
            raise ValidationError(_("This is not the name."))
        return self.cleaned_data["name"]


class NewSupporterForm(forms.ModelForm):
    """An organisation that will write for some communities."""

    class Meta:
        model = Supporter
        fields = ["name"]
        error_messages = {
            "name": {"unique": gettext_lazy("There is a supporter of this name already.")}
        }


class SupportedForm(forms.Form):
    """The communities that the organisation writes for, of those that the user decides on."""

    communities = forms.ModelMultipleChoiceField(
        None,
        label=gettext_lazy("Communities"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("With all that stands below them, their records and files."),
    )

    def __init__(self, communities, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["communities"].queryset = communities

"""What is asked of those who decide."""

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST_COMMENT = 2000


class ApproveForm(forms.Form):
    """A word for the author, if wanted."""

    comment = forms.CharField(
        label=_("Comment"),
        required=False,
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea({"rows": 4}),
        help_text=_(
            "The author reads it in the editor and in a letter. "
            "To send the page back, write what should be changed."
        ),
    )


class SendBackForm(ApproveForm):
    """What has to be changed: without it the author would have to guess."""

    comment = forms.CharField(
        label=_("What should be changed?"),
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Say what should be changed: the author reads it.")},
    )

"""A field that holds several words of a fixed list."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class ChoiceListField(models.JSONField):
    """A list of slugs from `vocabulary`, a TextChoices class; edited as check boxes.

    The choices stay out of migrations, so that a new word needs none.
    """

    def __init__(self, *args, vocabulary=None, **kwargs):
        self.vocabulary = vocabulary
        super().__init__(*args, **{"default": list, "blank": True, **kwargs})

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs

    def formfield(self, **kwargs):
        return forms.MultipleChoiceField(
            choices=self.vocabulary.choices,
            widget=forms.CheckboxSelectMultiple,
            required=not self.blank,
            label=self.verbose_name,
            help_text=self.help_text,
        )

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        unknown = sorted(set(value or []) - set(self.vocabulary.values))
        if unknown:
            raise ValidationError(
                _("Not in the list: %(words)s"), params={"words": ", ".join(map(str, unknown))}
            )

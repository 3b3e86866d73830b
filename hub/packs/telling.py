"""How kinds of thing and broken rules are named in what is told: always in English."""

from contextlib import AbstractContextManager

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import translation


def in_english() -> AbstractContextManager:
    """What is wrong is told in English, whatever language is active."""
    return translation.override("en")


def name_of_kind(model: type[models.Model]) -> str:
    """What editors call a thing of that model."""
    with in_english():
        return str(model._meta.verbose_name)


def explain(error: ValidationError) -> str:
    """All that a validation error says, in one line."""
    with in_english():
        return " ".join(str(message) for message in error.messages)

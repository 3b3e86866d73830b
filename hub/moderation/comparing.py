"""What differs between two versions of a page, field by field, as Wagtail's history shows it."""

import re
from typing import Any

from django.db.models import TextField
from wagtail.fields import StreamField

# The editor of texts names each paragraph anew where it has no name yet.
_PARAGRAPH_NAME = re.compile(r' data-block-key=\\?"[^"\\]*\\?"')


def is_same(one: Any, other: Any) -> bool:
    """Whether two values of a field, as they are stored, say the same to a reader."""
    if isinstance(one, str) and isinstance(other, str):
        return _PARAGRAPH_NAME.sub("", one) == _PARAGRAPH_NAME.sub("", other)
    return one == other


def differences(page, before, after, request) -> list:
    """Wagtail's comparisons of the fields that changed between two versions of `page`."""
    panel = page.get_edit_handler().get_bound_panel(instance=page, request=request, form=None)
    found = []
    for compare in panel.get_comparison():
        comparison = compare(before, after)
        if comparison.has_changed() and not _is_text_same(comparison.field, before, after):
            found.append(comparison)
    return found


def _is_text_same(field, before, after) -> bool:
    if not isinstance(field, TextField | StreamField):
        return False
    return is_same(field.value_to_string(before), field.value_to_string(after))

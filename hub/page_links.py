"""Links to pages within texts: the addresses of all that a page's texts lead to, in one query.

Stock Wagtail asks at least three times for each text that has a link; a guide asked fifty times.
"""

import json
import re
from collections.abc import Collection, Iterator
from contextvars import ContextVar
from functools import cache

from django.core.signals import request_started
from django.utils.html import escape
from django.utils.translation import get_language
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import LinkHandler

from hub.localised import localised_by_id

# As rich text is kept, or as it stands within JSON, where quotes are escaped.
_LINK = re.compile(r'<a (?=[^>]*linktype=\\?"page)[^>]*?\bid=\\?"(\d+)')

# Of the answer being made: the address of each page that its texts lead to, by the page's number.
_known: ContextVar[dict[str, str] | None] = ContextVar("addresses_of_links", default=None)


class TextLinkHandler(LinkHandler):
    """Leads to the page in the reader's language, if it is there; to a draft leads nothing."""

    identifier = "page"

    @staticmethod
    def get_model():
        return Page

    @classmethod
    def extract_references(cls, attrs: dict) -> Iterator[tuple]:
        yield Page, attrs["id"], "", ""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        wanted = [str(attrs.get("id")) for attrs in attrs_list]
        known = _known.get()
        if known is None or not known.keys() >= set(wanted):
            known = addresses_of(wanted)
        return [f'<a href="{escape(known[pk])}">' if known[pk] else "<a>" for pk in wanted]


def know_links_of(page: Page) -> None:
    """Look up all that the page's texts lead to, so that no text need ask."""
    _known.set(addresses_of(_LINK.findall("".join(_texts_of(page)))))


def forget_links(**_signal) -> None:
    """The next answer begins anew: a page may have moved."""
    _known.set(None)


request_started.connect(forget_links)


def addresses_of(wanted: Collection[str]) -> dict[str, str]:
    """The address of each page in the reader's language, else in its own; empty if it is none."""
    numbers = {int(pk) for pk in wanted if pk.isascii() and pk.isdigit()}
    found = localised_by_id(numbers, get_language() or "") if numbers else {}
    pages = {str(pk): page.url for pk, page in found.items()}
    return {pk: pages.get(pk, "") for pk in wanted}


@cache
def _fields_of(model: type[Page]) -> tuple[list[str], list[str]]:
    """The names of a type's fields of rich text, and of those of blocks."""
    fields = model._meta.get_fields()
    return (
        [field.name for field in fields if isinstance(field, RichTextField)],
        [field.name for field in fields if isinstance(field, StreamField)],
    )


def _texts_of(page: Page) -> Iterator[str]:
    rich, streams = _fields_of(type(page))
    for name in rich:
        yield getattr(page, name) or ""
    for name in streams:
        yield json.dumps(getattr(page, name).get_prep_value())

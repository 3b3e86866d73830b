"""Finds pages in which advice to the editor still stands in place of text."""

import json
from collections.abc import Iterable

from wagtail.fields import StreamField
from wagtail.models import Page

from hub.blocks.text import GUIDANCE_MARK


def pages_with_guidance(pages: Iterable, with_those_below: bool = False) -> list[str]:
    """Titles of those pages, in their newest version, that nobody has written yet."""
    chosen = [page for page in pages if isinstance(page, Page)]
    if with_those_below:
        below = [page.get_descendants().not_live().specific() for page in chosen]
        chosen = [*chosen, *(page for tree in below for page in tree)]
    return [page.title for page in chosen if _has_guidance(page)]


def _has_guidance(page: Page) -> bool:
    newest = page.get_latest_revision_as_object()
    streams = [field for field in type(newest)._meta.fields if isinstance(field, StreamField)]
    written = [field.get_prep_value(getattr(newest, field.name)) for field in streams]
    # Some are text already, in which the mark is escaped.
    mark = json.dumps(GUIDANCE_MARK).strip('"')
    return any(GUIDANCE_MARK in str(text) or mark in str(text) for text in written)

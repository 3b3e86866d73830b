"""The editors' guide, as it lies in the repository, shown inside the admin."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from markdown_it import MarkdownIt
from markdown_it.token import Token

from hub.transliteration import to_ascii

FILE = settings.ROOT / "docs" / "editors.md"


@dataclass(frozen=True)
class Guide:
    """Its title, its sections as anchor and heading, and the text below the title."""

    title: str
    sections: tuple[tuple[str, str], ...]
    html: SafeString


def editors_guide(request: HttpRequest) -> HttpResponse:
    """The guide with its contents beside it."""
    return render(request, "hub/admin/guide.html", {"guide": read(FILE.read_text())})


@lru_cache(maxsize=1)
def read(markdown: str) -> Guide:
    """The guide written in `markdown`; raw HTML in it is shown as words."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(markdown)
    title = tokens[1].content if tokens and tokens[0].tag == "h1" else ""
    body = tokens[3:] if title else tokens
    sections = tuple(_anchored(body))
    html = parser.renderer.render(body, parser.options, {})
    return Guide(title, sections, mark_safe(html))  # noqa: S308 – our own file, without raw HTML


def _anchored(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    """Give each section an anchor, the English one its language; the sections."""
    language = ""
    for token, text in zip(tokens, tokens[1:], strict=False):
        if token.type == "heading_open" and token.tag == "h2":
            anchor = slugify(to_ascii(text.content))
            token.attrSet("id", anchor)
            language = "en" if "English" in text.content else ""
            yield anchor, text.content
        if language and token.type.endswith("_open"):
            token.attrSet("lang", language)

"""Parts of which a page has dozens, written without the template engine.

A card's picture, kind and line of facts took 430 calls as three included templates and take 90.
"""

from collections.abc import Iterable
from datetime import date, datetime
from html import escape

from django.utils import timezone
from django.utils.dates import MONTHS_3
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from hub.bands import hue_of, owner_mark
from hub.maps import on_map


def drawn_picture(picture: dict, sizes: str, loading: str = "lazy") -> SafeString:
    """A picture in its drawn sizes; the browser takes what it needs of them."""
    srcset = picture.get("srcset")
    sources = responsive = ""
    if srcset:
        modern = ((name, srcset[name], sizes) for name in ("avif", "webp"))
        source = '<source type="image/{}" srcset="{}" sizes="{}">'
        sources = format_html_join("", source, modern)
        responsive = format_html(' srcset="{}" sizes="{}"', srcset["jpeg"], sizes)
    return format_html(
        '<picture>{}<img src="{}"{} width="{}" height="{}" alt="{}" loading="{}" decoding="async">'
        "</picture>",
        *(sources, picture["src"], responsive, picture["width"], picture["height"]),
        *(picture["alt"], loading),
    )


def facts_line(words: Iterable[str]) -> SafeString | str:
    """One line of facts: place, year, a number."""
    if not words:
        return ""
    said = "</span><span>".join(escape(word) for word in words)
    return SafeString(f'<p class="card__facts"><span>{said}</span></p>')


def calendar_leaf(day: date) -> SafeString:
    """A day as a leaf of a calendar; the day stands in words beside it."""
    if isinstance(day, datetime):
        day = timezone.localtime(day)
    return SafeString(
        '<div class="leaf" aria-hidden="true">'
        f'<span class="leaf__month">{str(MONTHS_3[day.month]).title()}</span>'
        f'<span class="leaf__day">{day.day}</span><span class="leaf__year">{day.year}</span></div>'
    )


def map_list(entries: Iterable, language: str) -> SafeString:
    """The names beside a map, each with its owner's mark; what is told elsewise says in what."""
    items = (
        (
            owner_mark(entry.owner),
            entry.url,
            SafeString(f' hreflang="{entry.language}" lang="{entry.language}"')
            if entry.language != language
            else "",
            entry.title,
        )
        for entry in entries
    )
    return format_html_join("", '<li>{} <a href="{}"{}>{}</a></li>', items)


def facet_options(name: str, options: Iterable) -> SafeString:
    """The values of a facet, each with its number of hits; those chosen are ticked."""
    return SafeString(
        "".join(
            f'<label class="facet__option"><input type="checkbox" name="{name}"'
            f' value="{escape(option.value)}"{" checked" if option.is_chosen else ""}>'
            f" <span>{escape(option.label)}</span>"
            f' <span class="facet__count">{option.count}</span></label>'
            for option in options
        )
    )


def map_pins(entries: Iterable) -> SafeString:
    """A pin on the drawn map for each entry with a point."""
    pins = (
        (entry.url, hue_of(entry.owner), *on_map(entry.latitude, entry.longitude), entry.title)
        for entry in entries or ()
        if entry.latitude is not None
    )
    return format_html_join(
        "",
        '<a href="{}" tabindex="-1"><circle class="pin hue-{}" cx="{}" cy="{}" r="5">'
        "<title>{}</title></circle></a>",
        pins,
    )

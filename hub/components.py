"""Parts of which a page has dozens, written without the template engine.

A card's picture, kind and line of facts took 430 calls as three included templates and take 90.
"""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from hub.bands import hue_of
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
    said = format_html_join("", "<span>{}</span>", ((word,) for word in words))
    return format_html('<p class="card__facts">{}</p>', said)


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

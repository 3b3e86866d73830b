"""What templates ask of the kernel: bands, marks, the map, numbers as people read them."""

import posixpath
import re
from decimal import Decimal
from functools import cache
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext

from hub import bands, components, drawings, maps, pictures
from hub.assets import asset
from hub.head import Head, versions_of
from hub.navigation import Navigation, Version, home_address, language_name
from hub.pages import HubPage

register = template.Library()

register.simple_tag(asset)
register.simple_tag(bands.woven_band)
register.simple_tag(bands.owner_mark)
register.simple_tag(pictures.text_picture)
register.simple_tag(versions_of, takes_context=True, name="language_versions")
register.simple_tag(components.drawn_picture)
register.simple_tag(components.facts_line)
register.simple_tag(components.facet_options)
register.simple_tag(components.calendar_leaf)
register.simple_tag(components.map_list)
register.simple_tag(components.map_pins)
register.simple_tag(home_address)
register.simple_tag(drawings.scene)
register.simple_tag(drawings.card_art)
register.simple_tag(drawings.counted_cells)
register.simple_tag(drawings.minutes_bar)
register.simple_tag(drawings.places_map)
register.filter("hue", bands.hue_of)


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """A drawn sign beside words that say the same."""
    address = asset("hub/icons.svg")
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>', address, name
    )


@register.simple_tag(takes_context=True)
def navigation(context) -> Navigation:
    """Menu, way up and languages of the page in the context, or of an address that is none."""
    page = context.get("page")
    language = get_language() or settings.LANGUAGE_CODE
    return Navigation(language, page if is_hub_page(page) else None, context.get("arrangement"))


def is_hub_page(thing: object) -> bool:
    """Whether it is a page that can be saved and linked to; paginators call theirs „page” too."""
    return isinstance(thing, HubPage)


@register.simple_tag(takes_context=True)
def page_head(context, around: Navigation, versions: list[Version]) -> Head:
    """Title, description, addresses and facts of what the context shows."""
    return Head(context, around, versions)


@register.simple_tag
def languages() -> list[tuple[str, str]]:
    """Code and own name of each language of the site."""
    return [(code, language_name(code)) for code, _name in settings.LANGUAGES]


@register.simple_tag
def search_address(**parameters: str) -> str:
    """The search page in the reader's language with these choices."""
    home = home_address(get_language() or settings.LANGUAGE_CODE)
    query = urlencode({name: value for name, value in parameters.items() if value})
    return posixpath.join(home, "search/") + (f"?{query}" if query else "")


@register.filter
def map_point(thing) -> maps.MapPoint | None:
    """Where an entry or a place with `latitude` and `longitude` lies on the drawn map."""
    if thing.latitude is None or thing.longitude is None:
        return None
    return maps.on_map(thing.latitude, thing.longitude)


@register.filter
def plain_number(number: Decimal | int | None) -> str:
    """„18 191,74”: without needless decimals, thousands apart, in the reader's way."""
    if number is None:
        return ""
    whole = Decimal(number) == Decimal(number).to_integral_value()
    text = number_format(Decimal(number), 0 if whole else 2, force_grouping=abs(number) >= 10_000)
    return text.replace(" ", "\u00a0")


@register.filter
def minutes_and_seconds(seconds: float | None) -> str:
    """„1:05”."""
    whole = round(seconds or 0)
    return f"{whole // 60}:{whole % 60:02}"


@register.filter
def said_minutes(minutes: int | None) -> str:
    """„45 min”, „2 h 30 min”, or days where it takes days."""
    minutes = minutes or 0
    if minutes >= 1440 and minutes % 1440 == 0:
        days = minutes // 1440
        return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours}\u00a0h"] if hours else []
    parts += [f"{rest}\u00a0min"] if rest or not hours else []
    return " ".join(parts)


@register.filter
def number_and_unit(said: str) -> tuple[str, str]:
    """„18 191,74 EUR” as its number and what is counted; a number that comes later is none."""
    number, unit = re.match(r"([\d\s.,]*)(.*)", said, re.DOTALL).groups()
    return number.strip(), unit


@register.filter
def item(mapping: dict, key: str) -> object:
    """The mapping's value for `key`; nothing where it has none."""
    return mapping.get(key)


@register.filter
def bare_address(url: str) -> str:
    """„ziedzeme.lv”: an address as people say it."""
    return url.split("://", 1)[-1].removeprefix("www.").rstrip("/")

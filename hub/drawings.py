"""The hub's own drawings: scenes of themes and phases, numbers as cells, an evening as a bar.

All of them stand beside words that say the same, so they are decoration for who cannot see them.
"""

import math
import re
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from hub import maps
from hub.assets import asset
from hub.bands import hue_of, woven_band

SCENES = frozenset(
    re.findall(
        r'<symbol id="([^"]+)"', (Path(__file__).parent / "static/hub/scenes.svg").read_text()
    )
)
MOST_CELLS = 240
CELLS_IN_A_ROW = 20
_DRAWN = Decimal("0.8")  # of a cell's side; the rest is the gap
_SHADES = (1, 3, 9)  # up to so many; more is the darkest


@cache
def scene(name: str) -> SafeString:
    """The drawing „theme-…” or „phase-…”; empty where there is none."""
    if name not in SCENES:
        return SafeString("")
    size = "160 96" if name.startswith("phase") else "64 64"
    return format_html(
        '<svg class="scene scene--{}" viewBox="0 0 {}" aria-hidden="true">'
        '<use href="{}#{}"/></svg>',
        name.partition("-")[0], size, asset("hub/scenes.svg"), name,
    )  # fmt: skip


@lru_cache(maxsize=2000)
def card_art(kind: str, name: str, owner: str, drawing: str) -> SafeString:
    """What a card shows in a picture's place: the woven band of `name`, with a drawing or alone."""
    drawn = scene(drawing) if kind not in ("community", "partnership") else ""
    look = "card__art--scene" if drawn else "card__art--band"
    return format_html(
        '<div class="card__art {} hue-{}">{}{}</div>', look, hue_of(owner), drawn,
        woven_band(name, owner),
    )  # fmt: skip


def value_of_a_cell(number: Decimal) -> int:
    """The power of ten that one cell stands for, so that `MOST_CELLS` are enough."""
    value = 1
    while number / value > MOST_CELLS:
        value *= 10
    return value


def _cells(count: Decimal) -> str:
    """A path of `count` cells, row below row; its dashes are the cells."""
    full, rest = divmod(count, CELLS_IN_A_ROW)
    rows = [(row, Decimal(CELLS_IN_A_ROW)) for row in range(int(full))]
    rows += [(int(full), rest)] if rest else []
    return "".join(f"M0 {row}.5h{length:f}" for row, length in rows)


@lru_cache(maxsize=500)
def counted_cells(number: Decimal | int | None, of: int = 0) -> SafeString:
    """A number as so many cells, on a ground of `of` cells; empty where there is little to see.

    A cell stands for 1, 10, 100 … (`value_of_a_cell`); a part of it is drawn as a part.
    """
    number = Decimal(number or 0)
    if not 2 <= number < 10**9 or (of and number > of):
        return SafeString("")
    count = (number / value_of_a_cell(number)).quantize(Decimal("0.1"))
    shown = max(count, Decimal(of))
    rows = math.ceil(shown / CELLS_IN_A_ROW)
    ground = format_html('<path class="cells__ground" d="{}"/>', _cells(Decimal(of))) if of else ""
    return format_html(
        '<svg class="cells" viewBox="0 0 {} {}" stroke-width="{}" stroke-dasharray="{} {}"'
        ' aria-hidden="true">{}<path d="{}"/></svg>',
        CELLS_IN_A_ROW, rows, _DRAWN, _DRAWN, 1 - _DRAWN, ground, _cells(count.normalize()),
    )  # fmt: skip


def minutes_bar(minutes: list[int]) -> SafeString:
    """Steps one after another as a bar; each as long as it lasts."""
    start, parts = 0, []
    for length in minutes:
        parts.append(format_html('<rect x="{}" width="{}" height="1"/>', start, length))
        start += length
    if not start:
        return SafeString("")
    return format_html(
        '<svg class="minutes-bar" viewBox="0 0 {} 1" preserveAspectRatio="none"'
        ' aria-hidden="true">{}</svg>',
        start, SafeString("".join(parts)),
    )  # fmt: skip


def places_map(places) -> SafeString:
    """The map of Latvia with the number of hits written on each municipality that has any.

    `places` have a municipality's slug as `value`, its name as `label`, `count`, `url` and
    `is_chosen`; each leads to its address. The list of municipalities beside it says the same.
    """
    drawn = [place for place in places if place.value in maps.middles()]
    if not drawn:
        return SafeString("")
    land = asset("hub/map.svg")
    shapes = format_html_join(
        "",
        '<a href="{}" tabindex="-1"><use class="map__shade-{}{}" href="{}#{}"/>'
        "<title>{} – {}</title></a>",
        (
            (place.url, _shade(place.count), " is-chosen" if place.is_chosen else "", land,
             place.value, place.label, place.count)
            for place in drawn
        ),
    )  # fmt: skip
    numbers = format_html_join(
        "", '<text x="{}" y="{}">{}</text>', ((*maps.middles()[p.value], p.count) for p in drawn)
    )
    return format_html(
        '<svg class="map map--places" viewBox="0 0 {} {}" aria-hidden="true">'
        '<use class="map__land" href="{}#latvia"/>{}{}</svg>',
        maps.WIDTH, maps.HEIGHT, land, shapes, numbers,
    )  # fmt: skip


def _shade(count: int) -> int:
    """From 1 (few) to 4 (many)."""
    return 1 + sum(count > most for most in _SHADES)

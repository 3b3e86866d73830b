"""The woven band: an ornament of square cells, computed from a name and drawn in its owner's hue.

The same name always gives the same band. Diamonds of two kinds alternate; each is a set of
concentric rings whose widths come from the name's checksum. A row of cells is one dashed line, so
a band of any length is a few hundred bytes.
"""

from functools import lru_cache
from hashlib import sha256
from itertools import groupby
from zlib import crc32

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from hub.ownership import HUB_KEY

HUES = {"pierigas": 1, "cesu": 2, "darisim-pasi": 3, "zied-zeme": 4, HUB_KEY: 5}
NUMBER_OF_HUES = 6
HALF_HEIGHT = 5  # rows above and below the middle one; the outermost are the selvedge
LENGTH = 264  # cells; longer than any page is wide, cut where it ends
_MARKS = (
    "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z",
    "M8 1l7.5 14H.5z",
    "M1.5 1.5h13v13h-13z",
    "M8 0l8 8-8 8-8-8z",
    "M5 1h6v4h4v6h-4v4H5v-4H1V5h4z",
    "M4 1h8l4 7-4 7H4L0 8z",
)


def hue_of(owner: str) -> int:
    """The number of the owner's hue and mark, from 1 to `NUMBER_OF_HUES`."""
    return HUES.get(owner) or 1 + crc32(owner.encode()) % NUMBER_OF_HUES


def _rings(seed: bytes) -> list[bool]:
    """Which rings of a diamond are filled, from its middle outwards."""
    rings: list[bool] = []
    is_filled = bool(seed[0] & 1)
    for byte in seed:
        rings += [is_filled] * (1 + byte % 2)
        is_filled = not is_filled
    return rings


def band_rows(name: str) -> list[list[str]]:
    """Rows from the middle outwards, one period each: cells of kind „a” or „b”, or empty."""
    digest = sha256(name.encode()).digest()
    half = 8 + digest[0] % 5
    kinds = {"a": _rings(digest[1:16]), "b": _rings(digest[16:31])}
    rows = []
    for height in range(HALF_HEIGHT):
        row = []
        for cell in range(2 * half):
            from_a, from_b = min(cell, 2 * half - cell), abs(cell - half)
            kind, distance = ("a", from_a) if from_a <= from_b else ("b", from_b)
            row.append(kind if kinds[kind][distance + height] else "")
        rows.append(row)
    return rows


def _dashes(row: list[str], kind: str) -> str:
    """Lengths of dash and gap in turn, beginning with a dash, which may be 0."""
    runs = groupby(row, key=lambda cell: cell == kind)
    lengths = [str(len(list(cells))) for _is_drawn, cells in runs]
    if row[0] != kind:
        lengths.insert(0, "0")
    if len(lengths) % 2:
        lengths.append("0")
    return " ".join(lengths)


def _lines(name: str):
    """Path, dashes and kind of each drawn line; a row and its mirror image are one path."""
    for height, row in enumerate(band_rows(name)):
        above, below = HALF_HEIGHT - height + 0.5, HALF_HEIGHT + height + 0.5
        path = f"M0 {above}h{LENGTH}" + (f"M0 {below}h{LENGTH}" if height else "")
        for kind in ("a", "b"):
            if kind in row:
                yield path, _dashes(row, kind), kind


@lru_cache(maxsize=2000)
def woven_band(name: str, owner: str = HUB_KEY) -> SafeString:
    """The band of `name` in the hue of `owner`, as inline SVG; decoration only."""
    lines = format_html_join(
        "", '<path d="{}" stroke-dasharray="{}" class="band__{}"/>', _lines(name)
    )
    height = 2 * HALF_HEIGHT + 1
    return format_html(
        '<svg class="band hue-{}" viewBox="0 0 {} {}" preserveAspectRatio="xMidYMid slice"'
        ' aria-hidden="true"><path class="band__edge" d="M0 .5h{}M0 {}h{}"/>{}</svg>',
        hue_of(owner), LENGTH, height, LENGTH, height - 0.5, LENGTH, lines,
    )  # fmt: skip


@lru_cache(maxsize=100)
def owner_mark(owner: str) -> SafeString:
    """The owner's small mark: its shape in its hue; decoration beside its name."""
    hue = hue_of(owner)
    return format_html(
        '<svg class="mark hue-{}" viewBox="0 0 16 16" aria-hidden="true"><path d="{}"/></svg>',
        hue, _MARKS[hue - 1],
    )  # fmt: skip

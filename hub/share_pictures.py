"""The picture that stands for a page where it is shared: its title above its woven band.

Drawn, also where the page has a photograph: those who are in it agreed to the page, and its
author is to be named beside it, which a picture torn from its page cannot do.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from hub.bands import HALF_HEIGHT, band_rows, hue_of

EDITION = 1  # another number for another look: pictures that others keep are then drawn anew
WIDTH, HEIGHT = 1200, 630
_STATIC = Path(__file__).parent / "static" / "hub"
_PAPER, _INK, _MUTED, _ROWAN = "#fbfaf6", "#1d2b26", "#55635d", "#a8321f"
# Of the light theme in hub.css, by the number of the hue.
HUES = ("#245a86", "#1f5b44", "#a8321f", "#8a5a00", "#55635d", "#6b3f7d")
_EDGE = 64  # free at the left and the right
_CELL = 16
_BAND_TOP = HEIGHT - _CELL * (2 * HALF_HEIGHT + 1)
_TITLE_TOP, _TITLE_BOTTOM = 172, _BAND_TOP - 84
_TITLE_SIZES = (108, 92, 84, 76, 68, 60, 54, 48, 44, 38, 34)
_FAINT = 0.45  # of the second kind of cell, as in hub.css


@dataclass(frozen=True)
class PictureWords:
    """What a picture says: the band is that of `band_name` in the hue of `owner`."""

    title: str
    kind: str = ""
    place: str = ""
    owner: str = ""
    owner_name: str = ""
    band_name: str = ""


@lru_cache(maxsize=32)
def _font(weight: int, size: int) -> ImageFont.FreeTypeFont:
    file = _STATIC / "fonts" / f"figtree-{weight}.woff2"
    return ImageFont.truetype(str(file), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=2000)
def _is_drawn(character: str) -> bool:
    """Whether the font has the character; else it would draw an empty box."""
    drawn, unknown = (bytes(_font(700, 44).getmask(sign)) for sign in (character, "\U0010ffff"))
    return character.isspace() or drawn != unknown


def _drawable(text: str) -> str:
    return " ".join("".join(filter(_is_drawn, text)).split())


def _pieces(word: str, font: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    """The word in pieces that fit, all but the last with a hyphen."""
    while font.getlength(word) > width:
        length = len(word)
        while length > 1 and font.getlength(f"{word[:length]}-") > width:
            length -= 1
        yield f"{word[:length]}-"
        word = word[length:]
    yield word


def _lines(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """The text in lines no wider than `width`; a word that is wider is broken."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(joined) <= width:
            lines[-1] = joined
        else:
            lines.extend(_pieces(word, font, width))
    return lines


def _balanced(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """As few lines as fit the width, as equal as they can be."""
    lines = _lines(text, font, width)
    while len(narrower := _lines(text, font, width - 20)) == len(lines) > 1 and width > 400:
        if any(line.endswith("-") for line in narrower):
            break
        lines, width = narrower, width - 20
    return lines


def title_lines(text: str) -> tuple[list[str], int]:
    """The title in lines and the size of its letters: the largest at which all of it fits."""
    width, height = WIDTH - 2 * _EDGE, _TITLE_BOTTOM - _TITLE_TOP
    for size in _TITLE_SIZES:
        font = _font(700, size)
        room = height // _line_height(size)
        is_whole = all(font.getlength(word) <= width for word in text.split())
        if is_whole and len(_lines(text, font, width)) <= min(room, 4 if size > 48 else room):
            return _balanced(text, font, width), size
    lines = _lines(text, font, width)
    if len(lines) > room:
        lines = [*lines[: room - 1], f"{lines[room - 1][:-3].rstrip()} …"]
    return lines, size


def _line_height(size: int) -> int:
    return round(size * 1.12)


def _shortened(text: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    """One line of at most `width`."""
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(f"{text} …") > width:
        text = text[:-1].rstrip()
    return f"{text} …"


def _blend(colour: str, share: float) -> tuple[int, ...]:
    """The colour on the paper, so opaque."""
    pairs = [(int(c[i : i + 2], 16), int(p[i : i + 2], 16)) for i in (1, 3, 5)
             for c, p in [(colour, _PAPER)]]  # fmt: skip
    return tuple(round(over * share + under * (1 - share)) for over, under in pairs)


def _draw_band(draw: ImageDraw.ImageDraw, name: str, colour: str) -> None:
    colours = {"a": _blend(colour, 1), "b": _blend(colour, _FAINT)}
    rows = band_rows(name)
    for number in range(-HALF_HEIGHT, HALF_HEIGHT + 1):
        top = _BAND_TOP + (number + HALF_HEIGHT) * _CELL
        is_edge = abs(number) == HALF_HEIGHT
        for column in range(WIDTH // _CELL):
            row = [] if is_edge else rows[abs(number)]
            kind = "a" if is_edge else row[column % len(row)]
            if kind:
                left = column * _CELL
                draw.rectangle((left, top, left + _CELL - 1, top + _CELL - 1), fill=colours[kind])


@lru_cache(maxsize=1)
def _mark() -> list[tuple[int, int, int, int]]:
    """The squares of the hub's mark: left, top, width, height in units of its box."""
    path = re.search(r' d="([^"]+)"', (_STATIC / "mark.svg").read_text("utf-8"))
    squares = re.findall(r"M(\d+) (\d+)h(\d+)v(\d+)", path[1] if path else "")
    return [(int(left), int(top), int(wide), int(high)) for left, top, wide, high in squares]


def _draw_mark(draw: ImageDraw.ImageDraw, left: int, top: int, scale: int) -> None:
    for x, y, wide, high in _mark():
        corner = (left + x * scale, top + y * scale)
        end = (corner[0] + wide * scale - 1, corner[1] + high * scale - 1)
        draw.rectangle((corner, end), fill=_ROWAN)


def draw_picture(words: PictureWords) -> bytes:
    """The picture as PNG, 1200 by 630."""
    colour = HUES[hue_of(words.owner) - 1]
    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    draw = ImageDraw.Draw(image)
    width = WIDTH - 2 * _EDGE
    _draw_band(draw, words.band_name or words.title, colour)
    _draw_mark(draw, _EDGE, 44, 2)
    draw.text((_EDGE + 70, 71), "KOPA", font=_font(700, 38), fill=_INK, anchor="lm")
    small = _font(400, 32)
    owner = _shortened(_drawable(words.owner_name), small, width - 260)
    draw.text((WIDTH - _EDGE, 71), owner, font=small, fill=_MUTED, anchor="rm")
    kind = _shortened(_drawable(words.kind), _font(700, 30), width)
    draw.text((_EDGE, 152), kind, font=_font(700, 30), fill=colour, anchor="ls")
    lines, size = title_lines(_drawable(words.title))
    baseline = _TITLE_TOP + round(size * 0.86)
    for number, line in enumerate(lines):
        at = (_EDGE, baseline + number * _line_height(size))
        draw.text(at, line, font=_font(700, size), fill=_INK, anchor="ls")
    place = _shortened(_drawable(words.place), small, width)
    draw.text((_EDGE, _BAND_TOP - 38), place, font=small, fill=_INK, anchor="ls")
    file = BytesIO()
    few = image.quantize(64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(file, "PNG", compress_level=7)
    return file.getvalue()

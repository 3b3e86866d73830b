"""A frame of the demo clips: words, sheets, people and woven bands in the hub's colours."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).parent.parent / "hub" / "static" / "hub" / "fonts"
WIDTH, HEIGHT = 854, 480
OVERSAMPLING = 2
PAPER, INK, PINE, ROWAN, SKY = "#fbfaf6", "#1d2b26", "#1f5b44", "#a8321f", "#245a86"
WHITE, MUTED, MIST, BLUSH, EDGE = "#ffffff", "#55635d", "#d5e6dc", "#f3dcd6", "#d8d2c2"
FIELD, WATER = "#e9eee2", "#c9dceb"

Point = tuple[float, float]


def shown(seconds: float, delay: float = 0.0, length: float = 0.5) -> float:
    """How far something has come that begins `delay` seconds after its cue: 0 to 1, eased."""
    part = min(1.0, max(0.0, (seconds - delay) / length))
    return part * part * (3 - 2 * part)


def band_cells(name: str, columns: int, rows: int) -> Iterator[tuple[int, int, int]]:
    """The filled cells of the woven band of a name: column, row and which of two colours.

    Mirrored both ways: a cell depends only on its distances from the middle of its motif.
    """
    bits = int(hashlib.sha256(name.encode()).hexdigest(), 16)
    half, period = rows // 2, 2 * rows - 2
    for column in range(columns):
        along = abs((column - columns // 2 + period // 2) % period - period // 2)
        for row in range(rows):
            across = abs(row - half)
            ring, cross = (along + across) % (rows + 1), abs(along - across)
            if (bits >> ring ^ bits >> (40 + cross)) & 1 or ring == 0:
                yield column, row, cross % 3 == 0


class Canvas:
    """A frame, drawn larger than it is shown; words must stay inside it."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[int, bool], ImageFont.FreeTypeFont] = {}
        self.clear()

    def clear(self) -> None:
        size = (WIDTH * OVERSAMPLING, HEIGHT * OVERSAMPLING)
        self.ground = PAPER
        self.image = Image.new("RGB", size, self.ground)
        self.pen = ImageDraw.Draw(self.image)

    def frame(self) -> Image.Image:
        return self.image.resize((WIDTH, HEIGHT), Image.Resampling.BOX)

    def _large(self, *numbers: float) -> list[float]:
        return [number * OVERSAMPLING for number in numbers]

    def _ink(self, colour: str, strength: float) -> tuple[int, ...]:
        """The colour, mixed with what is below it while it is not all there yet."""
        parts = [tuple(int(c[i : i + 2], 16) for i in (1, 3, 5)) for c in (self.ground, colour)]
        return tuple(round(a + (b - a) * strength) for a, b in zip(*parts, strict=True))

    def text(
        self,
        at: Point,
        words: str,
        size: int,
        colour: str = INK,
        bold: bool = False,
        strength: float = 1.0,
        anchor: str = "ls",
    ) -> None:
        """Words on a base line. Raises ValueError if they would be cut off."""
        if strength <= 0:
            return
        key = (size, bold)
        if key not in self._fonts:
            file = FONTS / f"figtree-{700 if bold else 400}.woff2"
            self._fonts[key] = ImageFont.truetype(str(file), size * OVERSAMPLING)
        place = tuple(self._large(*at))
        box = self.pen.textbbox(place, words, self._fonts[key], anchor)
        if box[0] < 0 or box[1] < 0 or box[2] > self.image.width or box[3] > self.image.height:
            raise ValueError(f"„{words}” does not fit into the frame")
        self.pen.text(place, words, self._ink(colour, strength), self._fonts[key], anchor)

    def box(self, at: Point, size: Point, fill: str, edge: str = "", strength: float = 1.0) -> None:
        if strength <= 0:
            return
        corners = self._large(at[0], at[1], at[0] + size[0], at[1] + size[1])
        outline = self._ink(edge, strength) if edge else None
        self.pen.rounded_rectangle(
            corners, 5 * OVERSAMPLING, self._ink(fill, strength), outline, 2 * OVERSAMPLING
        )

    def dot(self, at: Point, radius: float, colour: str, strength: float = 1.0) -> None:
        if strength > 0:
            x, y, r = self._large(*at, radius)
            self.pen.ellipse((x - r, y - r, x + r, y + r), self._ink(colour, strength))

    def ring(self, at: Point, radius: float, colour: str) -> None:
        x, y, r = self._large(*at, radius)
        box = (x - r, y - r, x + r, y + r)
        self.pen.ellipse(box, outline=colour, width=3 * OVERSAMPLING)

    def shape(self, points: list[Point], colour: str, strength: float = 1.0) -> None:
        """A rounded shape through points: its corners are cut thrice."""
        if strength <= 0:
            return
        for _ in range(3):
            pairs = zip(points, [*points[1:], points[0]], strict=True)
            points = [
                (x1 + (x2 - x1) * part, y1 + (y2 - y1) * part)
                for (x1, y1), (x2, y2) in pairs
                for part in (0.25, 0.75)
            ]
        corners = [tuple(self._large(*point)) for point in points]
        self.pen.polygon(corners, self._ink(colour, strength))

    def stroke(self, points: list[Point], colour: str, width: float, part: float = 1.0) -> None:
        """A line through points, drawn as far as `part` of each of its stretches."""
        if part <= 0:
            return
        for (x1, y1), (x2, y2) in zip(points, points[1:], strict=False):
            end = (x1 + (x2 - x1) * part, y1 + (y2 - y1) * part)
            ends = self._large(x1, y1, *end)
            self.pen.line(ends, colour, round(width * OVERSAMPLING))

    def person(self, at: Point, colour: str, strength: float = 1.0) -> None:
        """Head and shoulders, of nobody."""
        if strength <= 0:
            return
        x, y = at
        left, top, right, bottom = self._large(x - 17, y + 2, x + 17, y + 40)
        self.pen.chord((left, top, right, bottom), 180, 360, self._ink(colour, strength))
        self.dot((x, y - 9), 9, colour, strength)

    def band(self, at: Point, name: str, cell: float, rows: int, columns: int, part: float) -> None:
        """The woven band of a name; `part` of it is woven, from the left."""
        for column, row, is_light in band_cells(name, columns, rows):
            if column < part * columns:
                x, y = at[0] + column * cell, at[1] + row * cell
                corners = self._large(x, y, x + cell, y + cell)
                box = (corners[0], corners[1], corners[2] - 1, corners[3] - 1)
                self.pen.rectangle(box, ROWAN if is_light else PINE)

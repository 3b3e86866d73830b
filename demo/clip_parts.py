"""What a clip is made of, and the drawings that several scenes use."""

from collections.abc import Callable
from dataclasses import dataclass

from clip_canvas import EDGE, INK, MUTED, ROWAN, WHITE, Canvas, Point, shown

LEFT = 48


@dataclass(frozen=True)
class Line:
    """One sentence: spoken in Latvian, shown as a caption in both languages."""

    lv: str
    en: str
    chapter: tuple[str, str] | None = None  # begins here: its name in Latvian and English


@dataclass(frozen=True)
class Scene:
    """Sentences over one drawing; the drawing is told the seconds since each of them began."""

    draw: Callable[[Canvas, list[float]], None]
    lines: list[Line]


@dataclass(frozen=True)
class Clip:
    """A film of scenes; its poster shows the end of one of them."""

    name: str
    scenes: list[Scene]
    poster_scene: int


def title_scene(name: str, title: str, below: str) -> Callable[[Canvas, list[float]], None]:
    """A wide woven band over the title of the clip."""

    def draw(canvas: Canvas, beats: list[float]) -> None:
        canvas.band((LEFT + 1, 64), name, 12, 13, 63, shown(beats[0], -0.7, 3.0))
        canvas.text((LEFT, 310), title, 54, INK, True, shown(beats[0], -0.6))
        canvas.text((LEFT, 360), below, 28, MUTED, False, shown(beats[0], 0.2))

    return draw


def step_name(canvas: Canvas, number: int, rows: list[str], seconds: float) -> None:
    """The number and the name of a move, at the left."""
    strength = shown(seconds, -0.5)
    canvas.text((LEFT, 138), str(number), 104, ROWAN, True, strength)
    for row, words in enumerate(rows):
        canvas.text((LEFT, 204 + 44 * row), words, 36, INK, True, strength)


def sheet(canvas: Canvas, at: Point, size: Point, title: str, strength: float) -> None:
    """A large sheet of paper on the wall, with its heading."""
    canvas.box(at, size, WHITE, EDGE, strength)
    canvas.text((at[0] + 22, at[1] + 44), title, 26, INK, True, strength)


def note(canvas: Canvas, at: Point, width: float, words: str, fill: str, strength: float) -> None:
    """A sticky note that comes to its place from the right."""
    if strength > 0:
        x = at[0] + 30 * (1 - strength)
        canvas.box((x, at[1]), (width, 50), fill, strength=strength)
        canvas.text((x + 16, at[1] + 33), words, 23, INK, strength=strength)

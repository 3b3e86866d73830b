"""Where a point lies on the drawn map of Latvia (static file hub/map.svg, 522 by 321 units)."""

import json
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

WIDTH, HEIGHT = 522, 321
_SHAPES = Path(__file__).parent / "data" / "municipalities.json"
# Fitted to the boundaries in that file; exact to 0.6 of a unit (some 500 m).
_EAST, _EAST_OFFSET = 70.9937, -1483.784
_NORTH, _NORTH_OFFSET = -129.9256, 7551.4155


class MapPoint(NamedTuple):
    """A place on the map, in its units from the upper left corner."""

    x: float
    y: float


def on_map(latitude: float, longitude: float) -> MapPoint:
    """The place of a point given in WGS 84 degrees."""
    return MapPoint(
        round(_EAST * float(longitude) + _EAST_OFFSET, 1),
        round(_NORTH * float(latitude) + _NORTH_OFFSET, 1),
    )


@cache
def middles() -> dict[str, MapPoint]:
    """The middle of each of today's municipalities, by slug: where its number is written."""
    shapes = json.loads(_SHAPES.read_text())
    return {row["slug"]: _middle(row["shape"]) for row in shapes if row["is_current"]}


def _middle(shape: str) -> MapPoint:
    """The centre of gravity of the largest part of an SVG path of straight lines."""
    area, x, y = max((_gravity(part) for part in shape.split("M") if part), key=lambda g: abs(g[0]))
    return MapPoint(round(x / area, 1), round(y / area, 1))


def _gravity(part: str) -> tuple[float, float, float]:
    """Six times the area of a ring „316 255l-17 -3 …z”, and its moments (shoelace formula)."""
    start, _, steps = part.rstrip("z").partition("l")
    x, y = map(int, start.split())
    corners = [(x, y)]
    numbers = map(int, re.findall(r"-?\d+", steps))
    for right, down in zip(numbers, numbers, strict=True):
        x, y = x + right, y + down
        corners.append((x, y))
    area = east = south = 0.0
    for (x1, y1), (x2, y2) in pairwise([*corners, corners[0]]):
        cross = x1 * y2 - x2 * y1
        area += 3 * cross
        east += (x1 + x2) * cross
        south += (y1 + y2) * cross
    return area, east, south

"""Where a point lies on the drawn map of Latvia (static file hub/map.svg, 522 by 321 units)."""

from typing import NamedTuple

WIDTH, HEIGHT = 522, 321
# Fitted to the boundaries in hub/data/municipalities.json; exact to 0.6 of a unit (some 500 m).
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

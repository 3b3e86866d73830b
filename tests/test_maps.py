"""Points lie where they should on the drawn map, and each municipality can be shown on it."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from hub.maps import HEIGHT, WIDTH, on_map
from hub.taxonomy import Municipality

MAP = Path(settings.ROOT / "hub/static/hub/map.svg").read_text()


@pytest.mark.parametrize(
    ("latitude", "longitude", "x", "y"),
    [(57.312, 25.275, 310.6, 105.1), (56.968, 21.957, 75.0, 149.8), (55.875, 26.536, 400.1, 291.8)],
    ids=["Cēsis", "Kuldīga", "Daugavpils"],
)
def test_town_lies_in_its_place(latitude, longitude, x, y):
    point = on_map(latitude, longitude)

    assert (point.x, point.y) == pytest.approx((x, y), abs=1)


def test_corners_of_latvia_are_on_the_map():
    for latitude, longitude in [(58.08, 24.5), (55.67, 26.6), (57.0, 20.97), (56.2, 28.2)]:
        point = on_map(latitude, longitude)
        assert 0 <= point.x <= WIDTH and 0 <= point.y <= HEIGHT


@pytest.mark.django_db
def test_every_municipality_of_today_is_drawn_as_it_is_stored():
    drawn = dict(re.findall(r'<path id="([^"]+)" d="([^"]+)"', MAP))

    stored = Municipality.objects.today().exclude(shape="")
    assert drawn == dict(stored.values_list("slug", "shape"))

"""What a first visit weighs on the way, compressed: page, styles, scripts, fonts; no pictures."""

import pytest

from tests import weight

pytestmark = pytest.mark.django_db

KILOBYTE = 1000
MEASURED = ("home", "solution-index", "solution", "story", "community")


@pytest.fixture(scope="module")
def weights(visits_of_a_large_world):
    visits = visits_of_a_large_world
    return {name: weight.of_page(visits["lv", name].content) for name in MEASURED}


def test_a_first_visit_stays_light(weights):
    for name, parts in weights.items():
        assert parts.total() <= 60 * KILOBYTE, name
        assert parts["css"] <= 12 * KILOBYTE, name
        assert parts["js"] <= 8 * KILOBYTE, name
        assert parts["woff2"] <= 21 * KILOBYTE, name


def test_what_a_page_loads_is_found(weights):
    assert all(weights["story"][kind] for kind in ("html", *weight.KINDS))

"""What a first visit weighs on the way, compressed, how many files it takes, and its pictures."""

from html.parser import HTMLParser

import pytest

from tests import weight

pytestmark = [pytest.mark.once, pytest.mark.django_db]

KILOBYTE = 1000


class Pictures(HTMLParser):
    """Gathers the attributes of each picture, with the formats that it may come in."""

    def __init__(self, content: bytes):
        super().__init__()
        self.found: list[dict] = []
        self._formats: list[str] = []
        self.feed(content.decode())

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "source" and "srcset" in attributes:
            self._formats.append(attributes["type"])
        if tag == "img":
            self.found.append({**attributes, "formats": self._formats})
            self._formats = []


@pytest.fixture(scope="module")
def contents(visits_of_a_large_world):
    """The page of each type in Latvian, the fullest of its type."""
    visits = visits_of_a_large_world.items()
    return {name: visit.content for (language, name), visit in visits if language == "lv"}


@pytest.fixture(scope="module")
def weights(contents):
    return {name: weight.of_page(content) for name, content in contents.items()}


@pytest.fixture(scope="module")
def pictures(contents):
    return {name: Pictures(content).found for name, content in contents.items()}


def test_a_first_visit_stays_light(weights):
    for name, parts in weights.items():
        assert parts.total() <= 60 * KILOBYTE, name
        assert parts["css"] <= 12 * KILOBYTE, name
        assert parts["js"] <= 8 * KILOBYTE, name
        assert parts["woff2"] <= 21 * KILOBYTE, name


def test_what_a_page_loads_is_found(weights):
    assert all(weights["story"][kind] for kind in ("html", *weight.KINDS))


def test_a_page_with_its_first_picture_takes_few_requests(contents):
    numbers = {name: 2 + len(weight.files_of(html.decode())) for name, html in contents.items()}
    assert {name: number for name, number in numbers.items() if number > 12} == {}


def test_at_most_one_picture_comes_at_once(pictures):
    eager = {
        name: [picture["src"] for picture in found if picture.get("loading") != "lazy"]
        for name, found in pictures.items()
    }
    assert {name: sources for name, sources in eager.items() if len(sources) > 1} == {}


def test_each_picture_keeps_its_room_and_comes_in_newer_formats(pictures):
    assert sum(map(len, pictures.values())) > 40
    for name, found in pictures.items():
        for picture in found:
            assert picture["width"], name
            assert picture["height"], name
            assert picture["formats"] == ["image/avif", "image/webp"], (name, picture["src"])

"""What an anonymous visit takes: few queries, and no more of them as the hub grows."""

import pytest

from tests.measuring import Visitor, repeated
from tests.worlds import build_world

pytestmark = pytest.mark.django_db

LISTS = (
    "partnership-index",
    "solution-index",
    "story-index",
    "toolkit-index",
    "event-index",
    "resource-index",
    "news-index",
)
DETAILS = (
    *("partnership", "community", "solution", "story", "event"),
    *("method", "guide", "news", "standard", "resource"),
)
MOST_QUERIES = {"home": 12, "search": 10, **dict.fromkeys((*LISTS, *DETAILS), 10)}
# Of Python functions, with full lists; the first page of a type has all that such a page can have.
MOST_CALLS = {
    "home": 42_000,
    "search": 70_000,
    **dict.fromkeys(LISTS, 42_000),
    "toolkit-index": 60_000,
    **dict.fromkeys(DETAILS, 35_000),
    "solution": 40_000,
}


def visits(world, measure) -> dict[tuple[str, str], int]:
    """What `measure` says of each page, by language and type, on the second visit."""
    measured = {}
    for language, addresses in world.items():
        for name, address in addresses.items():
            measure(address)
            measured[language, name] = measure(address)
    return measured


@pytest.fixture
def visitor():
    return Visitor()


@pytest.fixture
def number_of_queries(visitor):
    return lambda address: len(visitor.statements(address))


def test_every_type_of_page_is_measured_in_both_languages():
    world = build_world(1)
    assert {name: set(addresses) for name, addresses in world.items()} == {
        "lv": set(MOST_QUERIES),
        "en": set(MOST_QUERIES),
    }


def test_a_page_takes_few_queries(number_of_queries):
    numbers = visits(build_world(3), number_of_queries)
    too_many = {page: n for page, n in numbers.items() if n > MOST_QUERIES[page[1]]}
    assert not too_many


def test_ten_times_the_content_takes_the_same_queries(number_of_queries):
    small = visits(build_world(3), number_of_queries)
    large = visits(build_world(30), number_of_queries)
    assert large == small


def test_no_page_asks_the_same_thing_twice(visitor):
    world = build_world(3)
    asked_twice = visits(world, lambda address: repeated(visitor.statements(address)))
    assert {page: twice for page, twice in asked_twice.items() if twice} == {}


def test_a_page_takes_a_bounded_number_of_calls(visitor):
    numbers = visits(build_world(30, languages=("lv",)), visitor.calls)
    assert {page: n for page, n in numbers.items() if n > MOST_CALLS[page[1]]} == {}

"""What an anonymous visit takes: few queries, and no more of them as the hub grows."""

import pytest

from tests.measuring import Visit, repeated

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
    "home": 38_000,
    "search": 42_000,
    **dict.fromkeys(LISTS, 39_000),
    **dict.fromkeys(DETAILS, 33_000),
    "solution": 40_000,
}


def number_of_queries(visits: dict[tuple[str, str], Visit]) -> dict[tuple[str, str], int]:
    return {page: len(visit.statements) for page, visit in visits.items()}


def test_every_type_of_page_is_measured_in_both_languages(visits_of_a_small_world):
    pages = {(language, name) for language in ("lv", "en") for name in MOST_QUERIES}
    assert set(visits_of_a_small_world) == pages


def test_a_page_takes_few_queries(visits_of_a_small_world):
    numbers = number_of_queries(visits_of_a_small_world)
    assert {page: n for page, n in numbers.items() if n > MOST_QUERIES[page[1]]} == {}


def test_ten_times_the_content_takes_the_same_queries(
    visits_of_a_small_world, visits_of_a_large_world
):
    small = number_of_queries(visits_of_a_small_world)
    assert number_of_queries(visits_of_a_large_world) == small


def test_no_page_asks_the_same_thing_twice(visits_of_a_small_world):
    asked = {page: repeated(visit.statements) for page, visit in visits_of_a_small_world.items()}
    assert {page: twice for page, twice in asked.items() if twice} == {}


def test_a_page_takes_a_bounded_number_of_calls(visits_of_a_large_world):
    numbers = {page: visit.calls for page, visit in visits_of_a_large_world.items()}
    assert {page: n for page, n in numbers.items() if n > MOST_CALLS[page[1]]} == {}

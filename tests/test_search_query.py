"""A question is read from any query string whatever; what is not understood is told."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from search.filters import FACETS, LAST_PAGE, SearchQuery, Sort
from tests import factories

pytestmark = pytest.mark.django_db

NAMES = [*FACETS, "q", "sort", "near", "page", "unknown"]
NASTY = [
    "\0",
    '"',
    "'",
    "%",
    "\\",
    "-1",
    "0",
    "1e9",
    "¹",
    "a" * 10_000,
    "٣",
    "\n",
    "NULL",
    "' OR 1=1",
]
anything = st.text() | st.sampled_from(NASTY) | st.sampled_from(Sort.values)


def read(query_string: str) -> SearchQuery:
    return SearchQuery.read(QueryDict(query_string))


@given(st.lists(st.tuples(st.sampled_from(NAMES), anything), max_size=12))
def test_any_values_are_read(pairs):
    data = QueryDict(mutable=True)
    for name, value in pairs:
        data.appendlist(name, value)
    query = SearchQuery.read(data)
    assert 1 <= query.page <= LAST_PAGE
    assert len(query.q) <= 200
    assert not any(ord(letter) < 32 for letter in query.q)


@given(st.binary(max_size=300))
def test_any_bytes_are_read(bytes_):
    read(bytes_.decode("latin-1"))


@given(st.lists(st.tuples(st.sampled_from(NAMES), anything), max_size=8))
def test_the_address_of_a_question_asks_the_same(pairs):
    data = QueryDict(mutable=True)
    for name, value in pairs:
        data.appendlist(name, value)
    query = SearchQuery.read(data)
    again = read(query.query_string()[1:])
    assert (again.q, again.chosen, again.sort, again.near, again.page) == (
        query.q, query.chosen, query.sort, query.near, query.page,
    )  # fmt: skip
    assert again.ignored == ()


@pytest.mark.parametrize(
    ("text", "page"),
    [("3", 3), ("", 1), ("0", 1), ("-2", 1), ("x", 1), ("1.5", 1), ("¹", 1), ("999999999", 10_000)],
)
def test_a_page_is_a_number_from_one_up(text, page):
    assert read(f"page={text}").page == page


@pytest.mark.parametrize("text", ["57.31234,25.2", "57.3,25.2"])
def test_where_a_reader_is_becomes_coarse(text):
    assert read(f"near={text}").near == (57.3, 25.2)


@pytest.mark.parametrize("text", ["", "57.3", "a,b", "57.3,25.2,1", "NaN,1", "1e5,2", "157.3,2"])
def test_what_is_no_place_is_left_out(text):
    assert read(f"near={text}").near is None


def test_known_values_are_chosen_and_others_told(trail):
    query = read(
        "kind=solution&kind=x&theme=turisms&theme=y%00&partnership=pierigas&community=babite"
        "&municipality=marupes-novads&stage=idea&audience=residents&lang=en&captions=1&sort=best"
    )
    assert query.chosen == {
        "kind": ("solution",), "theme": ("turisms",), "partnership": ("pierigas",),
        "community": ("babite",), "municipality": ("marupes-novads",), "stage": ("idea",),
        "audience": ("residents",), "lang": ("en",), "captions": ("1",),
    }  # fmt: skip
    assert set(query.ignored) == {"x", "y", "best"}
    assert query.sort == ""


def test_a_municipality_of_before_the_reform_is_not_understood():
    assert read("municipality=babites-novads").ignored == ("babites-novads",)


def test_a_chosen_value_is_asked_for_in_one_query(babite, django_assert_num_queries):
    for number in range(30):
        factories.make_resource(babite, f"Telts {number}")
    with django_assert_num_queries(1):
        assert read("community=babite").values("community") == ("babite",)

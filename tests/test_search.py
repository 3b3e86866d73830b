"""Readers find by any form of a word, with or without diacritics, on the engine of this run."""

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.engines import get_engine
from search.facets import Facet
from search.filters import SearchQuery
from search.listing import CatalogueListing, Scope
from search.models import Entry
from tests import factories

pytestmark = pytest.mark.django_db

FACETS = ("kind", "theme", "partnership", "municipality", "stage", "audience", "captions")
NASTY = [
    "\0",
    '"',
    '"""',
    "'",
    "*",
    "a*",
    "-",
    "AND",
    "NOT a",
    "(",
    ":",
    "title:a",
    "%",
    "\\",
    "²",
    "𞤀",
]


def listing(query_string: str = "", **scope) -> CatalogueListing:
    """What the search page shows for this query string."""
    scope = {"language": "lv", "facets": FACETS, **scope}
    return CatalogueListing(SearchQuery.read(QueryDict(query_string)), Scope(**scope))


def hits(query_string: str, **scope) -> list[str]:
    return [entry.title for entry in listing(query_string, **scope).entries]


def counts(facets: list[Facet], name: str) -> dict[str, int]:
    options = next((facet.options for facet in facets if facet.name == name), [])
    return {option.value: option.count for option in options}


# Words


@pytest.mark.parametrize(
    "words",
    [
        "Dabas taka",
        "taku",
        "takām",
        "TAKĀM",
        "takam",
        "dabu taka",
        "taka%20babītē",
        "babites%20taka",
    ],
)
def test_every_form_of_a_word_finds(trail, words):
    assert hits(f"q={words}") == ["Dabas taka"]


@pytest.mark.parametrize("words", ["Ēdole", "edole", "Ēdoles", "EDOLĒ", "edoli"])
def test_diacritics_are_not_needed(babite, words):
    factories.make_solution(babite, "Ēdoles gaisma")
    assert hits(f"q={words}") == ["Ēdoles gaisma"]


def test_all_words_are_wanted_and_any_if_nothing_has_all(babite, trail):
    factories.make_solution(babite, "Dabas klase")
    assert hits("q=dabas+taka") == ["Dabas taka"]
    found = listing("q=taka+klase")
    assert {entry.title for entry in found.entries} == {"Dabas taka", "Dabas klase"}
    assert found.any_word


def test_a_word_of_the_title_counts_more_than_one_of_the_text(babite):
    text = "<p>Talka pie ezera ar kaimiņiem.</p>"
    factories.make_solution(babite, "Pļava", body=[("text", text)], situation="<p>Talka.</p>")
    factories.make_solution(babite, "Talka")
    assert hits("q=talka") == ["Talka", "Pļava"]


def test_a_theme_is_found_by_its_english_name_and_synonyms(babite):
    factories.make_theme("energija", "Enerģija", "Energy", synonyms="saules paneļi")
    factories.make_solution(babite, "Silti logi", themes=["energija"])
    assert hits("q=energy") == ["Silti logi"]
    assert hits("q=saules+panelis") == ["Silti logi"]


def test_hits_are_marked_in_the_passage(babite):
    factories.make_solution(babite, "Pļava", summary="Kaimiņi <pļauj> pie ezera.")
    (entry,) = listing("q=ezers").entries
    assert entry.passage == "Kaimiņi &lt;pļauj&gt; pie <mark>ezera</mark>."


def test_what_is_nowhere_is_not_found(trail):
    found = listing("q=kosmoss")
    assert found.is_empty
    assert list(found.entries) == []


def test_the_other_language_is_left_out_until_it_is_asked_for(lists, trail):
    home_en = factories.translated(lists["solution-index"].get_parent().specific, title="KOPA")
    shelf = factories.make_page(home_en, type(lists["solution-index"]), "Solutions")
    factories.translated(trail, shelf, title="Nature trail")
    assert hits("q=taka") == ["Dabas taka"]
    assert hits("q=trails", language="en") == ["Nature trail"]
    assert set(hits("kind=solution&lang=lv&lang=en")) == {"Dabas taka", "Nature trail"}


def test_the_index_of_words_follows_each_change(trail):
    trail.title = "Ezera laipa"
    trail.save_revision().publish()
    assert (hits("q=taka"), hits("q=laipas")) == ([], ["Ezera laipa"])
    trail.unpublish()
    assert hits("q=laipas") == []
    assert get_engine().check() == []


@given(st.text(max_size=40) | st.sampled_from(NASTY))
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_words_break_the_search(trail, words):
    data = QueryDict(mutable=True)
    data["q"] = words
    found = CatalogueListing(SearchQuery.read(data), Scope(language="lv", facets=FACETS))
    assert len(list(found.entries)) == min(found.total, 24)
    assert found.facets is not None


# Facets


@pytest.fixture
def shelf(lists, babite, trail):
    """Three solutions: two in Babīte, one in Taurene; two themes."""
    cesu = factories.make_partnership(lists["partnership-index"], "cesu", "Cēsis")
    taurene = factories.make_community(cesu, "taurene", "Taurene")
    factories.make_solution(babite, "Laipa", themes=["vide"], stage="idea")
    factories.make_solution(taurene, "Skatu tornis", themes=["turisms", "vide"], stage="idea")


def test_values_of_one_facet_are_joined_by_or_and_facets_by_and(shelf):
    assert set(hits("theme=turisms")) == {"Dabas taka", "Skatu tornis"}
    assert set(hits("theme=turisms&theme=vide")) == {"Dabas taka", "Laipa", "Skatu tornis"}
    assert hits("theme=turisms&partnership=pierigas") == ["Dabas taka"]
    assert hits("theme=vide&stage=idea&partnership=cesu") == ["Skatu tornis"]


def test_each_facet_is_counted_without_its_own_choice(shelf):
    facets = listing("kind=solution&theme=turisms&partnership=cesu").facets
    assert counts(facets, "theme") == {"turisms": 1, "vide": 1}
    assert counts(facets, "partnership") == {"cesu": 1, "pierigas": 1}
    assert counts(facets, "stage") == {"idea": 1}
    assert counts(facets, "kind") == {"solution": 1}


def test_every_count_is_what_choosing_it_alone_gives(shelf):
    for facet in listing().facets:
        for option in facet.options:
            assert listing(f"{facet.name}={option.value}").total == option.count


def test_words_count_too(shelf):
    facets = listing("q=taka").facets
    assert counts(facets, "theme") == {"turisms": 1}


def test_an_entry_of_two_themes_is_one_hit(shelf):
    found = listing("q=tornis&theme=turisms&theme=vide")
    assert (found.total, [entry.title for entry in found.entries]) == (1, ["Skatu tornis"])


def test_facets_are_said_in_words(shelf):
    facets = {facet.name: facet for facet in listing("kind=solution").facets}
    assert [option.label for option in facets["partnership"].options] == ["Pierīga", "Cēsis"]
    assert [option.label for option in facets["municipality"].options] == ["Mārupes novads"]


def test_a_chip_takes_its_choice_back(shelf):
    chips = listing("q=taka&theme=turisms&partnership=pierigas").chips
    assert {chip.label: chip.remove_url for chip in chips} == {
        "Pierīga": "?q=taka&theme=turisms",
        "Turisms": "?q=taka&partnership=pierigas",
    }


# Pages


def test_a_page_beyond_the_last_is_the_last(babite):
    for number in range(5):
        factories.make_resource(babite, f"Telts {number}")
    found = listing("kind=resource&page=99", page_size=2)
    assert [entry.title for entry in found.entries] == ["Telts 4"]
    assert (found.entries.number, found.next_url, found.previous_url) == (
        3, "", "?kind=resource&page=2",
    )  # fmt: skip


def test_more_entries_ask_no_more_queries(babite, trail, django_assert_num_queries):
    def ask():
        found = listing("q=taka&theme=turisms")
        return list(found.entries), found.facets, found.chips, found.pages

    with CaptureQueriesContext(connection) as few:
        ask()
    for number in range(30):
        factories.make_solution(babite, f"Taka {number}", themes=["turisms"])
    with django_assert_num_queries(len(few)):
        ask()
    assert len(few) <= 10


@pytest.mark.parametrize(
    "data",
    [{"q": word} for word in NASTY]
    + [{"q": "a" * 10_000}, {"page": "0"}, {"page": "99999999"}, {"kind": "x", "theme": "\0"}],
)
def test_the_search_page_answers_whatever_is_asked(client, trail, data):
    assert client.get(reverse("search"), data).status_code == 200


def test_the_search_page_is_only_read(client, trail):
    before = list(Entry.objects.values())
    assert client.post(reverse("search")).status_code == 405
    assert list(Entry.objects.values()) == before

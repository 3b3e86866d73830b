"""The short lists that pages show by themselves."""

import pytest

from search.selections import entries_of_owner, entry_and_related
from tests import factories

pytestmark = pytest.mark.django_db


def titles(entries):
    return [entry.title for entry in entries]


def test_a_partnership_comes_first_among_its_own_however_many_there_are(pieriga, trail):
    found = entries_of_owner("pierigas", "lv", count=2)
    assert titles(found) == ["Pierīga", "Babīte"]


def test_related_is_what_shares_most_themes_and_of_equals_the_newest(babite):
    themes = ["turisms", "vide"]
    page = factories.make_solution(babite, "Taka", themes=themes)
    factories.make_solution(babite, "Vecā", themes=["vide"], year_from=2019)
    factories.make_solution(babite, "Jaunā", themes=["vide"], year_from=2024)
    factories.make_story(babite, "Abas", themes=themes)
    factories.make_solution(babite, "Cita", themes=["kultura"])
    own, related = entry_and_related(page)
    assert own.title == "Taka"
    assert titles(related) == ["Abas", "Jaunā", "Vecā"]


def test_a_page_without_themes_has_nothing_related(babite, trail):
    own, related = entry_and_related(factories.make_solution(babite, "Bez tēmām"))
    assert (own.title, related) == ("Bez tēmām", [])


def test_what_is_not_published_yet_speaks_for_itself(babite, trail):
    draft = factories.make_solution(babite, "Melnraksts", themes=["turisms"], live=False)
    own, related = entry_and_related(draft.get_latest_revision_as_object())
    assert (own.title, own.pk) == ("Melnraksts", None)
    assert titles(related) == ["Dabas taka"]

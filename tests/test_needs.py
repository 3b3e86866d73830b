"""A community's needs are read in the language of its page, with what solves them."""

import pytest

from communities.models import Need
from communities.records import needs_of
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def need(babite):
    return Need.objects.create(text="Soliņi pie dīķa", community=babite, locale=babite.locale)


@pytest.fixture
def in_english(lists, babite):
    home = factories.translated(lists["partnership-index"].get_parent().specific, title="KOPA")
    index = factories.translated(lists["partnership-index"], home, title="Partnerships")
    house = factories.translated(babite.get_parent().specific, index, title="Riga")
    return factories.translated(babite, house, title="Babīte", key=babite.key)


def translate(need: Need, community, text: str) -> Need:
    """The need in English, as wagtail-localize leaves it: with the original's community."""
    fields = {"community": need.community, "translation_key": need.translation_key}
    return Need.objects.create(text=text, locale=community.locale, **fields)


def texts(community) -> list[str]:
    return [need.text for need in needs_of(community)]


def test_a_need_is_told_once_in_the_language_of_the_page(babite, need, in_english):
    translate(need, in_english, "Benches by the pond")
    assert texts(babite) == ["Soliņi pie dīķa"]
    assert texts(in_english) == ["Benches by the pond"]


def test_a_need_without_a_translation_is_told_all_the_same(client, need, in_english):
    assert texts(in_english) == ["Soliņi pie dīķa"]
    assert '<p lang="lv">Soliņi pie dīķa</p>' in client.get(in_english.url).text


def test_the_most_pressing_comes_first_whatever_its_language(babite, need, in_english):
    translate(need, in_english, "Benches by the pond")
    Need.objects.create(text="Autobuss", community=babite, locale=babite.locale, priority=1)
    assert texts(in_english) == ["Autobuss", "Benches by the pond"]


def test_a_need_leads_to_its_solution_in_the_language_of_the_page(babite, need, in_english):
    solution = factories.make_solution(babite, title="Soliņi")
    Need.objects.update(solution=solution)
    factories.translated(solution, in_english, title="Benches")
    assert [need.answer.title for need in needs_of(babite)] == ["Soliņi"]
    assert [need.answer.title for need in needs_of(in_english)] == ["Benches"]


def test_a_solution_that_is_not_public_is_not_named(client, babite, need):
    solution = factories.make_solution(babite, title="Slepenais", live=False)
    Need.objects.update(solution=solution)
    assert [need.answer for need in needs_of(babite)] == [None]
    assert "Slepenais" not in client.get(babite.url).text

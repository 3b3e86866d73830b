"""Where there is nothing, a reader is told what to do next."""

import pytest

from tests import factories

pytestmark = [pytest.mark.once, pytest.mark.django_db]


def main_of(client, address: str) -> str:
    """The page without what stands around it."""
    return client.get(address).content.decode().partition("<main")[2].partition("</main>")[0]


def test_search_that_finds_nothing_offers_themes(client, trail):
    text = main_of(client, "/search/?q=zemesrieksts")

    assert "<li>Vairāku " in text
    assert '<a class="chip" href="/search/?theme=turisms">Turisms</a>' in text


def test_search_within_choices_that_finds_nothing_offers_to_search_without_them(client, trail):
    text = main_of(client, "/search/?q=zemesrieksts&theme=turisms")

    assert '<a href="?q=zemesrieksts">' in text


def test_list_asked_for_words_it_does_not_have_leads_to_the_whole_search(client, trail):
    assert '<a href="/search/?q=zemesrieksts">' in main_of(client, "/risinajumi/?q=zemesrieksts")


def test_choices_that_fit_nothing_can_be_taken_away(client, trail):
    text = main_of(client, "/risinajumi/?theme=turisms&stage=idea")

    assert "Noņemiet kādu no tām" in text
    assert 'chip--chosen" href="?theme=turisms"' in text


def test_empty_list_leads_to_the_search(client, lists):
    assert '<a href="/search/">' in main_of(client, "/stasti/")


def test_calendar_in_winter_says_so_and_shows_what_was(client, babite):
    factories.make_event(babite, "Rudens talka", day="2025-10-04")
    text = main_of(client, "/notikumi/")

    assert "Pašlaik nekas nav ieplānots" in text
    assert "Rudens talka" in text


def test_community_of_which_nothing_is_told_invites_to_tell(client, babite):
    text = main_of(client, "/partneribas/pierigas/babite/")

    assert "Vai dzīvojat šeit?" in text
    assert '<a href="/partneribas/pierigas/">Pierīga</a></p>' in text


def test_community_of_which_something_is_told_does_not(client, babite, trail):
    assert "Vai dzīvojat šeit?" not in main_of(client, "/partneribas/pierigas/babite/")


def test_partnership_without_communities_invites_to_tell(client, pieriga):
    text = main_of(client, "/partneribas/pierigas/")

    assert "Nevienam šīs puses ciemam vēl nav lapas." in text
    assert "latviešu lapā" not in text.lower()


def test_partnership_whose_communities_are_not_translated_says_so(client, lists, pieriga, babite):
    home_en = factories.translated(lists["news-index"].get_parent().specific, title="KOPA")
    index_en = factories.translated(
        lists["partnership-index"], home_en, title="Partnerships", slug="partnerships"
    )
    factories.translated(pieriga, index_en, title="Pierīga", slug="pierigas")

    text = main_of(client, "/en/partnerships/pierigas/")

    assert "No community has a page here in this language yet." in text

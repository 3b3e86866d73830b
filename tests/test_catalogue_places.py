"""Where a page lies, what it is called and in which language: its entry follows."""

import pytest
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Page, PageViewRestriction

from search.models import Entry
from tests import factories
from tests.catalogue import entry, titles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ends_as_a_rebuild_would")]


def test_moving_a_page_changes_its_address_and_owner(lists, trail):
    cesu = factories.make_partnership(lists["partnership-index"], "cesu", "Cēsis")
    taurene = factories.make_community(cesu, "taurene", "Taurene")
    trail.move(taurene, pos="last-child")
    row = entry("Dabas taka")
    assert (row.url, row.owner, row.community) == (
        "/partneribas/cesu/taurene/taka/", "cesu", "taurene",
    )  # fmt: skip


def test_moving_a_community_takes_all_of_its_along(lists, babite, trail):
    factories.make_resource(babite, "Saieta nams")
    cesu = factories.make_partnership(lists["partnership-index"], "cesu", "Cēsis")
    babite.move(cesu, pos="last-child")
    assert titles(owner="cesu") == {"Cēsis", "Babīte", "Dabas taka", "Saieta nams"}
    assert entry("Dabas taka").url == "/partneribas/cesu/babite/taka/"


def test_moving_below_a_private_page_hides(lists, trail):
    cesu = factories.make_partnership(lists["partnership-index"], "cesu", "Cēsis")
    taurene = factories.make_community(cesu, "taurene", "Taurene")
    PageViewRestriction.objects.create(page=taurene, restriction_type="login")
    trail.move(taurene, pos="last-child")
    assert "Dabas taka" not in titles()


def test_a_new_slug_of_a_parent_changes_all_addresses(
    babite, trail, django_capture_on_commit_callbacks
):
    babite.slug = "babites-ciems"
    with django_capture_on_commit_callbacks(execute=True):
        babite.save_revision().publish()
    assert entry("Babīte").url == "/partneribas/pierigas/babites-ciems/"
    assert entry("Dabas taka").url == "/partneribas/pierigas/babites-ciems/taka/"
    assert entry("Dabas taka").community == "babite"


def test_a_renamed_partnership_is_renamed_everywhere(pieriga, trail):
    pieriga.title = "Pierīgas partnerība"
    pieriga.save_revision().publish()
    assert entry("Dabas taka").owner_name == "Pierīgas partnerība"


def test_a_community_that_moves_its_point_moves_its_solutions(babite, trail):
    babite.latitude = "57.00000"
    babite.save_revision().publish()
    assert entry("Dabas taka").point == (57.0, 24.105)


def test_a_translation_has_a_row_of_its_own(lists, trail):
    home = Page.objects.get(depth=2).specific
    home_en = factories.translated(home, title="KOPA in English")
    shelf = factories.make_page(
        home_en, type(lists["solution-index"]), "Solutions", slug="solutions"
    )
    english = factories.translated(trail, shelf, title="Nature trail", slug="trail")
    versions = Entry.objects.filter(uuid=trail.translation_key)
    assert set(versions.values_list("language", "title")) == {
        ("lv", "Dabas taka"), ("en", "Nature trail"),
    }  # fmt: skip
    assert entry("Nature trail").url == "/en/solutions/trail/"
    english.unpublish()
    assert Entry.objects.filter(uuid=trail.translation_key).count() == 1


def test_an_alias_in_another_language_is_no_translation(trail):
    home = Page.objects.get(depth=2).specific
    home.copy_for_translation(factories.make_locale("en"), alias=True)
    assert not Entry.objects.filter(language="en").exists()
    for page in (*trail.get_ancestors().filter(depth__gt=2), trail):
        page.specific.copy_for_translation(factories.make_locale("en"), alias=True)
    assert Page.objects.filter(locale__language_code="en", live=True).count() > 1
    assert not Entry.objects.filter(language="en").exists()


def test_a_new_order_of_siblings_changes_nothing(babite, trail):
    factories.make_solution(babite, "Otra").move(trail, pos="left")
    assert titles(community="babite") == {"Babīte", "Dabas taka", "Otra"}


def test_a_renamed_community_is_renamed_everywhere(babite, trail):
    factories.make_resource(babite, "Saieta nams")
    babite.title = "Babītes ciems"
    babite.save_revision().publish()
    assert titles(community_name="Babītes ciems") == {
        "Babītes ciems", "Dabas taka", "Saieta nams",
    }  # fmt: skip


def test_a_community_that_changes_its_municipality_changes_it_everywhere(babite, trail):
    factories.make_resource(babite, "Saieta nams")
    babite.municipality = factories.make_municipality("kuldigas-novads")
    babite.save_revision().publish()
    assert titles(municipality="kuldigas-novads") == {"Babīte", "Dabas taka", "Saieta nams"}
    assert not Entry.objects.filter(municipality="marupes-novads").exists()


def test_a_new_slug_of_a_list_changes_the_addresses_below(
    lists, django_capture_on_commit_callbacks
):
    factories.make_solution(lists["solution-index"], "No Igaunijas", slug="no-igaunijas")
    lists["solution-index"].slug = "piemeri"
    with django_capture_on_commit_callbacks(execute=True):
        lists["solution-index"].save_revision().publish()
    assert entry("No Igaunijas").url == "/piemeri/no-igaunijas/"


def test_moving_out_of_a_private_page_shows(lists, babite, trail):
    PageViewRestriction.objects.create(page=babite, restriction_type="login")
    cesu = factories.make_partnership(lists["partnership-index"], "cesu", "Cēsis")
    taurene = factories.make_community(cesu, "taurene", "Taurene")
    assert "Dabas taka" not in titles()
    trail.move(taurene, pos="last-child")
    assert "Dabas taka" in titles()


def test_an_alias_made_a_page_of_its_own_is_there(trail):
    factories.make_locale("en")
    for page in (*trail.get_ancestors().filter(depth__gt=1), trail):
        page.specific.copy_for_translation(factories.make_locale("en"), alias=True)
    alias = Page.objects.get(alias_of=trail).specific
    ConvertAliasPageAction(alias).execute()
    assert titles(language="en") == {"Dabas taka"}


def test_deleting_one_language_leaves_the_other(lists, trail):
    home_en = factories.translated(Page.objects.get(depth=2).specific, title="KOPA")
    shelf = factories.make_page(home_en, type(lists["solution-index"]), "Solutions")
    english = factories.translated(trail, shelf, title="Nature trail")
    english.delete()
    assert titles(uuid=trail.translation_key) == {"Dabas taka"}

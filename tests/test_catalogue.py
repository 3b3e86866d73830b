"""The catalogue holds what is public and nothing else, whatever happens to a page."""

import pytest
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, PageViewRestriction

from search.models import Entry, EntryTag
from tests import factories
from tests.catalogue import entry, titles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ends_as_a_rebuild_would")]


# What stands in a row


def test_an_entry_says_all_that_a_card_and_a_filter_need(trail):
    row = entry("Dabas taka")
    assert (row.kind, row.language, row.url) == (
        "solution",
        "lv",
        "/partneribas/pierigas/babite/taka/",
    )
    assert (row.owner, row.owner_name) == ("pierigas", "Pierīga")
    assert (row.community, row.community_name, row.place) == ("babite", "Babīte", "Babīte")
    assert (row.municipality, row.municipality_name) == ("marupes-novads", "Mārupes novads")
    assert row.point == (56.958, 24.105)
    assert (row.themes, row.audience, row.fact) == (["turisms"], ["residents"], "2021")
    assert set(row.tags.values_list("name", "value")) == {
        ("theme", "turisms"), ("audience", "residents"),
    }  # fmt: skip


def test_every_kind_of_page_has_its_kind(lists, pieriga, babite):
    factories.make_story(babite)
    factories.make_event(babite)
    factories.make_method(lists["toolkit-index"])
    factories.make_guide(pieriga)
    factories.make_news(lists["news-index"])
    factories.make_resource(babite)
    assert set(Entry.objects.values_list("kind", flat=True)) == {
        "partnership", "community", "story", "event", "method", "guide", "page", "resource",
    }  # fmt: skip


def test_the_hubs_own_examples_belong_to_the_hub(lists):
    factories.make_solution(lists["solution-index"], "No Igaunijas", place="Setumaa")
    row = entry("No Igaunijas")
    assert (row.owner, row.community, row.place) == ("hub", "", "Setumaa")
    assert row.is_from_elsewhere


def test_a_hidden_point_never_leaves_the_hub(pieriga):
    factories.make_community(
        pieriga, "slepena", latitude="56.9", longitude="24.1", point_precision="hidden"
    )
    assert entry("Slepena").point is None


# Becoming public, and no longer


def test_a_draft_is_not_there(babite):
    factories.make_solution(babite, "Melnraksts", live=False)
    assert "Melnraksts" not in titles()


def test_an_unpublished_change_is_not_told(trail):
    trail.title = "Vēl nepublicēts"
    trail.save_revision()
    assert titles(kind="solution") == {"Dabas taka"}


def test_publishing_a_change_rewrites_the_row(trail):
    pk = entry("Dabas taka").pk
    trail.title, trail.themes = "Jauna taka", [factories.make_theme("vide")]
    trail.save_revision().publish()
    assert entry("Jauna taka").pk == pk
    assert list(entry("Jauna taka").tags.filter(name="theme").values_list("value", flat=True)) == [
        "vide"
    ]


def test_a_page_saved_live_without_a_revision_is_there(babite):
    page = babite.add_child(
        instance=type(factories.make_solution(babite))(title="Tieši", live=True)
    )
    assert "Tieši" in titles()
    page.title = "Tieši un vēlreiz"
    page.save()
    assert "Tieši un vēlreiz" in titles()


def test_unpublishing_takes_the_row_away(trail):
    trail.unpublish()
    assert "Dabas taka" not in titles()


def test_unpublishing_with_all_below_takes_all_away(babite, trail):
    factories.make_resource(babite, "Saieta nams")
    babite.unpublish()
    Page.objects.get(pk=trail.pk).specific.unpublish()
    assert not titles() & {"Babīte", "Dabas taka", "Saieta nams"}


def test_deleting_takes_the_row_away(trail):
    trail.delete()
    assert "Dabas taka" not in titles()


def test_deleting_a_community_takes_all_of_its_away(babite, trail):
    factories.make_resource(babite, "Saieta nams")
    Page.objects.get(pk=babite.pk).delete()
    assert titles() == {"Pierīga"}
    assert not EntryTag.objects.exists()


def test_a_page_with_a_password_is_not_there(trail):
    restriction = PageViewRestriction.objects.create(
        page=trail, restriction_type="password", password="x"
    )
    assert "Dabas taka" not in titles()
    restriction.delete()
    assert "Dabas taka" in titles()


@pytest.mark.parametrize("kind", ["login", "groups", "password"])
def test_making_an_ancestor_private_hides_all_below(pieriga, babite, trail, kind):
    factories.make_resource(babite, "Saieta nams")
    restriction = PageViewRestriction.objects.create(page=pieriga, restriction_type=kind)
    assert titles() == set()
    restriction.delete()
    assert titles() == {"Pierīga", "Babīte", "Dabas taka", "Saieta nams"}


def test_a_page_published_below_a_private_one_is_not_there(babite):
    PageViewRestriction.objects.create(page=babite, restriction_type="login")
    factories.make_solution(babite, "Iekšēji")
    factories.make_resource(babite, "Tikai mums")
    assert not titles() & {"Iekšēji", "Tikai mums"}


def test_unpublishing_with_all_below_in_one_action_takes_all_away(babite, trail, admin_user):
    factories.make_resource(babite, "Saieta nams")
    UnpublishPageAction(
        Page.objects.get(pk=babite.pk), include_descendants=True, user=admin_user
    ).execute()
    assert titles() == {"Pierīga"}


def test_unpublishing_what_was_fetched_as_a_plain_page_takes_the_row_away(trail):
    Page.objects.get(pk=trail.pk).unpublish()
    assert "Dabas taka" not in titles()


def test_a_page_published_again_is_there_again(trail):
    trail.unpublish()
    trail.save_revision().publish()
    assert "Dabas taka" in titles()


def test_deleting_a_partnership_takes_all_of_its_away(pieriga, trail):
    Page.objects.get(pk=pieriga.pk).delete()
    assert titles() == set()


def test_a_copy_kept_live_is_there_with_its_themes(trail):
    trail.copy(update_attrs={"title": "Otra taka", "slug": "otra"}, keep_live=True)
    assert entry("Otra taka").themes == ["turisms"]


def test_a_copy_made_as_a_draft_is_not_there(trail):
    trail.copy(update_attrs={"title": "Otra taka", "slug": "otra"}, keep_live=False)
    assert "Otra taka" not in titles()


def test_a_copied_community_is_there_with_all_below(babite, trail):
    babite.copy(recursive=True, update_attrs={"title": "Piņķi", "slug": "pinki", "key": "pinki"})
    assert titles(community="pinki") == {"Piņķi", "Dabas taka"}


def test_a_draft_of_a_parent_is_not_told_by_its_children(babite, trail):
    babite.title, babite.slug = "Vēl nav pateikts", "vel-nav"
    babite.save_revision()
    trail.save_revision().publish()
    row = entry("Dabas taka")
    assert (row.community_name, row.url) == ("Babīte", "/partneribas/pierigas/babite/taka/")


def test_a_draft_saved_writes_nothing(trail, monkeypatch):
    trail.title = "Vēl nepublicēts"
    with monkeypatch.context() as patch:
        patch.setattr("search.upkeep.write", pytest.fail)
        trail.save_revision()


def test_publishing_a_community_that_is_called_the_same_leaves_all_below_alone(
    babite, trail, monkeypatch
):
    babite.summary = "Ciems pie ezera."
    with monkeypatch.context() as patch:
        patch.setattr("search.upkeep.project_tree", pytest.fail)
        babite.save_revision().publish()
    assert entry("Babīte").summary == "Ciems pie ezera."

"""A theme or municipality that is called otherwise is called otherwise everywhere."""

import pytest

from hub.taxonomy import ThemeName
from search.models import Entry, EntryTag
from tests import factories
from tests.catalogue import entry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ends_as_a_rebuild_would")]


def test_a_renamed_theme_is_found_by_its_new_name(trail):
    name = ThemeName.objects.get(theme__slug="turisms", language="lv")
    name.name = "Ceļošana"
    name.save()
    assert "celos" in entry("Dabas taka").place_stems


def test_a_deleted_theme_leaves_its_pages(trail):
    factories.make_theme("turisms").delete()
    assert entry("Dabas taka").themes == []
    assert not EntryTag.objects.filter(name="theme").exists()


def test_a_theme_is_found_by_a_new_synonym(trail):
    name = ThemeName.objects.get(theme__slug="turisms", language="lv")
    name.synonyms = "kempings"
    name.save()
    assert "kemping" in entry("Dabas taka").place_stems


def test_a_new_language_of_a_theme_is_found(trail):
    ThemeName.objects.create(theme=factories.make_theme("turisms"), language="lt", name="Turizmas")
    assert "turizm" in entry("Dabas taka").place_stems


def test_a_new_slug_of_a_theme_is_filtered_by(trail):
    theme = factories.make_theme("turisms")
    theme.slug = "celosana"
    theme.save()
    assert entry("Dabas taka").themes == ["celosana"]
    assert set(EntryTag.objects.filter(name="theme").values_list("value", flat=True)) == {
        "celosana"
    }


def test_a_theme_saved_as_it_was_writes_nothing(trail, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("search.upkeep.write", pytest.fail)
        factories.make_theme("turisms").save()
        ThemeName.objects.get(theme__slug="turisms", language="lv").save()


def test_a_renamed_municipality_is_renamed_everywhere(babite, trail):
    factories.make_resource(babite, "Saieta nams")
    municipality = factories.make_municipality("marupes-novads")
    municipality.name = "Mārupes pilsēta"
    municipality.save()
    names = Entry.objects.filter(municipality="marupes-novads").values_list(
        "municipality_name", flat=True
    )
    assert list(names) == ["Mārupes pilsēta"] * 3

"""A pack is imported whole or not at all, and never over what an editor did."""

from pathlib import Path

import pytest
from PIL import Image as Picture
from wagtail.models import Page

from communities.models import CommunityPage
from hub.files import Image
from hub.ownership import Owner
from search import upkeep
from search.models import Entry
from tests.pack_world import (
    bring_in,
    change,
    page_of,
    png,
    refusal_of,
    stored_files,
    what_stands_here,
    write,
    write_packs,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bare_site")]


@pytest.fixture
def packs(tmp_path) -> Path:
    return write_packs(tmp_path)


@pytest.fixture
def imported(packs) -> Path:
    bring_in(packs)
    return packs


def edit(page: Page, publish: bool = True, **values) -> None:
    for name, value in values.items():
        setattr(page, name, value)
    revision = page.save_revision()
    if publish:
        revision.publish()


# What a pack makes


def test_pack_becomes_pages_that_anyone_may_read(imported):
    liepa = page_of("cesu/liepa")

    assert liepa.live
    assert liepa.title == "Liepa"
    assert liepa.url == "/partneribas/cesu/liepa/"
    assert sorted(theme.slug for theme in liepa.themes.all()) == ["turisms", "vide"]
    assert [block.block_type for block in liepa.story] == ["text", "heading", "text"]
    assert "<p>2021. gadā to svinēja" in liepa.story[2].value.source


def test_pack_makes_the_house_of_its_owner(imported):
    owner = Owner.objects.get(key="cesu")

    assert owner.name == "Cēsu partnerība"
    assert page_of("cesu").owning == owner
    assert owner.editors.page_permissions.filter(page=page_of("cesu")).exists()


def test_records_belong_to_their_community(imported):
    liepa = page_of("cesu/liepa")

    assert [str(resource) for resource in liepa.resources.all()] == ["Vilciena pietura"]
    assert liepa.resources.get().live
    assert [need.theme.slug for need in liepa.needs.all()] == ["turisms"]


def test_picture_lies_in_its_communitys_collection_with_what_is_said_of_it(imported):
    picture = page_of("cesu/liepa").lead_image

    assert (picture.title, picture.author) == ("Liepas stacija", "Ciema biedrība")
    assert picture.has_consent
    assert picture.collection == page_of("cesu/liepa").collection


def test_imported_things_stand_in_the_catalogue(imported):
    entries = Entry.objects.filter(owner="cesu").values_list("kind", "language", "title")

    assert sorted(entries) == [
        ("community", "en", "Liepa village"),
        ("community", "lv", "Liepa"),
        ("partnership", "en", "Cēsis District Rural Partnership"),
        ("partnership", "lv", "Cēsu rajona lauku partnerība"),
    ]


def test_catalogue_is_written_once_for_the_whole_import(packs, monkeypatch):
    calls = []
    monkeypatch.setattr(upkeep, "project_page", lambda page: calls.append(page))
    monkeypatch.setattr(upkeep, "project_tree", lambda page: calls.append(page))

    bring_in(packs)

    assert calls == []
    assert Entry.objects.filter(title="Liepa", language="lv").exists()


# Importing again


def test_importing_twice_changes_nothing(imported):
    before = what_stands_here()

    report = bring_in(imported)

    assert set(report.counts) == {"unchanged"}
    assert report.notes == []
    assert what_stands_here() == before


def test_changed_file_changes_its_page_only(imported):
    change(imported, "cesu/kopienas/liepa.lv.md", "title: Liepa\n", "title: Liepas ciems\n")

    report = bring_in(imported)

    assert page_of("cesu/liepa").title == "Liepas ciems"
    changed = [place for status, place in report.lines if status == "changed"]
    assert changed == ["cesu/kopienas/liepa.lv.md:2", "cesu/kopienas/liepa.en.md:2"]


def test_changed_picture_is_put_in_place_of_the_old_one(
    imported, django_capture_on_commit_callbacks
):
    before = page_of("cesu/liepa").lead_image
    (imported / "cesu/bildes/liepa.png").write_bytes(png("red"))

    with django_capture_on_commit_callbacks(execute=True):
        bring_in(imported)

    after = page_of("cesu/liepa").lead_image
    assert after.pk == before.pk
    assert Picture.open(after.file).getpixel((0, 0)) == (255, 0, 0)
    assert not before.file.storage.exists(before.file.name)


def test_what_an_editor_changed_is_reported_and_left_alone(imported):
    edit(page_of("cesu/liepa"), title="Liepa pie Cēsīm")
    change(imported, "cesu/kopienas/liepa.lv.md", "title: Liepa\n", "title: Liepas ciems\n")

    report = bring_in(imported)

    assert page_of("cesu/liepa").title == "Liepa pie Cēsīm"
    told = "cesu/kopienas/liepa.lv.md:2: changed by an editor since the last import: left alone"
    assert told in report.notes


def test_draft_of_an_editor_is_left_alone(imported):
    edit(page_of("cesu/liepa"), publish=False, title="Liepa pie Cēsīm")
    change(imported, "cesu/kopienas/liepa.lv.md", "title: Liepa\n", "title: Liepas ciems\n")

    bring_in(imported)

    page = page_of("cesu/liepa")
    assert page.title == "Liepa"
    assert page.get_latest_revision_as_object().title == "Liepa pie Cēsīm"


def test_picture_that_an_editor_described_anew_is_left_alone(imported):
    Image.objects.update(title="Dzelzceļa stacija")
    write(imported, "cesu/bildes/liepa.png.yaml", "title: Stacija\n")

    report = bring_in(imported)

    assert Image.objects.get().title == "Dzelzceļa stacija"
    assert "bildes/liepa.png: changed by an editor since: left alone" in report.notes


def test_page_deleted_by_an_editor_stays_deleted(imported):
    page_of("cesu/liepa").delete()
    write(imported, "cesu/kopienas/resursi.lv.yaml", "")
    write(imported, "cesu/kopienas/vajadzibas.lv.yaml", "")

    report = bring_in(imported)

    assert not CommunityPage.objects.filter(locale__language_code="lv").exists()
    assert report.notes == ["cesu/kopienas/liepa.lv.md:2: deleted by an editor: not made again"]


def test_what_refers_to_a_deleted_page_is_told_so(imported):
    page_of("cesu/liepa").delete()
    change(imported, "cesu/partneriba.lv.md", "Strādā", "[Liepa](page:cesu/liepa) ir")

    assert refusal_of(imported) == [
        "cesu/partneriba.lv.md:9: the page „cesu/liepa” was deleted here"
    ]


def test_page_made_here_is_not_taken_over(imported):
    made = page_of("cesu").add_child(
        instance=CommunityPage(
            title="Rauna", slug="rauna", key="rauna", locale=page_of("cesu").locale
        )
    )
    write(
        imported,
        "cesu/rauna.lv.md",
        "---\nkey: cesu/rauna\ntype: community\nparent: cesu\ntitle: Cita Rauna\n---\n",
    )

    report = bring_in(imported)

    assert report.counts["not from a pack"] == 1
    assert CommunityPage.objects.get(pk=made.pk).title == "Rauna"


def test_dry_run_tells_and_changes_nothing(packs):
    before, files = what_stands_here(), stored_files()

    report = bring_in(packs, dry_run=True)

    assert report.counts["new"] == 13
    assert what_stands_here() == before
    assert stored_files() == files

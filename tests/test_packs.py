"""A pack is imported whole or not at all, and never over what an editor did."""

from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image as Picture
from wagtail.models import Page, Revision

from communities.models import CommunityPage, Need, Resource
from hub.files import Image
from hub.ownership import Owner
from hub.packs.records import PackRecord
from hub.taxonomy import Theme
from search import upkeep
from search.models import Entry
from tests.pack_world import (
    bring_in,
    change,
    page_of,
    png,
    refusal_of,
    write,
    write_packs,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def packs(tmp_path) -> Path:
    return write_packs(tmp_path)


@pytest.fixture
def imported(packs) -> Path:
    bring_in(packs)
    return packs


def stored_files() -> set[str]:
    media = Path(settings.MEDIA_ROOT)
    return {str(file) for file in media.rglob("*") if file.is_file()}


def what_stands_here() -> dict[str, int]:
    models = (Page, Revision, PackRecord, Theme, Resource, Need, Image, Owner, Entry)
    return {model.__name__: model.objects.count() for model in models}


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


# What is refused

LIEPA_FILE = "cesu/kopienas/liepa.lv.md"
RESOURCE_FILE = "cesu/kopienas/resursi.lv.yaml"
MISTAKES = [
    (LIEPA_FILE, "title: Liepa\n", "titel: Liepa\n", "5: „titel” is not known in a community"),
    (LIEPA_FILE, "themes: [turisms,", "themes: [turizms,", "8: there is no „turizms”"),
    (LIEPA_FILE, "latitude: 57.3844", "latitude: 75", "11: Ensure this value is less than"),
    (LIEPA_FILE, "page:cesu)", "page:cesis)", "19: there is no page with the key „cesis”"),
    (LIEPA_FILE, "## Ceļotāju", "# Ceļotāju", "21: headings are written with ## or ###"),
    (LIEPA_FILE, "bildes/liepa.png", "bildes/x.png", "13: there is no file „bildes/x.png”"),
    (LIEPA_FILE, "bildes/liepa.png", "../hub/home.lv.md", "13: „../hub/home.lv.md” lies outside"),
    (
        LIEPA_FILE,
        "parent: cesu\n",
        "parent: hub/home\n",
        "4: „cesu” may not write below „hub/home”",
    ),
    (LIEPA_FILE, "type: community", "type: komuna", "2: the type „komuna” is not known"),
    (LIEPA_FILE, "key: cesu/liepa", "key: hub/liepa", "2: a key of this pack begins with „cesu”"),
    (LIEPA_FILE, "title: Liepa\n", "title: Liepa: ciems\n", "5: a colon inside a value"),
    (LIEPA_FILE, "title: Liepa\n", "", "2: „title” is missing"),
    (RESOURCE_FILE, "kind: places", "kind: place", "4: „place” is not in the list"),
    (RESOURCE_FILE, "community: cesu/liepa", "community: cesu/rauna", "5: there is no page"),
]


@pytest.mark.parametrize(("file", "old", "new", "told"), MISTAKES)
def test_mistake_is_told_with_file_line_and_reason(packs, file, old, new, told):
    change(packs, file, old, new)
    before, files = what_stands_here(), stored_files()

    lines = refusal_of(packs)

    assert [line for line in lines if line.startswith(f"{file}:{told}")] != []
    assert what_stands_here() == before
    assert stored_files() == files


def test_file_that_is_no_picture_is_refused_where_it_is_named(packs):
    (packs / "cesu/bildes/liepa.png").write_bytes(b"a letter")

    [line] = refusal_of(packs)

    assert line.startswith("cesu/kopienas/liepa.lv.md:13: „bildes/liepa.png”: ")


def test_what_is_said_beside_a_picture_is_checked(packs):
    write(packs, "cesu/bildes/liepa.png.yaml", "title: Stacija\nautor: Biedrība\n")

    assert refusal_of(packs) == [
        "cesu/bildes/liepa.png.yaml:2: „autor” is not known; did you mean „author”?"
    ]


def test_text_in_another_encoding_is_refused(packs):
    (packs / LIEPA_FILE).write_bytes(b"---\nkey: cesu/liepa\ntitle: \xe7\n---\n")

    assert f"{LIEPA_FILE}:3: the file must be in UTF-8" in refusal_of(packs)


def test_every_mistake_is_told_at_once(packs):
    change(packs, LIEPA_FILE, "themes: [turisms,", "themes: [turizms,")
    change(packs, RESOURCE_FILE, "kind: places", "kind: place")

    assert [line.split(": ")[0] for line in refusal_of(packs)] == [
        "cesu/kopienas/liepa.lv.md:8",
        "cesu/kopienas/resursi.lv.yaml:4",
    ]


def test_what_refers_to_a_broken_page_is_not_told_of_too(packs):
    change(packs, LIEPA_FILE, "title: Liepa\n", "titel: Liepa\n")

    assert {line.split(":")[0] for line in refusal_of(packs)} == {LIEPA_FILE}


def test_same_key_in_two_files_is_refused(packs):
    write(packs, "cesu/liepa-2.lv.md", (packs / LIEPA_FILE).read_text())

    told = "the key „cesu/liepa” is taken by cesu/kopienas/liepa.lv.md:2"
    assert f"cesu/liepa-2.lv.md:2: {told}" in refusal_of(packs)


def test_pack_cannot_write_below_another_owners_partnership(imported):
    write(imported, "pierigas/pack.yaml", "owner: pierigas\n")
    write(
        imported,
        "pierigas/ciems.lv.md",
        "---\nkey: pierigas/ciems\ntype: community\nparent: cesu\ntitle: Ciems\n---\n",
    )

    assert refusal_of(imported) == ["pierigas/ciems.lv.md:4: „pierigas” may not write below „cesu”"]


def test_pack_cannot_write_records_of_another_owners_community(imported):
    write(imported, "pierigas/pack.yaml", "owner: pierigas\n")
    text = (imported / RESOURCE_FILE).read_text().replace("key: cesu/", "key: pierigas/")
    write(imported, "pierigas/resursi.lv.yaml", text)

    assert refusal_of(imported) == [
        "pierigas/resursi.lv.yaml:5: „pierigas” may not write for „cesu/liepa”"
    ]

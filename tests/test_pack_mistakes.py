"""A pack with a mistake is refused whole: each is told with file, line and reason."""

from pathlib import Path

import pytest

from tests.pack_world import (
    bring_in,
    change,
    refusal_of,
    stored_files,
    what_stands_here,
    write,
    write_packs,
)

pytestmark = [pytest.mark.once, pytest.mark.django_db, pytest.mark.usefixtures("bare_site")]


@pytest.fixture
def packs(tmp_path) -> Path:
    return write_packs(tmp_path)


@pytest.fixture
def imported(packs) -> Path:
    bring_in(packs)
    return packs


LV = "cesu/kopienas/liepa.lv.md"
RESOURCES = "cesu/kopienas/resursi.lv.yaml"
EN = "cesu/kopienas/liepa.en.md"
MISTAKES = [
    (LV, "title: Liepa\n", "titel: Liepa\n", "5: „titel” is not known in a community"),
    (LV, "themes: [turisms,", "themes: [turizms,", "8: there is no „turizms”"),
    (LV, "latitude: 57.3844", "latitude: 75", "11: Ensure this value is less than"),
    (LV, "page:cesu)", "page:cesis)", "19: there is no page with the key „cesis”"),
    (LV, "## Ceļotāju", "# Ceļotāju", "21: headings are written with ## or ###"),
    (LV, "bildes/liepa.png", "bildes/x.png", "13: there is no file „bildes/x.png”"),
    (LV, "bildes/liepa.png", "../hub/home.lv.md", "13: „../hub/home.lv.md” lies outside"),
    (LV, "parent: cesu\n", "parent: hub/home\n", "4: „cesu” may not write below „hub/home”"),
    (LV, "type: community", "type: komuna", "2: the type „komuna” is not known"),
    (LV, "key: cesu/liepa", "key: hub/liepa", "2: a key of this pack begins with „cesu”"),
    (LV, "title: Liepa\n", "title: Liepa: ciems\n", "5: a colon inside a value"),
    (LV, "title: Liepa\n", "", "2: „title” is missing"),
    (RESOURCES, "kind: places", "kind: place", "4: „place” is not in the list"),
    (RESOURCES, "community: cesu/liepa", "community: cesu/rauna", "5: there is no page"),
    (EN, "- the second route\n", "", "15: the paragraphs and lists are not those"),
    (EN, "In 2021 it was", "1. In 2021 it was", "15: the paragraphs and lists are not those"),
    (EN, "## Travellers’ Day\n", "", "11: 1 here, 3 in the original"),
    (EN, "https://pv.lv/en", "page:hub/home", "11: a link that the original does not have"),
    (EN, "title: Liepa village", "title:", "3: This field cannot be blank"),
    (
        EN,
        "slug: liepa-village",
        "slug: liepa-village\nseo_title: Liepa",
        "5: the original says nothing here",
    ),
    (
        EN,
        "slug: liepa-village",
        "slug: liepa-village\nplace: Liepa!",
        "5: „place” is the same in every language",
    ),
    (
        EN,
        "slug: liepa-village",
        "slug: liepa-village\nlatitude: 57.5",
        "5: „latitude” is the same in every language",
    ),
    (
        EN,
        "slug: liepa-village",
        "slug: liepa-village\nthemes: [vide]",
        "5: „themes” is the same in every language",
    ),
    (EN, "key: cesu/liepa", "key: cesu/rauna", "2: there is no original: „cesu/rauna” in „lv”"),
    (EN, "key: cesu/liepa", "key: cesu/liepa\ntype: event", "2: the type is „event” here and"),
]


@pytest.mark.parametrize(("file", "old", "new", "told"), MISTAKES)
def test_mistake_is_told_with_file_line_and_reason(packs, file, old, new, told):
    change(packs, file, old, new)
    before, files = what_stands_here(), stored_files()

    lines = refusal_of(packs)

    assert [line for line in lines if line.startswith(f"{file}:{told}")] != [], lines
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
    (packs / LV).write_bytes(b"---\nkey: cesu/liepa\ntitle: \xe7\n---\n")

    assert f"{LV}:3: the file must be in UTF-8" in refusal_of(packs)


def test_every_mistake_is_told_at_once(packs):
    change(packs, LV, "themes: [turisms,", "themes: [turizms,")
    change(packs, RESOURCES, "kind: places", "kind: place")

    assert [line.split(": ")[0] for line in refusal_of(packs)] == [
        "cesu/kopienas/liepa.lv.md:8",
        "cesu/kopienas/resursi.lv.yaml:4",
    ]


def test_what_refers_to_a_broken_page_is_not_told_of_too(packs):
    change(packs, LV, "title: Liepa\n", "titel: Liepa\n")

    assert {line.split(":")[0] for line in refusal_of(packs)} == {LV}


def test_same_key_in_two_files_is_refused(packs):
    write(packs, "cesu/liepa-2.lv.md", (packs / LV).read_text())

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
    text = (imported / RESOURCES).read_text().replace("key: cesu/", "key: pierigas/")
    write(imported, "pierigas/resursi.lv.yaml", text)

    assert refusal_of(imported) == [
        "pierigas/resursi.lv.yaml:5: „pierigas” may not write for „cesu/liepa”"
    ]

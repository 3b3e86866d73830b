"""What is public leaves the hub as packs, and comes back as it was."""

from pathlib import Path

import pytest
from wagtail.models import Page, PageViewRestriction

from communities.models import CommunityPage, Resource
from hub.packs.errors import PackError
from hub.packs.exporter import Exporter
from hub.packs.records import PackRecord
from stories.models import StoryPage
from tests.factories import make_community, make_document, make_locale, make_page
from tests.pack_world import (
    bring_in,
    empty_the_site,
    page_of,
    texts_in,
    write,
    write_packs,
)

pytestmark = [pytest.mark.once, pytest.mark.django_db, pytest.mark.usefixtures("bare_site")]

VIDEO = """\
title: Stāsts no Liepas
author: Ciema biedrība
licence: cc-by-sa-4.0
consent: true
duration: 12.5
poster: stasts.webp
tracks:
  - kind: captions
    language: lv
    label: Latviski
    file: stasts.lv.vtt
    default: true
"""
STORY = """\
---
key: cesu/liepa/stasts
type: story
parent: cesu/liepa
title: Stāsts
video: video/stasts.mp4
consent_confirmed: true
---
Lasiet [veidlapu](file:faili/veidlapa.txt).

```block document
document: faili/veidlapa.txt
title: Veidlapa
```

```block figure
image:
  file: bildes/liepa.png
  alt: Stacija
```
"""
CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:02.000\nLabdien!\n"


@pytest.fixture
def packs(tmp_path) -> Path:
    folder = write_packs(tmp_path / "packs")
    write(folder, "cesu/stasts.lv.md", STORY)
    write(folder, "cesu/video/stasts.mp4", "a film")
    write(folder, "cesu/video/stasts.webp", "its poster")
    write(folder, "cesu/video/stasts.lv.vtt", CAPTIONS)
    write(folder, "cesu/video/stasts.mp4.yaml", VIDEO)
    write(folder, "cesu/faili/veidlapa.txt", "Veidlapa")
    bring_in(folder)
    return folder


def export(folder: Path, owner: str = "") -> list[str]:
    return Exporter(folder, owner).run().notes


def test_export_into_an_empty_site_and_out_again_is_the_same(packs, tmp_path):
    export(tmp_path / "first")
    empty_the_site()

    bring_in(tmp_path / "first")
    export(tmp_path / "second")

    first = texts_in(tmp_path / "first")
    assert first == texts_in(tmp_path / "second")
    assert len(first) == 22


def test_export_has_a_folder_for_each_owner_and_files_where_they_came_from(packs, tmp_path):
    export(tmp_path / "out")

    assert sorted(texts_in(tmp_path / "out/cesu")) == [
        "bildes/liepa.png",
        "bildes/liepa.png.yaml",
        "faili/veidlapa.txt",
        "faili/veidlapa.txt.yaml",
        "kopienas/liepa.en.md",
        "kopienas/liepa.lv.md",
        "kopienas/resursi.lv.yaml",
        "kopienas/vajadzibas.lv.yaml",
        "pack.yaml",
        "partneriba.en.md",
        "partneriba.lv.md",
        "stasts.lv.md",
        "video/stasts-poster.webp",
        "video/stasts.captions.lv.vtt",
        "video/stasts.mp4",
        "video/stasts.mp4.yaml",
    ]


def test_body_comes_out_as_it_was_written(packs, tmp_path):
    export(tmp_path / "out")

    for path in ("cesu/kopienas/liepa.lv.md", "cesu/kopienas/liepa.en.md", "cesu/stasts.lv.md"):
        written, read = ((root / path).read_text() for root in (packs, tmp_path / "out"))
        assert read.split("---\n")[2] == written.split("---\n")[2]


def test_translated_file_says_what_is_translated(packs, tmp_path):
    export(tmp_path / "out")

    front = (tmp_path / "out/cesu/partneriba.en.md").read_text().split("---\n")[1]
    assert front == "key: cesu\ntitle: Cēsis District Rural Partnership\nslug: cesis\n"


def test_what_is_to_know_of_a_video_lies_beside_it(packs, tmp_path):
    export(tmp_path / "out")

    assert (tmp_path / "out/cesu/video/stasts.mp4.yaml").read_text() == VIDEO.replace(
        "file: stasts.lv.vtt", "file: stasts.captions.lv.vtt"
    ).replace("poster: stasts.webp", "poster: stasts-poster.webp")
    assert (tmp_path / "out/cesu/video/stasts.captions.lv.vtt").read_text() == CAPTIONS


def test_things_made_here_get_keys_of_their_own(packs, tmp_path):
    rauna = make_community(page_of("cesu"), "rauna", "Rauna")
    Resource.objects.create(
        name="Estrāde „Rauna”", kind="places", community=rauna, locale=rauna.locale, live=True
    )
    document = make_document()
    make_page(
        rauna,
        StoryPage,
        "Raunas stāsts",
        slug="stasts",
        body=[("document", {"document": document, "title": ""})],
    )
    export(tmp_path / "out", "cesu")

    story = (tmp_path / "out/cesu/rauna/stasts.lv.md").read_text()
    assert story.startswith("---\nkey: cesu/rauna/stasts\ntype: story\nparent: cesu/rauna\n")
    assert f"document: files/{Path(document.file.name).name}\n" in story
    assert (
        "key: cesu/rauna/resource/estrade-rauna\n"
        in (tmp_path / "out/cesu/resource.lv.yaml").read_text()
    )
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["cesu"]


def test_drafts_and_aliases_stay_here(packs, tmp_path):
    make_community(page_of("cesu"), "rauna", "Rauna", live=False)
    page_of("cesu/liepa/stasts").copy_for_translation(make_locale("en"), alias=True)
    Page.objects.filter(alias_of__isnull=False).update(live=True)

    notes = export(tmp_path / "out")

    assert notes == ["cesu/rauna: not public: left out"]
    assert "cesu/stasts.en.md" not in texts_in(tmp_path / "out")


def test_private_pages_and_records_stay_here_and_nobody_speaks_of_them(packs, tmp_path):
    rauna = make_community(page_of("cesu"), "rauna", "Rauna")
    PageViewRestriction.objects.create(page=rauna, restriction_type="login")
    Resource.objects.update(visibility="owner")
    cesu = page_of("cesu")
    text = f'<p>Te ir <a linktype="page" id="{rauna.pk}">Rauna</a>.</p>'
    cesu.body = [("text", text), ("related_pages", {"title": "", "pages": [rauna]})]
    cesu.save_revision().publish()

    notes = export(tmp_path / "out")

    assert notes == [
        "cesu/rauna: not public: left out",
        "cesu/liepa/resursi/stacija: not public: left out",
    ]
    text = (tmp_path / "out/cesu/partneriba.lv.md").read_text()
    assert "Te ir Rauna." in text
    assert "cesu/rauna" not in text


def test_hidden_point_never_leaves(packs, tmp_path):
    CommunityPage.objects.update(point_precision="hidden")

    export(tmp_path / "out")

    text = (tmp_path / "out/cesu/kopienas/liepa.lv.md").read_text()
    assert "point_precision: hidden" in text
    assert "latitude" not in text
    assert "longitude" not in text


def test_translation_of_a_draft_stays_here(packs, tmp_path):
    CommunityPage.objects.filter(slug="liepa").update(live=False)

    notes = export(tmp_path / "out")

    assert "cesu/liepa: its original is not public: left out" in notes
    assert "cesu/kopienas/liepa.en.md" not in texts_in(tmp_path / "out")


def test_children_of_a_draft_stay_here(packs, tmp_path):
    CommunityPage.objects.filter(slug="liepa").update(live=False)

    export(tmp_path / "out")

    texts = texts_in(tmp_path / "out")
    assert not [path for path in texts if "liepa.lv" in path or "stasts" in path]
    assert "cesu/kopienas/resursi.lv.yaml" not in texts


def test_editors_work_leaves_with_the_rest(packs, tmp_path):
    page = page_of("cesu/liepa")
    page.title = "Liepa pie Cēsīm"
    page.save_revision().publish()

    export(packs)

    assert "title: Liepa pie Cēsīm\n" in (packs / "cesu/kopienas/liepa.lv.md").read_text()


def test_earlier_pack_is_written_over_and_what_is_gone_is_told(packs):
    page_of("cesu/liepa/stasts").delete()

    notes = export(packs / "cesu")

    assert notes == ["stasts.lv.md: left from before, not written now"]


@pytest.mark.parametrize(
    ("path", "owner", "told"),
    [
        ("photos", "", "no pack.yaml here, nor in a folder in it"),
        ("photos/1.jpg", "", "this is not a folder"),
        ("packs/cesu", "pierigas", "this is the pack of „cesu”, not of „pierigas”"),
        ("new", "pierigas", "there is no owner „pierigas”"),
    ],
)
def test_folder_that_is_no_pack_is_refused_in_one_line(packs, tmp_path, path, owner, told):
    write(tmp_path, "photos/1.jpg", "a picture")
    before = texts_in(tmp_path)

    with pytest.raises(PackError) as refused:
        export(tmp_path / path, owner)

    assert str(refused.value) == f"{tmp_path / path}: {told}"
    assert texts_in(tmp_path) == before


def test_export_changes_nothing_here(packs, tmp_path):
    before = list(PackRecord.objects.values())

    export(tmp_path / "out")

    assert list(PackRecord.objects.values()) == before
    assert set(bring_in(packs).counts) == {"unchanged"}

"""The picture to share a page with: light, of the right size, and every title fits it."""

import io
import re

import pytest
from PIL import Image as Picture

from hub.settings.environment import ROOT
from hub.share_pictures import HUES, PictureWords, draw_picture, title_lines

pytestmark = pytest.mark.once

LONGEST = 255  # letters of a title
COMPOUND = "Starpnovadunevalstiskoorganizācijusadarbībasuzņēmējdarbībasatbalsts"
TITLES = [
    "KOPA",
    "Mežinieku norādes",
    "Pašapkalpošanās mazumtirdzniecības starptautiskās sadarbības nostiprināšanas kopprojekts",
    COMPOUND,
    ("Ciema ļaudis un viņu kaimiņi " * 10)[:LONGEST],
    "Ē" * LONGEST,
    "日本語 🎉",
    "",
]


def drawn(title, **words):
    picture = draw_picture(PictureWords(title, **words))
    return picture, Picture.open(io.BytesIO(picture)).convert("RGB")


@pytest.mark.parametrize("title", TITLES)
def test_a_picture_has_the_size_that_is_asked_for_and_few_bytes(title):
    picture, image = drawn(title, kind=title, place=title, owner_name=title, owner="cesu")

    assert image.size == (1200, 630)
    assert len(picture) <= 60_000


@pytest.mark.parametrize("title", TITLES)
def test_no_word_reaches_the_edge(title):
    _picture, image = drawn(title, kind=title, place=title, owner_name=title)

    above_the_band = 630 - 176
    for left, right in ((0, 60), (1140, 1200)):
        edge = image.crop((left, 0, right, above_the_band))
        assert len(edge.getcolors()) == 1


@pytest.mark.parametrize("title", TITLES[:5])
def test_a_title_is_whole_whatever_its_length(title):
    lines, _size = title_lines(title)

    joined = "".join(line.removesuffix("-") if line.endswith("-") else f"{line} " for line in lines)
    assert joined.strip() == title.strip()


def test_a_short_title_is_large_and_a_long_one_smaller():
    sizes = [title_lines(title)[1] for title in TITLES[:5]]

    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 108


def test_a_word_that_is_too_long_is_broken_with_a_hyphen():
    lines, _size = title_lines(COMPOUND)

    assert len(lines) == 2
    assert lines[0].endswith("-")


def test_what_the_font_lacks_is_left_out_and_not_drawn_as_boxes():
    assert drawn("日本語 Ēdole 🎉", band_name="Ē")[0] == drawn("Ēdole", band_name="Ē")[0]


def test_the_band_is_the_pages_own_in_its_owners_hue():
    bands = {
        drawn("Taka", owner=owner, band_name=name)[1].crop((0, 470, 1200, 620)).tobytes()
        for owner in ("pierigas", "cesu")
        for name in ("Babīte", "Ēdole")
    }
    assert len(bands) == 4


def test_the_hues_are_those_of_the_pages():
    styles = (ROOT / "hub/static/hub/css/hub.css").read_text()
    light = dict(re.findall(r"--hue-(\d): (#[0-9a-f]{6});", styles)[:6])

    assert tuple(light[str(number)] for number in range(1, 7)) == HUES

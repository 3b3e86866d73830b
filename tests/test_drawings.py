"""The hub's drawings say what the words beside them say: as many cells, as long a bar."""

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from django.conf import settings

from hub import drawings
from hub.drawings import card_art, counted_cells, minutes_bar, scene, value_of_a_cell
from hub.vocabulary import Phase
from tests import factories

pytestmark = pytest.mark.once

SYMBOL = "{http://www.w3.org/2000/svg}symbol"


def cells_drawn(svg: str, look: str = "<path d=") -> Decimal:
    """How many cells the path covers."""
    path = svg[svg.index(look) :]
    return sum(Decimal(length) for length in re.findall(r"h([\d.]+)", path[: path.index("/>")]))


def test_every_drawing_stands_in_the_file_once_and_has_a_size():
    file = ElementTree.parse(settings.ROOT / "hub/static/hub/scenes.svg")
    symbols = [(symbol.get("id"), symbol.get("viewBox")) for symbol in file.iter(SYMBOL)]

    assert len(symbols) == 22
    assert {name for name, _size in symbols} == drawings.SCENES
    assert {size for name, size in symbols if name.startswith("phase-")} == {"0 0 160 96"}
    assert {size for name, size in symbols if name.startswith("theme-")} == {"0 0 64 64"}


def test_every_phase_has_its_scene():
    assert all(f"phase-{phase}" in scene(f"phase-{phase}") for phase in Phase.values)


def test_every_theme_of_a_new_site_has_its_drawing():
    text = (settings.ROOT / "demo/hub/temas.lv.yaml").read_text()
    slugs = re.findall(r"^\s*-?\s*slug: (\S+)", text, re.MULTILINE)

    assert len(slugs) == 16
    assert all(f"theme-{slug}" in drawings.SCENES for slug in slugs)


def test_theme_that_an_editor_adds_has_no_drawing_and_no_gap():
    assert scene("theme-kosmoss") == ""
    assert "scene" not in card_art("solution", "Raķete", "cesu", "theme-kosmoss")


def test_community_is_shown_by_its_band_alone():
    assert "scenes.svg" not in card_art("community", "Ieriķi", "cesu", "theme-vide")
    assert "scenes.svg#theme-vide" in card_art("solution", "Taka", "cesu", "theme-vide")


@pytest.mark.parametrize(
    ("number", "cells", "value"),
    [
        ("2", 2, 1),
        ("6.5", "6.5", 1),
        ("200", 200, 1),
        ("241", "24.1", 10),
        ("18191.74", "181.9", 100),
    ],
)
def test_number_is_drawn_as_so_many_cells(number, cells, value):
    assert cells_drawn(counted_cells(Decimal(number))) == Decimal(cells)
    assert value_of_a_cell(Decimal(number)) == value


@pytest.mark.parametrize(("number", "rows"), [("9", 1), ("20", 1), ("21", 2), ("116", 6)])
def test_every_row_of_cells_is_seen(number, rows):
    assert f'viewBox="0 0 20 {rows}"' in counted_cells(Decimal(number))


def test_percentage_is_drawn_on_a_hundred():
    svg = counted_cells(Decimal("45"), of=100)

    assert cells_drawn(svg, '<path class="cells__ground"') == 100
    assert cells_drawn(svg) == 45


@pytest.mark.parametrize("number", [None, 0, 1, -5, Decimal("1e9")])
def test_number_with_little_to_see_is_not_drawn(number):
    assert counted_cells(number) == ""


def test_steps_are_as_long_as_their_minutes():
    svg = minutes_bar([15, 10, 5])

    assert 'viewBox="0 0 30 1"' in svg
    assert re.findall(r'x="(\d+)" width="(\d+)"', svg) == [("0", "15"), ("15", "10"), ("25", "5")]
    assert minutes_bar([]) == ""


def test_list_has_a_map_whose_numbers_choose_a_municipality(client, lists, pieriga):
    cesu = factories.make_municipality("cesu-novads")
    for slug in ("ieriki", "rauna"):
        factories.make_community(pieriga, slug, slug.title(), municipality=cesu)
    response = client.get("/partneribas/").text

    assert 'href="?municipality=cesu-novads"' in response
    assert re.search(r'<text x="320.8" y="119.7">2</text>', response)


def test_list_without_places_has_no_map(client, lists):
    assert "map--places" not in client.get("/risinajumi/").text


def test_middle_of_a_municipality_lies_where_people_look_for_it():
    from hub.maps import middles

    assert len(middles()) == 42
    assert middles()["riga"] == (228.7, 148.7)
    assert 0 < min(place.x for place in middles().values()) < 522

"""The woven band is the name's own: always the same, symmetrical, in its owner's hue, and light."""

import re

import pytest

from hub.bands import HALF_HEIGHT, NUMBER_OF_HUES, band_rows, hue_of, owner_mark, woven_band

pytestmark = pytest.mark.once

NAMES = ["Babīte", "Ēdole", "Viskalnu iela", "", "<script>"]


def drawn_cells(name):
    """Each row of the SVG, unfolded from its dashes over 60 cells, by its place from above."""
    rows = {}
    for path, dashes in re.findall(
        r'<path d="([^"]+)" stroke-dasharray="([^"]+)"', woven_band(name)
    ):
        lengths = [int(length) for length in dashes.split()]
        cells = ""
        while len(cells) < 60:
            cells += "".join("# "[turn % 2] * length for turn, length in enumerate(lengths))
        for place in re.findall(r"M0 ([\d.]+)h", path):
            rows.setdefault(float(place), []).append(cells[:60])
    return rows


@pytest.mark.parametrize("name", NAMES)
def test_same_name_gives_the_same_band(name):
    assert woven_band(name, "cesu") == woven_band(name, "cesu")


def test_other_names_give_other_bands():
    assert len({woven_band(name) for name in NAMES}) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_band_is_the_same_from_above_and_from_below(name):
    rows = drawn_cells(name)
    height = 2 * HALF_HEIGHT + 1

    assert rows
    assert all(sorted(cells) == sorted(rows[height - place]) for place, cells in rows.items())


@pytest.mark.parametrize("name", NAMES)
def test_each_row_is_the_same_from_left_and_from_right(name):
    for row in band_rows(name):
        assert row[1:] == row[:0:-1]


@pytest.mark.parametrize("name", NAMES)
def test_dashes_draw_the_cells_of_the_rows(name):
    middle = band_rows(name)[0]
    drawn = drawn_cells(name).get(HALF_HEIGHT + 0.5, [])
    period = len(middle)

    for kind in {"a", "b"} & set(middle):
        assert "".join("#" if cell == kind else " " for cell in middle) in {
            line[:period] for line in drawn
        }


@pytest.mark.parametrize("name", NAMES)
def test_band_weighs_a_kilobyte_at_most(name):
    assert len(woven_band(name).encode()) <= 1200


def test_each_partnership_has_a_hue_and_a_shape_of_its_own():
    owners = ["pierigas", "cesu", "darisim-pasi", "zied-zeme", "hub"]

    assert len({hue_of(owner) for owner in owners}) == 5
    assert len({owner_mark(owner) for owner in owners}) == 5


def test_new_owner_has_a_hue_too():
    assert 1 <= hue_of("jauna-partneriba") <= NUMBER_OF_HUES

"""What assistive technology is told of each type of page, as it was last read and found right.

SNAPSHOTS=1 writes what is told now; read the difference before it is committed.
"""

import difflib
import os
import re
from pathlib import Path

import pytest

from tests.browser.addresses import MISSING, PAGES

FOLDER = Path(__file__).parent / "snapshots"
NAMES = {
    f"{name.replace(' ', '-')}.{language}": address
    for name, versions in {**PAGES, "missing": MISSING}.items()
    for language, address in versions.items()
}


def told_of(page) -> str:
    """Roles, names and states on the page from top to bottom, without the addresses of links."""
    told = page.locator("body").aria_snapshot()
    return re.sub(r"^ *- /(url|placeholder):.*\n", "", told, flags=re.MULTILINE) + "\n"


@pytest.mark.parametrize(("name", "address"), NAMES.items(), ids=NAMES)
def test_page_tells_assistive_technology_what_was_found_right(page, name, address):
    page.goto(address)
    told, file = told_of(page), FOLDER / f"{name}.yaml"
    if os.environ.get("SNAPSHOTS"):
        file.write_text(told)

    was = file.read_text() if file.exists() else ""
    difference = difflib.unified_diff(
        was.splitlines(), told.splitlines(), "as it was read", "as it is", lineterm="", n=2
    )
    assert told == was, "\n".join(difference)


def test_no_snapshot_is_left_of_a_page_that_is_gone():
    assert {file.stem for file in FOLDER.glob("*.yaml")} == set(NAMES)

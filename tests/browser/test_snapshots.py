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
# Of one page a language, what stands around the main part.
SURROUNDINGS = {f"surroundings.{language}": url for language, url in PAGES["solution"].items()}
ADDRESS = re.compile(r" *- /(url|placeholder):")


def told_of(part) -> str:
    """Roles, names and states from top to bottom, without the addresses of links."""
    lines = [line for line in part.aria_snapshot().splitlines() if not ADDRESS.match(line)]
    depths = [len(line) - len(line.lstrip()) for line in lines] + [0]
    told = [
        line.removesuffix(":") if line.endswith('":') and deeper <= depth else line
        for line, depth, deeper in zip(lines, depths, depths[1:], strict=False)
    ]
    return "\n".join(told) + "\n"


def compare(name: str, told: str) -> None:
    """Fail with the difference to what was read last; write it down where that is asked."""
    file = FOLDER / f"{name}.yaml"
    if os.environ.get("SNAPSHOTS"):
        file.write_text(told)
    was = file.read_text() if file.exists() else ""
    difference = difflib.unified_diff(
        was.splitlines(), told.splitlines(), "as it was read", "as it is", lineterm="", n=2
    )
    assert told == was, "\n".join(difference)


@pytest.mark.parametrize(("name", "address"), NAMES.items(), ids=NAMES)
def test_page_tells_assistive_technology_what_was_found_right(page, name, address):
    page.goto(address)

    compare(name, told_of(page.get_by_role("main")))


@pytest.mark.parametrize(("name", "address"), SURROUNDINGS.items(), ids=SURROUNDINGS)
def test_so_does_what_stands_around_it(page, name, address):
    page.goto(address)
    page.get_by_role("main").evaluate("main => main.replaceChildren()")

    compare(name, told_of(page.locator("body")))


def test_no_snapshot_is_left_of_a_page_that_is_gone():
    assert {file.stem for file in FOLDER.glob("*.yaml")} == {*NAMES, *SURROUNDINGS}

"""Every page can be used by everyone: axe finds nothing on any, narrow or wide, light or dark."""

import pytest

from tests.browser.addresses import EVERY_ADDRESS
from tests.browser.axe import STANDARDS, violations

# The schemes differ in nothing but colour, and the widths in what is hidden: each rule is asked
# in both widths and both schemes, not in all four looks, which would take twice as long.
RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"]
LOOKS = {
    (320, "light"): STANDARDS,
    (320, "dark"): RULES_OF_COLOUR,
    (1280, "dark"): STANDARDS,
    (1280, "light"): RULES_OF_COLOUR,
}


@pytest.mark.parametrize("address", EVERY_ADDRESS.values(), ids=EVERY_ADDRESS)
def test_page_breaks_no_rule_in_either_scheme_and_width(page, address):
    page.goto(address)
    found = []
    for (width, scheme), rules in LOOKS.items():
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        lines = violations(page, runOnly=rules)
        found += [f"{width} px, {scheme}: {line}" for line in lines]

    assert not found, "\n".join(found)

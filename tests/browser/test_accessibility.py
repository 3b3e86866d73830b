"""Every page can be used by everyone: axe finds nothing on any, narrow or wide, light or dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.addresses import EVERY_ADDRESS

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The schemes differ in nothing but colour: asking these alone in the dark halves the time.
RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"]
LOOKS = {
    (320, "light"): {"runOnly": STANDARDS},
    (320, "dark"): {"runOnly": RULES_OF_COLOUR},
    (1280, "dark"): {"runOnly": RULES_OF_COLOUR},
    (1280, "light"): {"runOnly": STANDARDS},
}


def violations(page, options: dict) -> list[str]:
    """Each violation of a rule with the first elements that break it."""
    found = Axe().run(page, options={**options, "resultTypes": ["violations"]}).response
    return [
        f"{rule['id']}: {node['html'][:160]}"
        for rule in found["violations"]
        for node in rule["nodes"][:4]
    ]


@pytest.mark.parametrize("address", EVERY_ADDRESS.values(), ids=EVERY_ADDRESS)
def test_page_breaks_no_rule_in_either_scheme_and_width(page, address):
    page.goto(address)
    found = []
    for (width, scheme), options in LOOKS.items():
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        found += [f"{width} px, {scheme}: {line}" for line in violations(page, options)]

    assert not found, "\n".join(found)

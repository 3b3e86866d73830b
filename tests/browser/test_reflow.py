"""Nothing is lost on the smallest screen, nor when letters are twice as large."""

import pytest

from tests.browser.addresses import EVERY_ADDRESS

WIDER_THAN_SCREEN = """() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll("body *:not(svg *)")]
        .filter((element) => element.getBoundingClientRect().right > width + 1)
        .map((element) => element.outerHTML.slice(0, 120));
}"""


@pytest.mark.parametrize("address", EVERY_ADDRESS.values(), ids=EVERY_ADDRESS)
def test_page_does_not_scroll_sideways(page, address):
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(address)
    narrow = page.evaluate(WIDER_THAN_SCREEN)
    page.set_viewport_size({"width": 640, "height": 800})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    large = page.evaluate(WIDER_THAN_SCREEN)

    assert not narrow, "at 320 px:\n" + "\n".join(narrow)
    assert not large, "with letters twice as large:\n" + "\n".join(large)

"""Nothing is lost on the smallest screen, nor when letters are twice as large."""

import pytest

from tests.browser.addresses import EVERY_ADDRESS_AND_ERROR

WIDER_THAN_SCREEN = """() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll("body *:not(svg *)")]
        .filter((element) => element.getBoundingClientRect().right > width + 1)
        .map((element) => element.outerHTML.slice(0, 120));
}"""
on_every_page = pytest.mark.parametrize(
    "address", EVERY_ADDRESS_AND_ERROR.values(), ids=EVERY_ADDRESS_AND_ERROR
)


@pytest.fixture
def complaints(complaints):
    """The missing page's own status is no complaint here."""
    yield complaints
    complaints[:] = [said for said in complaints if "status of 404" not in said]


@on_every_page
def test_page_does_not_scroll_sideways_at_320_pixels(page, complaints, address):
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(address)

    wider = page.evaluate(WIDER_THAN_SCREEN)
    assert not wider, "\n".join(wider)


@on_every_page
def test_page_does_not_scroll_sideways_with_letters_twice_as_large(page, complaints, address):
    page.set_viewport_size({"width": 640, "height": 800})
    page.goto(address)
    page.evaluate("document.documentElement.style.fontSize = '200%'")

    wider = page.evaluate(WIDER_THAN_SCREEN)
    assert not wider, "\n".join(wider)

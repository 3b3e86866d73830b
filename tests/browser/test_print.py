"""What is printed is the page and nothing around it, whole, with the addresses of its sources."""

import pytest

from tests.browser.addresses import LATVIAN_ADDRESSES
from tests.browser.paper import SHEET
from tests.browser.sideways import wider_than_screen

NOISE = (
    ".skip-link, .site-menu, .site-search, .site-header__menu, .languages, .breadcrumbs,"
    " .facets, .listing__filter, .sorts, .pagination, .site-footer nav, video, form"
)
ADDRESS_AFTER = "link => getComputedStyle(link, '::after').content"


@pytest.fixture
def paper(page):
    """The page as it goes on paper."""
    page.emulate_media(media="print")
    page.set_viewport_size(SHEET)
    return page


@pytest.mark.parametrize("address", LATVIAN_ADDRESSES.values(), ids=LATVIAN_ADDRESSES)
def test_page_is_printed_whole_and_without_what_is_around_it(paper, address):
    paper.goto(address)

    shown = [element.evaluate("e => e.outerHTML.slice(0, 120)")
             for element in paper.locator(NOISE).all() if element.is_visible()]  # fmt: skip
    assert shown == []
    assert wider_than_screen(paper) == []
    assert paper.get_by_role("heading", level=1).is_visible()


def test_source_has_its_address_beside_it(paper):
    paper.goto("/partneribas/pierigas/babite/")
    source = paper.get_by_role("link", name="Lauku tīkls")

    assert "https://example.org/gari/" in source.evaluate(ADDRESS_AFTER)


def test_closed_answers_are_printed_open(paper):
    paper.goto("/par-projektu/")

    assert paper.get_by_text("Tikai laiku.").is_visible()


def test_box_to_take_a_solution_over_is_not_divided_between_pages(paper):
    paper.goto("/partneribas/pierigas/babite/mezinieku-norades/")

    box = paper.locator(".takeover")
    assert box.evaluate("box => getComputedStyle(box).breakInside") == "avoid"

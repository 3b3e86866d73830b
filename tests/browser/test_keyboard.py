"""All can be done with the keyboard alone, and one always sees where one is."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.addresses import LATVIAN_ADDRESSES
from tests.browser.paper import sheets

MOST_PRESSES = 400
# A link that is a whole card has its ring around the card; in a video the browser draws its own.
STOP = """() => {
    const here = document.activeElement;
    const box = here.getBoundingClientRect();
    let ring = here.tagName === "VIDEO";
    for (let around = here; around && !ring; around = around.parentElement)
        ring = getComputedStyle(around).outlineStyle !== "none";
    return {
        name: (here.innerText || here.ariaLabel || "").trim().replace(/\\s+/g, " "),
        html: here.outerHTML.slice(0, 160),
        isBody: here === document.body,
        isSeen: ring && box.width > 0 && box.bottom > 0 && box.top < innerHeight
            && box.right > 0 && box.left < innerWidth,
    };
}"""
on_phone = pytest.mark.parametrize("browser_context_args", ["phone"], indirect=True)


@pytest.fixture(autouse=True)
def still(page):
    """Where a page glides to its next stop, that is not there yet when it is looked at."""
    page.emulate_media(reduced_motion="reduce")


def next_stop(page) -> dict:
    """Press Tab; the element that is reached, which must be seen."""
    page.keyboard.press("Tab")
    stop = page.evaluate(STOP)
    assert stop["isBody"] or stop["isSeen"], f"not seen: {stop['html']}"
    return stop


def tab_to(page, name: str) -> None:
    """Press Tab until what has that text is reached."""
    for _press in range(MOST_PRESSES):
        if next_stop(page)["name"] == name:
            return
    raise AssertionError(f"{name} is not reached by {MOST_PRESSES} presses of Tab")


def enter(page, name: str) -> None:
    """Go by the link of that name."""
    tab_to(page, name)
    page.keyboard.press("Enter")


def test_first_stop_skips_to_the_content(page):
    page.goto("/")
    page.keyboard.press("Tab")
    skip = page.locator(".skip-link")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)

    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_from_home_by_the_phase_to_a_method_on_paper(page):
    page.goto("/")
    enter(page, "Rīki kopienai")
    expect(page.get_by_role("heading", level=1)).to_have_text("Rīki kopienai")
    enter(page, page.locator(".phase a").nth(1).inner_text().replace("\n", " "))
    expect(page).to_have_url(re.compile(r"\?phase=map$"))
    enter(page, "Apkaimes darbnīca")
    expect(page.get_by_role("heading", level=1)).to_have_text("Apkaimes darbnīca")

    assert 1 <= sheets(page) <= 2


@pytest.mark.parametrize("address", LATVIAN_ADDRESSES.values(), ids=LATVIAN_ADDRESSES)
def test_every_stop_of_a_page_is_seen_and_none_keeps_the_focus(page, address):
    page.goto(address)
    assert page.locator("[tabindex]:not([tabindex='0'], [tabindex='-1'])").count() == 0
    reached = []
    for _press in range(MOST_PRESSES):
        stop = next_stop(page)
        if stop["isBody"] or stop["html"] == (reached[0] if reached else None):
            break
        reached.append(stop["html"])

    assert len(reached) < MOST_PRESSES, "the end of the page is not reached"
    assert "skip-link" in reached[0]
    assert len(reached) > 10


@on_phone
@pytest.mark.parametrize(
    ("address", "opener", "sheet", "closer"),
    [
        ("/", ".site-header__menu", "#menu", ".site-menu__close"),
        ("/risinajumi/", ".listing__filter", "#facets", ".facets__close"),
    ],
    ids=["menu", "facets"],
)
def test_sheet_of_a_phone_opens_and_closes(page, address, opener, sheet, closer):
    page.goto(address)
    page.locator(opener).focus()
    page.keyboard.press("Enter")
    expect(page.locator(sheet)).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(closer)).to_be_focused()

    page.keyboard.press("Enter")
    expect(page.locator(sheet)).to_be_hidden()

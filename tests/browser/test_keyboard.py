"""All can be done with the keyboard alone, and one always sees where one is."""

import pytest
from playwright.sync_api import expect

MOST_PRESSES = 150
HAS_RING = """() => {
    const ring = (element) => getComputedStyle(element).outlineStyle !== "none";
    const focused = document.activeElement;
    return ring(focused) || Boolean(focused.closest(".card") && ring(focused.closest(".card")));
}"""
NAME = "document.activeElement.innerText.trim().replace(/\\s+/g, ' ')"
on_phone = pytest.mark.parametrize("browser_context_args", ["phone"], indirect=True)


def tab_to(page, name: str) -> None:
    """Press Tab until what has that text is reached; each stop on the way must be seen."""
    for _press in range(MOST_PRESSES):
        page.keyboard.press("Tab")
        assert page.evaluate(HAS_RING), page.evaluate("document.activeElement.outerHTML")
        if page.evaluate(NAME) == name:
            return
    raise AssertionError(f"{name} is not reached by {MOST_PRESSES} presses of Tab")


def test_first_stop_skips_to_the_content(page):
    page.goto("/")
    page.keyboard.press("Tab")
    skip = page.locator(".skip-link")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)

    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_from_home_to_a_method(page):
    page.goto("/")
    tab_to(page, "Rīki kopienai")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Rīki kopienai")
    tab_to(page, "Apkaimes darbnīca")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Apkaimes darbnīca")


@on_phone
def test_menu_of_a_phone_opens_and_closes(page):
    page.goto("/")
    page.locator(".site-header__menu").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#menu")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".site-menu__close")).to_be_focused()

    page.keyboard.press("Enter")
    expect(page.locator("#menu")).to_be_hidden()


@on_phone
def test_facets_of_a_phone_open_and_close(page):
    page.goto("/risinajumi/")
    page.locator(".listing__filter").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#facets")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".facets__close")).to_be_focused()

    page.keyboard.press("Enter")
    expect(page.locator("#facets")).to_be_hidden()

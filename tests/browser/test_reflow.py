"""Nothing is lost on the smallest screen, nor when a reader sets the letters otherwise."""

import pytest

from tests.browser.addresses import EVERY_ADDRESS, LATVIAN_ADDRESSES
from tests.browser.sideways import wider_than_screen

on_each_type_of_page = pytest.mark.parametrize(
    "address", LATVIAN_ADDRESSES.values(), ids=LATVIAN_ADDRESSES
)
# WCAG 2.2, 1.4.12: the text may be set so, and nothing is to be lost.
SPACED = """* {
    line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important;
} p { margin-block-end: 2em !important; }"""
SET_STYLE = """text => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
}"""
# A teaser is cut after three lines for everyone; the whole of it is on its page.
CUT_OFF = """() => {
    const cut = new Set();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
        range.selectNodeContents(texts.currentNode);
        const text = range.getBoundingClientRect();
        let around = texts.currentNode.parentElement;
        if (!text.width || around.closest("svg, .visually-hidden, .card__summary")) continue;
        for (; around !== document.body; around = around.parentElement) {
            const box = around.getBoundingClientRect();
            const clips = ["hidden", "clip"].includes(getComputedStyle(around).overflowY);
            if (clips && box.width <= 1) break; // said, not shown
            const isOut = text.bottom > box.bottom + 2 || text.right > box.right + 2;
            if (clips && isOut) cut.add(around.outerHTML.slice(0, 120));
        }
    }
    return [...cut];
}"""


@pytest.mark.parametrize("address", EVERY_ADDRESS.values(), ids=EVERY_ADDRESS)
def test_page_does_not_scroll_sideways(page, address):
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(address)
    narrow = wider_than_screen(page)
    page.set_viewport_size({"width": 640, "height": 800})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    large = wider_than_screen(page)

    assert not narrow, "at 320 px:\n" + "\n".join(narrow)
    assert not large, "with letters twice as large:\n" + "\n".join(large)


@on_each_type_of_page
def test_letters_and_lines_may_be_set_wider(page, address):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address)
    page.evaluate(SET_STYLE, SPACED)

    assert wider_than_screen(page) == []
    assert page.evaluate(CUT_OFF) == []


@on_each_type_of_page
def test_nothing_moves_for_those_who_asked_for_calm(page, address):
    page.emulate_media(reduced_motion="reduce")
    page.goto(address)

    assert page.evaluate("document.getAnimations().length") == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


@on_each_type_of_page
def test_controls_keep_their_edges_in_forced_colours(page, address):
    page.emulate_media(forced_colors="active")
    page.goto(address)
    edgeless = """() => [...document.querySelectorAll("main, header, footer")]
        .flatMap((part) => [...part.querySelectorAll("button, .button, .chip, .card, [name=q]")])
        .filter((e) => e.offsetParent && getComputedStyle(e).borderBlockStartWidth === "0px")
        .map((e) => e.outerHTML.slice(0, 120))"""

    assert page.evaluate(edgeless) == []

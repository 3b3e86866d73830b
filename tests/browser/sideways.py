"""What makes a page scroll sideways."""

WIDER_THAN_SCREEN = """() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll("body *:not(svg *)")]
        .filter((element) => element.getBoundingClientRect().right > width + 1)
        .map((element) => element.outerHTML.slice(0, 120));
}"""


def wider_than_screen(page) -> list[str]:
    """The elements that reach beyond the right edge; none where nothing scrolls."""
    return page.evaluate(WIDER_THAN_SCREEN)

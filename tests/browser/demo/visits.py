"""What is seen on a page at one visit: opening it takes longest, so all is asked at once."""

from dataclasses import dataclass

from tests.browser.axe import violations
from tests.browser.conftest import PHONE
from tests.browser.sideways import wider_than_screen


@dataclass(frozen=True)
class Visit:
    """One page as it was found."""

    address: str
    status: int
    html: bytes
    language: str
    main_headings: list[str]
    violations: list[str]
    wider_than_screen: list[str]
    complaints: list[str]


def visit_pages(page, addresses: list[str], complaints: list[str]) -> list[Visit]:
    """Visit each address; `complaints` is what the browser adds to meanwhile."""
    found = []
    for address in addresses:
        complaints.clear()
        page.set_viewport_size(PHONE["viewport"])
        response = page.goto(address)
        # Without reading the style sheets again: their rules are asked on a page of each type.
        broken = violations(page, preload=False)
        page.set_viewport_size({"width": 320, "height": 800})
        found.append(
            Visit(
                address=address,
                status=response.status,
                html=response.body(),
                language=page.locator("html").get_attribute("lang"),
                main_headings=page.locator("h1").all_inner_texts(),
                violations=broken,
                wider_than_screen=wider_than_screen(page),
                complaints=list(complaints),
            )
        )
    return found

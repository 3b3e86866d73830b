"""What is seen on a page at one visit: opening it takes longest, so all is asked at once."""

from dataclasses import dataclass

from tests.browser.axe import violations
from tests.browser.conftest import PHONE
from tests.browser.sideways import wider_than_screen

MAIN_HEADINGS = "[...document.querySelectorAll('h1')].map((heading) => heading.innerText)"


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


def options_for(address: str) -> dict:
    """What axe leaves out, for it takes half the time and finds the same again.

    The style sheets are not read once more: their rule is asked on a page of each type. Contrast
    does not depend on the words: it is asked in the first language.
    """
    rules = {"color-contrast": {"enabled": not address.startswith("/en/")}}
    return {"preload": False, "rules": rules}


def visit_pages(page, addresses: list[str], complaints: list[str]) -> list[Visit]:
    """Visit each address; `complaints` is what the browser adds to meanwhile."""
    found = []
    for address in addresses:
        complaints.clear()
        page.set_viewport_size(PHONE["viewport"])
        response = page.goto(address)
        broken = violations(page, **options_for(address))
        page.set_viewport_size({"width": 320, "height": 800})
        found.append(
            Visit(
                address=address,
                status=response.status,
                html=response.body(),
                language=page.evaluate("document.documentElement.lang"),
                main_headings=page.evaluate(MAIN_HEADINGS),
                violations=broken,
                wider_than_screen=wider_than_screen(page),
                complaints=list(complaints),
            )
        )
    return found

"""Public pages run and look by the site's own files alone; the admin has a rule of its own."""

from html.parser import HTMLParser

import pytest

from tests.browser.addresses import EVERY_ADDRESS

STRICT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "media-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
}


class WrittenIntoPage(HTMLParser):
    """Gathers what the strict policy would stop: scripts and styles inside the page."""

    def __init__(self):
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs):
        names = {name for name, _value in attrs}
        # What is marked as data is not run, so the policy lets it be.
        is_data = ("type", "application/ld+json") in attrs
        is_script = tag == "script" and "src" not in names and not is_data
        is_in_attribute = "style" in names or any(name.startswith("on") for name in names)
        if is_script or tag == "style" or is_in_attribute:
            self.found.append(self.get_starttag_text())


def policy(response) -> dict[str, str]:
    """The directives of the answer's policy."""
    written = response.headers["content-security-policy"]
    return dict(directive.strip().split(" ", 1) for directive in written.split(";"))


@pytest.mark.parametrize("address", EVERY_ADDRESS.values(), ids=EVERY_ADDRESS)
def test_public_page_keeps_the_strict_policy(site, client, address):
    response = client.get(address)
    reader = WrittenIntoPage()
    reader.feed(response.content.decode())

    assert reader.found == []
    assert policy(response) == STRICT


def test_admin_may_write_scripts_and_styles_into_its_pages(site, client):
    directives = policy(client.get("/admin/login/"))

    assert directives["script-src"] == "'self' 'unsafe-inline'"
    assert directives["style-src"] == "'self' 'unsafe-inline'"
    assert directives["default-src"] == "'none'"

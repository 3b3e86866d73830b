"""Public pages run no script and take no style but the site's own files; the admin has its own rule."""

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
WRITTEN_INTO_PAGE = """() => [
    ...document.querySelectorAll("script:not([src]), style"),
    ...[...document.querySelectorAll("*")].filter((element) => element
        .getAttributeNames().some((name) => name === "style" || name.startsWith("on"))),
].map((element) => element.outerHTML.slice(0, 120))"""


def policy(response) -> dict[str, str]:
    """The directives of the answer's policy."""
    written = response.headers["content-security-policy"]
    return dict(directive.strip().split(" ", 1) for directive in written.split(";"))


@pytest.mark.parametrize("address", EVERY_ADDRESS.values(), ids=EVERY_ADDRESS)
def test_public_page_keeps_the_strict_policy(page, address):
    response = page.goto(address)

    written = page.evaluate(WRITTEN_INTO_PAGE)
    assert not written, "\n".join(written)
    assert policy(response) == STRICT


def test_admin_may_write_scripts_and_styles_into_its_pages(page):
    directives = policy(page.request.get("/admin/login/"))

    assert directives["script-src"] == "'self' 'unsafe-inline'"
    assert directives["style-src"] == "'self' 'unsafe-inline'"
    assert directives["default-src"] == "'none'"

"""Every component of the gallery can be used by everyone in each of its states."""

import os

import pytest
from django.conf import settings

from gallery.specimens import SPECIMENS
from tests.browser.axe import STANDARDS, violations
from tests.browser.sideways import wider_than_screen

pytestmark = pytest.mark.urls("tests.gallery_addresses")
on_each_component = pytest.mark.parametrize("template", sorted(SPECIMENS))
# A gallery shows the same part of a page several times; a page of the site does not.
OF_WHOLE_PAGES = {"landmark-unique": {"enabled": False}}
FOLDER = settings.VAR / "screenshots" / "gallery"


def address_of(template: str, language: str) -> str:
    start = {"lv": "/galerija/", "en": "/en/gallery/"}[language]
    return f"{start}{template.removesuffix('.html')}/"


@on_each_component
def test_component_breaks_no_rule_and_fits_the_smallest_screen(page, template):
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(address_of(template, "en"))
    english = wider_than_screen(page)
    page.goto(address_of(template, "lv"))
    latvian = wider_than_screen(page)
    light = violations(page, runOnly=STANDARDS, rules=OF_WHOLE_PAGES)
    page.emulate_media(color_scheme="dark")
    dark = violations(page, runOnly=["color-contrast"])
    page.set_viewport_size({"width": 640, "height": 800})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    large = wider_than_screen(page)

    found = {
        "at 320 px, in English": english,
        "at 320 px, in Latvian": latvian,
        "axe, light": light,
        "axe, dark": dark,
        "letters twice as large": large,
    }
    assert {look: lines for look, lines in found.items() if lines} == {}


@on_each_component
@pytest.mark.skipif(not os.environ.get("SCREENSHOTS"), reason="only on demand")
def test_component_can_be_looked_at(page, template):
    page.goto(address_of(template, "lv"))
    name = template.removesuffix(".html").replace("/", "-")
    for width in (320, 390, 768, 1280):
        for scheme in ("light", "dark"):
            page.set_viewport_size({"width": width, "height": 844})
            page.emulate_media(color_scheme=scheme)
            file = FOLDER / f"{name}-{width}-{scheme}.png"
            page.screenshot(path=file, full_page=True)
            assert file.stat().st_size > 0

"""Pictures of the fullest page of each type, kept in var/screenshots; made with SCREENSHOTS=1."""

import os

import pytest
from django.conf import settings

from tests.browser.demo.examples import fullest_pages

FOLDER = settings.VAR / "screenshots"

pytestmark = pytest.mark.skipif(not os.environ.get("SCREENSHOTS"), reason="only on demand")


def test_pages_can_be_looked_at(site, page, complaints, django_db_blocker):
    with django_db_blocker.unblock():
        addresses = fullest_pages()
    for name, address in addresses.items():
        page.goto(address)
        for width in (390, 1280):
            for scheme in ("light", "dark"):
                page.set_viewport_size({"width": width, "height": 844})
                page.emulate_media(color_scheme=scheme)
                page.screenshot(path=FOLDER / f"{name}-{width}-{scheme}.png", full_page=True)
    complaints.clear()

    assert len(list(FOLDER.glob("*.png"))) >= 4 * len(addresses)

"""Pictures of every page to look at, kept in var/screenshots; made with SCREENSHOTS=1."""

import os

import pytest
from django.conf import settings

from tests.browser.addresses import EVERY_ADDRESS

FOLDER = settings.VAR / "screenshots"

pytestmark = pytest.mark.skipif(not os.environ.get("SCREENSHOTS"), reason="only on demand")


@pytest.mark.parametrize(("name", "address"), EVERY_ADDRESS.items())
def test_page_can_be_looked_at(page, name, address):
    page.goto(address)
    for width in (390, 1280):
        for scheme in ("light", "dark"):
            page.set_viewport_size({"width": width, "height": 844})
            page.emulate_media(color_scheme=scheme)
            file = FOLDER / f"{name.replace(' ', '-')}-{width}-{scheme}.png"
            page.screenshot(path=file, full_page=True)
            assert file.stat().st_size > 0

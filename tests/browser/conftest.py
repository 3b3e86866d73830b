"""A browser on a site that stands once for all its tests, with an eye on all that goes wrong.

The site has a database of its own, filled once and outside of transactions. What a test changes
there stays; so a test that edits has a page of its own.
"""

from pathlib import Path

import pytest

from tests.browser.running import running_site
from tests.browser.watching import watch
from tests.browser.world import build_world
from tests.services.components import path_of

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
DEVICES = {
    "phone": PHONE,
    "phone without scripts": {**PHONE, "java_script_enabled": False},
    "desktop": DESKTOP,
    "desktop without scripts": {**DESKTOP, "java_script_enabled": False},
}


def pytest_collection_modifyitems(items):
    """Everything in this folder drives the browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.needs("chromium"))


@pytest.fixture(scope="package")
def site(django_db_setup, django_db_blocker, compiled_translations):
    """The address of the running site."""
    with django_db_blocker.unblock(), running_site("browser.sqlite3", build_world) as address:
        yield address


@pytest.fixture(scope="session")
def browser_type_launch_args():
    """Debian's Chromium, started as root and without calling home."""
    return {
        "executable_path": path_of("chromium"),
        "args": ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"],
    }


@pytest.fixture
def browser_context_args(request, site):
    """One of the devices: a desktop, unless a test is run on others."""
    device = DEVICES[getattr(request, "param", "desktop")]
    return {"base_url": site, "locale": "lv-LV", **device}


@pytest.fixture
def context(context, site):
    """A browser that tolerates no error, no message, no request elsewhere; see `complaints`."""
    context.complaints = watch(context, site)
    yield context
    assert not context.complaints, "\n".join(context.complaints)


@pytest.fixture
def complaints(context) -> list[str]:
    """What the browser complained of so far; a test takes away what it expects."""
    return context.complaints

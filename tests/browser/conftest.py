"""A browser on a site that stands once for all its tests, with an eye on all that goes wrong.

The site has a database of its own, filled once and outside of transactions. What a test changes
there stays; so a test that edits has a page of its own.
"""

from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test.testcases import LiveServerThread

from tests import databases
from tests.browser.addresses import MISSING
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
        if item.path.parent.name == "browser":
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.needs("chromium"))


class OwnMediaHandler(StaticFilesHandler):
    """Static files and the site; Django would answer for media itself, whole and all of them."""

    def __init__(self, application):
        super().__init__(WSGIHandler())


@pytest.fixture(scope="package")
def site(django_db_setup, django_db_blocker, compiled_translations):
    """The address of the running site."""
    usual = connection.settings_dict["NAME"]
    ours = settings.SCRATCH / "browser.sqlite3"
    with django_db_blocker.unblock():
        databases.provide(ours)
        databases.use(ours)
        build_world()
        server = LiveServerThread("localhost", OwnMediaHandler, connections_override={})
        server.daemon = True
        server.start()
        server.is_ready.wait()
        assert server.error is None
        yield f"http://localhost:{server.port}"
        server.terminate()
        databases.use(usual)


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
    complaints = context.complaints = []
    host = urlsplit(site).netloc

    def look_at_message(message):
        # The browser tells of every 404, also of those we ask for.
        if urlsplit(message.location["url"]).path not in MISSING.values():
            complaints.append(f"console: {message.text}")

    def look_at_request(request):
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and address.netloc != host:
            complaints.append(f"request to {request.url}")

    def look_at_failure(request):
        # The browser's own: it leaves the page before a picture has come.
        if request.failure != "net::ERR_ABORTED":
            complaints.append(f"{request.failure}: {request.url}")

    context.on("console", look_at_message)
    context.on("weberror", lambda error: complaints.append(f"error: {error.error}"))
    context.on("request", look_at_request)
    context.on("requestfailed", look_at_failure)
    yield context
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def complaints(context) -> list[str]:
    """What the browser complained of so far; a test takes away what it expects."""
    return context.complaints

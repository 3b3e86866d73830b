"""The demo content on a site of its own; every page of it is visited once, and all are asked."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings

from tests.browser.conftest import PHONE
from tests.browser.demo.visits import Visit, visit_pages
from tests.browser.running import running_site
from tests.browser.watching import watch


@pytest.fixture(scope="package")
def site(django_db_setup, django_db_blocker, compiled_translations):
    """The address of the demo site."""
    with django_db_blocker.unblock(), running_site("demo.sqlite3", load_demo) as address:
        yield address


def load_demo() -> None:
    """Bring the content in; what a task worker does later is not what is looked at."""
    dummy = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    with override_settings(TASKS=dummy):
        call_command("load_demo", verbosity=0)


@pytest.fixture(scope="package")
def visits(site, browser, tmp_path_factory) -> list[Visit]:
    """What was seen on each page of the sitemap, on a phone."""
    context = browser.new_context(base_url=site, locale="lv-LV", **PHONE)
    complaints = watch(context, site)
    sitemap = context.request.get("/sitemap.xml").text()
    addresses = re.findall(f"<loc>{settings.SITE_URL}(.*?)</loc>", sitemap)
    yield visit_pages(context.new_page(), addresses, complaints)
    context.close()


@pytest.fixture
def saved_pages(visits, tmp_path) -> Path:
    """A folder with the HTML of every page, named after its address."""
    for visit in visits:
        name = visit.address.strip("/").replace("/", "--") or "home"
        (tmp_path / f"{name}.html").write_bytes(visit.html)
    return tmp_path

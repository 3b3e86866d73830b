"""What all tests share: components that may be missing, compiled translations, real servers."""

import os
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.utils.translation.reloader import translation_file_changed

from hub.translations import compile_catalogues
from search.upkeep import project_everything
from tests import databases, factories
from tests.catalogue import rows
from tests.measuring import visits_of
from tests.services import components
from tests.worlds import build_world

# Playwright keeps an event loop in the test's thread; Django would refuse the database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

_missing: set[str] = set()


def pytest_runtest_setup(item):
    """Skip a test whose component is missing, or fail it where components are required."""
    for marker in item.iter_markers("needs"):
        for key in marker.args:
            component = components.COMPONENTS[key]
            if component.find() is None:
                _missing.add(component.advice)
                (pytest.fail if components.ARE_REQUIRED else pytest.skip)(component.advice)


def pytest_terminal_summary(terminalreporter):
    """One line for each component that tests did without."""
    for advice in sorted(_missing):
        terminalreporter.write_line(f"Not tested: {advice}", yellow=True)


@pytest.fixture(scope="session", autouse=True)
def compiled_translations():
    """The interface in both languages, as a running site has it."""
    compile_catalogues(settings.LOCALE_PATHS)
    # Django may have looked already and found none, while another part of the suite compiled.
    for folder in settings.LOCALE_PATHS:
        for catalogue in Path(folder).glob("*/LC_MESSAGES/*.mo"):
            translation_file_changed(None, catalogue)


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_blocker):
    """On SQLite the test database is there already, migrated."""
    if connection.vendor != "sqlite":
        return False
    with django_db_blocker.unblock():
        databases.provide(connection.settings_dict["TEST"]["NAME"])
    return True


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The hub's lists below an otherwise empty home page; each test goes back to them."""
    # Where no test asks for a database, there is none of theirs.
    if databases.is_for_tests():
        with django_db_blocker.unblock():
            factories.make_indexes(factories.make_site())


@pytest.fixture(autouse=True)
def empty_cache():
    """What a test before remembered of rows that are gone."""
    cache.clear()


@pytest.fixture(scope="session")
def elasticsearch_url():
    """The address of a real node, started once; tests that use it are marked as needing it."""
    from tests.services.elasticsearch import running_node

    with running_node() as address:
        yield address


# A small world: a house, its community and what that did. All of it is in the catalogue.


@pytest.fixture
def lists(db):
    """The hub's lists, by pack type."""
    return factories.standing_lists()


@pytest.fixture
def bare_site(db):
    """What migrations leave: Wagtail's welcome page and nothing else."""
    factories.leave_a_bare_site()


@pytest.fixture
def pieriga(lists):
    """A partnership."""
    return factories.make_partnership(lists["partnership-index"], "pierigas", "Pierīga")


@pytest.fixture
def babite(pieriga):
    """Its community, with a point and a municipality."""
    return factories.make_community(
        pieriga, "babite", "Babīte",
        municipality=factories.make_municipality("marupes-novads"),
        latitude="56.95800", longitude="24.10500",
    )  # fmt: skip


@pytest.fixture
def trail(babite):
    """A solution of the community."""
    return factories.make_solution(
        babite, "Dabas taka", slug="taka", themes=["turisms"], audience=["residents"],
        year_from=2021,
    )  # fmt: skip


# Larger ones, in which each type of page is visited once for all tests that ask what it took.


@pytest.fixture(scope="session")
def visits_of_a_small_world(django_db_setup, django_db_blocker, compiled_translations):
    """Three communities in each language, and what they have."""
    with django_db_blocker.unblock():
        return visits_of(lambda: build_world(3))


@pytest.fixture(scope="session")
def visits_of_a_large_world(django_db_setup, django_db_blocker, compiled_translations):
    """Thirty of them: every list is full."""
    with django_db_blocker.unblock():
        return visits_of(lambda: build_world(30))


@pytest.fixture
def ends_as_a_rebuild_would(db):
    """Whatever a test did, writing the catalogue anew changes nothing."""
    yield
    before = rows()
    project_everything()
    assert rows() == before

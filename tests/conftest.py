"""What all tests share: components that may be missing, compiled translations, real servers."""

import os

import pytest

from tests.services import components

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
    from django.conf import settings

    from hub.translations import compile_catalogues

    compile_catalogues(settings.LOCALE_PATHS)


@pytest.fixture(scope="session")
def elasticsearch_url():
    """The address of a real node, started once; tests that use it are marked as needing it."""
    from tests.services.elasticsearch import running_node

    with running_node() as address:
        yield address

"""The demo content, brought in once for all tests that read it."""

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from tests.factories import leave_a_bare_site

# What a task worker does later is not what is looked at.
NO_WORKER = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


@pytest.fixture(scope="package")
def demo(django_db_setup, django_db_blocker, compiled_translations):
    """The demo site; after the last test the database is as it was before."""
    with (
        django_db_blocker.unblock(),
        transaction.atomic(),
        override_settings(TASKS=NO_WORKER),
    ):
        leave_a_bare_site()
        call_command("load_demo", verbosity=0)
        yield
        transaction.set_rollback(True)

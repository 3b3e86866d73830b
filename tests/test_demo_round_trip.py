"""The demo content comes in whole, and back from an export as it was."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.test import override_settings
from wagtail.models import Page

from search.models import Entry
from tests.demo.conftest import NO_WORKER
from tests.pack_world import empty_the_site, texts_in

# Not in the transaction of the others: SQLite slows down as a transaction and its nesting grow.
pytestmark = [pytest.mark.once, pytest.mark.django_db, pytest.mark.usefixtures("bare_site")]


@override_settings(TASKS=NO_WORKER)
def test_it_is_imported_and_comes_back_from_an_export_as_it_was(tmp_path):
    out = StringIO()
    call_command("load_demo", stdout=out)

    assert out.getvalue().splitlines()[-1].endswith(" new")
    assert Entry.objects.filter(kind="community", language="lv").count() == 29
    assert not Page.objects.filter(depth__gt=1, live=False).exists()

    call_command("export_pack", tmp_path / "first", verbosity=0)
    empty_the_site()
    call_command("import_pack", tmp_path / "first", verbosity=0)
    call_command("export_pack", tmp_path / "second", verbosity=0)

    assert texts_in(tmp_path / "first") == texts_in(tmp_path / "second")

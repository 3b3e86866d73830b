"""The demo content comes in whole, and back from an export as it was."""

import pytest
from django.core.management import call_command
from wagtail.models import Page

from search.models import Entry
from tests.pack_world import empty_the_site, texts_in

pytestmark = [pytest.mark.once, pytest.mark.django_db]


def test_all_of_it_is_new_public_and_in_the_catalogue(demo):
    assert demo[-1].endswith(" new")
    assert Entry.objects.filter(kind="community", language="lv").count() == 29
    assert not Page.objects.filter(depth__gt=1, live=False).exists()


def test_it_comes_back_from_an_export_as_it_was(demo, tmp_path):
    call_command("export_pack", tmp_path / "first", verbosity=0)
    empty_the_site()
    call_command("import_pack", tmp_path / "first", verbosity=0)
    call_command("export_pack", tmp_path / "second", verbosity=0)

    assert texts_in(tmp_path / "first") == texts_in(tmp_path / "second")

"""Writing the catalogue anew gives what writing it bit by bit gave."""

from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search import upkeep
from search.models import Entry
from tests import factories
from tests.catalogue import rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ends_as_a_rebuild_would")]


def test_a_rebuild_starts_from_nothing_and_takes_away_what_is_false(trail):
    before = rows()
    Entry.objects.all().delete()
    Entry.objects.create(
        kind="page", uuid=trail.translation_key, language="lv", title="Nepatiess", url="/x/",
        owner="hub", source_type_id=1, source_id=0,
    )  # fmt: skip
    call_command("search_rebuild", stdout=StringIO())
    assert rows() == before


def test_a_rebuild_says_how_far_it_is_and_of_how_much(trail, monkeypatch):
    monkeypatch.setattr("search.upkeep.BATCH", 2)
    page = factories.make_solution(trail.community_page, "Otra")
    page.body = [("document", {"document": factories.make_document(), "title": ""})]
    page.save_revision().publish()
    factories.make_resource(trail.community_page)
    said = StringIO()
    call_command("search_rebuild", stdout=said)
    assert said.getvalue().splitlines() == [
        "  2 of 6", "  4 of 6", "  6 of 6", "6 entries",
    ]  # fmt: skip


def test_a_rebuild_in_small_parts_gives_the_same(trail, monkeypatch):
    for number in range(5):
        factories.make_solution(trail.community_page, f"Taka {number}")
        factories.make_resource(trail.community_page, f"Telts {number}")
    before = rows()
    Entry.objects.filter(kind="resource").delete()
    for number in range(5):
        Entry.objects.create(
            kind="page", uuid=uuid4(), language="lv", title=f"Nepatiess {number}", url="/x/",
            owner="hub", source_type_id=1, source_id=0,
        )  # fmt: skip
    with monkeypatch.context() as patch:
        for name in ("upkeep.BATCH", "public.BATCH", "projection.DELETED_AT_ONCE"):
            patch.setattr(f"search.{name}", 2)
        call_command("search_rebuild", stdout=StringIO())
    assert rows() == before


def test_a_rebuild_leaves_what_is_published_meanwhile(trail):
    def publish_meanwhile(done):
        if not Entry.objects.filter(title="Tikmēr").exists():
            factories.make_solution(trail.community_page, "Tikmēr")

    upkeep.project_everything(lambda done, total: publish_meanwhile(done))
    assert Entry.objects.filter(title="Tikmēr").exists()


def test_a_rebuild_asks_no_more_for_more_pages_of_a_batch(trail, django_assert_max_num_queries):
    with CaptureQueriesContext(connection) as few:
        upkeep.project_everything()
    for number in range(10):
        factories.make_solution(trail.community_page, f"Taka {number}")
    with django_assert_max_num_queries(len(few)):
        upkeep.project_everything()

"""What is to appear or expire on a day does so in the catalogue too."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from communities.models import Resource
from search.models import Entry
from tests import factories
from tests.catalogue import titles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ends_as_a_rebuild_would")]


@pytest.fixture
def after_an_hour(monkeypatch):
    """Lets an hour pass when called."""
    later = timezone.now() + timedelta(hours=1)
    return lambda: monkeypatch.setattr("django.utils.timezone.now", lambda: later)


def test_what_has_expired_is_not_shown_even_before_it_is_unpublished(trail, after_an_hour):
    trail.expire_at = timezone.now() + timedelta(minutes=30)
    trail.save_revision().publish()
    assert "Dabas taka" in titles()
    after_an_hour()
    assert "Dabas taka" not in titles()
    call_command("publish_scheduled")
    assert not Entry.objects.filter(title="Dabas taka").exists()


def test_what_is_to_appear_later_appears_then(babite, after_an_hour):
    page = factories.make_solution(babite, "Rīt", live=False)
    page.go_live_at = timezone.now() + timedelta(minutes=30)
    page.save_revision().publish()
    assert "Rīt" not in titles()
    after_an_hour()
    assert "Rīt" not in titles()
    call_command("publish_scheduled")
    assert "Rīt" in titles()


def test_a_change_planned_for_later_changes_the_page_then(trail, after_an_hour):
    trail.title = "Jauna taka"
    trail.go_live_at = timezone.now() + timedelta(minutes=30)
    trail.save_revision().publish()
    assert titles(kind="solution") == {"Dabas taka"}
    after_an_hour()
    call_command("publish_scheduled")
    assert titles(kind="solution") == {"Jauna taka"}


def test_a_resource_expires(babite, after_an_hour):
    resource = factories.make_resource(babite, "Telts")
    resource.expire_at = timezone.now() + timedelta(minutes=30)
    resource.save_revision().publish()
    assert "Telts" in titles()
    after_an_hour()
    assert "Telts" not in titles()
    assert not Resource.objects.public().exists()
    call_command("publish_scheduled")
    assert not Entry.objects.filter(title="Telts").exists()

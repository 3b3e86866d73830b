"""A community's resource is in the catalogue while everyone may see it."""

import pytest
from wagtail.models import PageViewRestriction

from tests import factories
from tests.catalogue import entry, titles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ends_as_a_rebuild_would")]


def test_a_resource_is_there_only_for_everyone(babite):
    resource = factories.make_resource(babite, "Saieta nams")
    assert "Saieta nams" in titles(kind="resource")
    for visibility in ("partners", "owner"):
        resource.visibility = visibility
        resource.save()
        assert "Saieta nams" not in titles()
    resource.visibility = "public"
    resource.save()
    assert "Saieta nams" in titles()
    resource.unpublish()
    assert "Saieta nams" not in titles()


def test_a_draft_resource_and_a_deleted_one_are_not_there(babite):
    factories.make_resource(babite, "Nav vēl", live=False)
    resource = factories.make_resource(babite, "Vairs nav")
    resource.delete()
    assert not titles() & {"Nav vēl", "Vairs nav"}


def test_resources_follow_their_community(babite):
    factories.make_resource(babite, "Saieta nams")
    babite.unpublish()
    assert "Saieta nams" not in titles()
    babite.save_revision().publish()
    assert "Saieta nams" in titles()


def test_a_draft_of_a_resource_is_not_told(babite):
    resource = factories.make_resource(babite, "Saieta nams")
    resource.name = "Vēl nepublicēts"
    resource.save_revision()
    assert titles(kind="resource") == {"Saieta nams"}
    resource.latest_revision.publish()
    assert titles(kind="resource") == {"Vēl nepublicēts"}


def test_a_resource_given_to_another_community_goes_there(lists, babite):
    cesu = factories.make_partnership(lists["partnership-index"], "cesu", "Cēsis")
    resource = factories.make_resource(babite, "Telts")
    resource.community = factories.make_community(cesu, "taurene", "Taurene")
    resource.save()
    row = entry("Telts")
    assert (row.owner, row.community, row.place) == ("cesu", "taurene", "Taurene")


def test_a_resource_given_to_a_private_community_is_hidden(pieriga, babite):
    resource = factories.make_resource(babite, "Telts")
    hidden = factories.make_community(pieriga, "slepena")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    resource.community = hidden
    resource.save()
    assert "Telts" not in titles()


def test_a_renamed_resource_has_a_new_address(babite):
    resource = factories.make_resource(babite, "Telts")
    resource.name = "Lielā telts"
    resource.save()
    assert entry("Lielā telts").url == f"/resursi/{resource.pk}-liela-telts/"


def test_resources_follow_the_inventory_page(lists, babite, django_capture_on_commit_callbacks):
    resource = factories.make_resource(babite, "Telts")
    inventory = lists["resource-index"]
    inventory.slug = "inventars"
    with django_capture_on_commit_callbacks(execute=True):
        inventory.save_revision().publish()
    assert entry("Telts").url == f"/inventars/{resource.pk}-telts/"
    inventory.unpublish()
    assert "Telts" not in titles()
    inventory.save_revision().publish()
    restriction = PageViewRestriction.objects.create(page=inventory, restriction_type="login")
    assert "Telts" not in titles()
    restriction.delete()
    assert "Telts" in titles()


def test_a_resource_shows_the_point_of_its_community_unless_it_has_its_own(babite):
    factories.make_resource(babite, "Telts")
    factories.make_resource(babite, "Laiva", latitude="56.9", longitude="24.0")
    babite.latitude = "57.00000"
    babite.save_revision().publish()
    assert entry("Telts").point == (57.0, 24.105)
    assert entry("Laiva").point == (56.9, 24.0)

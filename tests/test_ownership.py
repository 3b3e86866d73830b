"""What belongs to one partnership, another partnership's editors can neither see nor change."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.models import Collection, GroupCollectionPermission

from communities.models import CommunityPage, Need, Resource
from hub.onboarding import onboard_owner
from hub.ownership import Owner
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    lists = factories.make_indexes(factories.make_site())
    pieriga = factories.make_partnership(lists["partnership-index"], "pierigas", "Pierīga")
    cesis = factories.make_partnership(lists["partnership-index"], "cesu", "Cēsis")
    return {
        "babite": factories.make_community(pieriga, "babite", "Babīte"),
        "rauna": factories.make_community(cesis, "rauna", "Rauna"),
        "pieriga": pieriga,
        "cesis": cesis,
    }


def person(client, owner: str, group: str):
    """A client logged in as a member of one of the owner's groups."""
    user = get_user_model().objects.create_user(f"{owner}-{group}", password="parole")
    user.groups.add(getattr(Owner.objects.get(key=owner), group))
    client.force_login(user)
    return user


def refused(response) -> bool:
    """403, 404, or Wagtail's way home with a message."""
    return response.status_code in (403, 404) or (
        response.status_code == 302 and response.url == reverse("wagtailadmin_home")
    )


PAGE_VIEWS = ["edit", "delete", "unpublish", "copy", "move", "history", "set_privacy"]


@pytest.mark.parametrize("view", PAGE_VIEWS)
def test_editor_of_one_is_refused_at_pages_of_another(client, world, view):
    person(client, "pierigas", "editors")

    assert refused(client.get(reverse(f"wagtailadmin_pages:{view}", args=[world["rauna"].pk])))


def test_editor_of_one_cannot_add_below_another(client, world):
    person(client, "pierigas", "editors")
    address = reverse(
        "wagtailadmin_pages:add", args=["communities", "solutionpage", world["rauna"].pk]
    )

    assert refused(client.get(address))


def test_editor_opens_and_publishes_own_pages(client, world):
    user = person(client, "pierigas", "editors")
    page = world["babite"]

    assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
    assert page.permissions_for_user(user).can_publish()


def test_author_edits_own_pages_and_publishes_none(client, world):
    user = person(client, "pierigas", "authors")
    rights = world["babite"].permissions_for_user(user)

    assert rights.can_edit()
    assert not rights.can_publish()
    assert not world["rauna"].permissions_for_user(user).can_edit()


def test_posted_change_to_another_page_changes_nothing(client, world):
    person(client, "pierigas", "editors")
    address = reverse("wagtailadmin_pages:edit", args=[world["rauna"].pk])

    assert refused(client.post(address, {"title": "Mūsu", "slug": "musu"}))
    assert CommunityPage.objects.get(pk=world["rauna"].pk).title == "Rauna"


def record_address(view: str, *args) -> str:
    return reverse(f"wagtailsnippets_communities_resource:{view}", args=args)


@pytest.mark.parametrize("view", ["edit", "delete", "history", "usage", "unpublish", "copy"])
def test_record_of_another_is_not_there(client, world, view):
    resource = factories.make_resource(world["rauna"], "Klubs")
    person(client, "pierigas", "editors")

    assert client.get(record_address(view, resource.pk)).status_code == 404
    assert client.post(record_address(view, resource.pk)).status_code == 404
    assert Resource.objects.get(pk=resource.pk).live


def test_records_listed_are_own(client, world):
    factories.make_resource(world["rauna"], "Raunas klubs")
    factories.make_resource(world["babite"], "Babītes parks")
    person(client, "pierigas", "editors")

    text = client.get(record_address("list")).content.decode()
    assert "Babītes parks" in text
    assert "Raunas klubs" not in text


def test_record_cannot_be_added_to_another_community(client, world):
    person(client, "pierigas", "editors")
    values = {"text": "Vajag autobusu", "community": world["rauna"].pk, "status": "voiced",
              "priority": 3}  # fmt: skip

    response = client.post(reverse("wagtailsnippets_communities_need:add"), values)
    assert response.status_code == 200
    assert "community" in response.context["form"].errors
    assert not Need.objects.exists()


def test_editor_adds_a_record_to_own_community(client, world):
    person(client, "pierigas", "editors")
    values = {"text": "Vajag autobusu", "community": world["babite"].pk, "status": "voiced",
              "priority": 3}  # fmt: skip

    assert client.post(reverse("wagtailsnippets_communities_need:add"), values).status_code == 302
    assert Need.objects.get().community == world["babite"]


def test_files_of_another_collection_cannot_be_changed(client, world):
    image = factories.make_image()
    image.collection = Owner.objects.get(key="cesu").collection
    image.save()
    person(client, "pierigas", "editors")

    assert refused(client.get(reverse("wagtailimages:edit", args=[image.pk])))
    assert refused(client.post(reverse("wagtailimages:delete", args=[image.pk])))


def test_community_gets_its_collection_inside_its_partnerships(world):
    collection = CommunityPage.objects.get(pk=world["babite"].pk).collection

    assert collection.name == "Babīte"
    assert collection.get_parent() == Owner.objects.get(key="pierigas").collection


def test_onboarding_twice_doubles_nothing(world):
    before = (Collection.objects.count(), GroupCollectionPermission.objects.count())
    onboard_owner("pierigas", "Pierīga")

    assert (Collection.objects.count(), GroupCollectionPermission.objects.count()) == before


def test_readers_have_no_way_into_the_admin(client, world):
    response = client.get(reverse("wagtailadmin_home"))

    assert response.status_code == 302
    assert response.url.startswith(reverse("wagtailadmin_login"))

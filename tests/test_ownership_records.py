"""A community's records are listed, shown and changed by those who may edit the community."""

import pytest
from django.urls import reverse

from communities.models import Need, Resource
from tests import factories
from tests.houses import person, refused, two_houses

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return two_houses()


def record_address(view: str, *args) -> str:
    return reverse(f"wagtailsnippets_communities_resource:{view}", args=args)


@pytest.mark.parametrize(
    "view",
    [
        "edit",
        "delete",
        "history",
        "history_results",
        "usage",
        "unpublish",
        "copy",
    ],
)
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


def make_need(community, text: str = "Vajag autobusu") -> Need:
    return Need.objects.create(text=text, community=community, priority=3, locale=community.locale)


@pytest.mark.parametrize("view", ["edit", "delete", "history", "usage", "copy"])
def test_need_of_another_is_not_there(client, world, view):
    need = make_need(world["rauna"])
    person(client, "pierigas", "editors")
    address = reverse(f"wagtailsnippets_communities_need:{view}", args=[need.pk])

    assert client.get(address).status_code == 404
    assert client.post(address, {"text": "Mūsu"}).status_code == 404
    assert Need.objects.get(pk=need.pk).text == "Vajag autobusu"


def test_an_earlier_version_of_anothers_record_is_not_there(client, world):
    resource = factories.make_resource(world["rauna"], "Klubs")
    revision = resource.save_revision()
    person(client, "pierigas", "editors")

    for view, *args in (
        ("revisions_revert", resource.pk, revision.pk),
        ("revisions_compare", resource.pk, "live", revision.pk),
        ("revisions_unschedule", resource.pk, revision.pk),
    ):
        assert client.get(record_address(view, *args)).status_code == 404
        assert client.post(record_address(view, *args)).status_code == 404


def test_the_form_offers_own_communities_and_pages_one_may_link_to(client, world):
    own = factories.make_solution(world["babite"], "Mūsu nodoms", live=False)
    public = factories.make_solution(world["rauna"], "Raunas laipa")
    factories.make_solution(world["rauna"], "Raunas nodoms", live=False)
    person(client, "pierigas", "editors")

    form = client.get(reverse("wagtailsnippets_communities_need:add")).context["form"]
    assert list(form.fields["community"].queryset) == [world["babite"]]
    assert set(form.fields["solution"].queryset) == {own, public}


def test_own_record_cannot_be_given_to_another_community(client, world):
    need = make_need(world["babite"])
    person(client, "pierigas", "editors")
    values = {"text": "Vajag autobusu", "community": world["rauna"].pk, "status": "voiced",
              "priority": 3}  # fmt: skip

    client.post(reverse("wagtailsnippets_communities_need:edit", args=[need.pk]), values)
    assert Need.objects.get(pk=need.pk).community == world["babite"]


def test_bulk_deletion_takes_own_records_and_tells_nothing_of_others(client, world):
    own, other = make_need(world["babite"], "Mūsu vajadzība"), make_need(world["rauna"], "Raunas")
    person(client, "pierigas", "editors")
    address = reverse("wagtail_bulk_action", args=["communities", "need", "delete"])
    address = f"{address}?id={own.pk}&id={other.pk}"

    text = client.get(address).content.decode()
    assert "Mūsu vajadzība" in text
    assert "Raunas" not in text
    client.post(address)
    assert list(Need.objects.all()) == [other]


def test_no_chooser_or_api_shows_records(client, world):
    need = make_need(world["rauna"])
    person(client, "pierigas", "editors")

    for name in ("resource", "need"):
        base = f"/admin/localize/api/snippets/communities/{name}/"
        assert client.get(base).status_code == 404
        assert client.get(f"{base}{need.pk}/").status_code == 404
        assert client.get(f"/admin/snippets/choose/communities/{name}/").status_code == 404


def test_anothers_record_cannot_be_translated(client, world):
    need = make_need(world["rauna"])
    person(client, "pierigas", "editors")
    address = reverse(
        "wagtail_localize:submit_snippet_translation", args=["communities", "need", need.pk]
    )

    assert refused(client.get(address))
    assert refused(client.post(address, {"locales": [factories.make_locale("en").pk]}))
    assert Need.objects.count() == 1


def test_an_author_writes_drafts_of_records_and_publishes_none(client, world):
    resource = factories.make_resource(world["babite"], "Klubs")
    person(client, "pierigas", "authors")
    values = {
        "name": "Lielais klubs", "kind": "places", "community": world["babite"].pk,
        "visibility": "public", "point_precision": "exact", "description": "null",
    }  # fmt: skip

    client.post(record_address("edit", resource.pk), {**values, "action-publish": "1"})
    assert Resource.objects.get(pk=resource.pk).name == "Klubs"
    assert refused(client.get(record_address("delete", resource.pk)))
    assert refused(client.post(record_address("unpublish", resource.pk)))
    assert Resource.objects.get(pk=resource.pk).live

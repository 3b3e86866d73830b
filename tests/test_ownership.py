"""What belongs to one partnership, another partnership's editors can neither see nor change."""

import pytest
from django.urls import reverse
from wagtail.models import Collection, GroupCollectionPermission, Page

from communities.models import CommunityPage
from hub.onboarding import onboard_owner
from hub.ownership import Owner
from tests import factories
from tests.houses import person, refused, two_houses

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return two_houses()


PAGE_VIEWS = [
    "edit", "delete", "unpublish", "copy", "move", "history", "set_privacy", "view_draft",
    "workflow_history", "usage", "preview_on_edit",
]  # fmt: skip


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


@pytest.mark.parametrize("view", ["delete", "unpublish", "copy", "lock", "unlock"])
def test_nothing_posted_changes_a_page_of_another(client, world, view):
    person(client, "pierigas", "editors")
    values = {"new_title": "Mūsu", "new_slug": "musu", "new_parent_page": world["pieriga"].pk}

    assert refused(
        client.post(reverse(f"wagtailadmin_pages:{view}", args=[world["rauna"].pk]), values)
    )
    page = Page.objects.get(pk=world["rauna"].pk)
    assert (page.live, page.locked) == (True, False)
    assert not Page.objects.filter(slug="musu").exists()


@pytest.mark.parametrize("action", ["delete", "move", "publish", "unpublish"])
def test_no_bulk_action_changes_a_page_of_another(client, world, action):
    draft = factories.make_solution(world["rauna"], "Melnraksts", live=False)
    person(client, "pierigas", "editors")
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])

    for page in (world["rauna"], draft):
        client.post(f"{address}?id={page.pk}", {"chooser": world["pieriga"].pk})

    pages = Page.objects.filter(pk__in=[world["rauna"].pk, draft.pk]).order_by("path")
    assert [(page.live, page.get_parent().slug) for page in pages] == [
        (True, "cesu"), (False, "rauna"),
    ]  # fmt: skip


def test_an_own_page_cannot_be_moved_or_copied_below_anothers(client, world):
    own = factories.make_solution(world["babite"], "Laipa", slug="laipa")
    person(client, "pierigas", "editors")
    address = reverse("wagtailadmin_pages:move_confirm", args=[own.pk, world["rauna"].pk])

    assert refused(client.get(address))
    assert refused(client.post(address))
    client.post(
        reverse("wagtailadmin_pages:copy", args=[own.pk]),
        {"new_title": "Laipa", "new_slug": "laipa", "new_parent_page": world["rauna"].pk},
    )
    assert Page.objects.get(pk=own.pk).get_parent().slug == "babite"
    assert world["rauna"].get_children().count() == 0


def test_an_earlier_version_of_anothers_page_cannot_be_read(client, world):
    world["rauna"].title = "Slepens nodoms"
    revision = world["rauna"].save_revision()
    person(client, "pierigas", "editors")

    for view, args in (
        ("revisions_view", [world["rauna"].pk, revision.pk]),
        ("revisions_revert", [world["rauna"].pk, revision.pk]),
        ("revisions_compare", [world["rauna"].pk, "live", revision.pk]),
    ):
        assert refused(client.get(reverse(f"wagtailadmin_pages:{view}", args=args)))


def test_the_explorer_and_its_search_show_own_pages_only(client, world):
    factories.make_solution(world["rauna"], "Raunas laipa")
    factories.make_solution(world["babite"], "Babītes laipa")
    person(client, "pierigas", "editors")

    found = client.get(reverse("wagtailadmin_pages:search"), {"q": "laipa"}).content.decode()
    assert "Babītes laipa" in found
    assert "Raunas laipa" not in found
    explorer = client.get(reverse("wagtailadmin_explore", args=[world["cesis"].pk]))
    assert explorer.url == reverse("wagtailadmin_explore", args=[world["pieriga"].pk])


def test_the_page_chooser_offers_own_drafts_and_others_public_pages(client, world):
    for community, name in (("babite", "Babītes"), ("rauna", "Raunas")):
        factories.make_solution(world[community], f"{name} laipa")
        factories.make_solution(world[community], f"{name} nodoms", live=False)
    person(client, "pierigas", "editors")
    search = reverse("wagtailadmin_choose_page_search")

    paths = client.get(search, {"q": "laipa"}).content.decode()
    plans = client.get(search, {"q": "nodoms"}).content.decode()
    assert "Babītes laipa" in paths
    assert "Raunas laipa" in paths
    assert "Babītes nodoms" in plans
    assert "Raunas nodoms" not in plans
    below = reverse("wagtailadmin_choose_page_child", args=[world["rauna"].pk])
    assert "Raunas nodoms" not in client.get(below).content.decode()


def test_anothers_page_cannot_be_translated(client, world):
    factories.make_locale("en")
    person(client, "pierigas", "editors")
    address = reverse("wagtail_localize:submit_page_translation", args=[world["rauna"].pk])

    assert refused(client.get(address))
    assert refused(client.post(address, {"locales": [factories.make_locale("en").pk]}))
    assert not Page.objects.filter(locale__language_code="en").exists()


def test_the_hubs_own_pages_and_themes_are_the_coordinators(client, world):
    theme = factories.make_theme("turisms")
    person(client, "pierigas", "editors")

    edit = reverse("wagtailadmin_pages:edit", args=[world["solution-index"].pk])
    assert refused(client.get(edit))
    for view, args in (("list", []), ("add", []), ("edit", [theme.pk]), ("delete", [theme.pk])):
        assert refused(client.get(reverse(f"wagtailsnippets_hub_theme:{view}", args=args)))
        assert refused(client.post(reverse(f"wagtailsnippets_hub_theme:{view}", args=args)))


def test_files_of_another_collection_cannot_be_changed(client, world):
    image = factories.make_image()
    image.collection = Owner.objects.get(key="cesu").collection
    image.save()
    person(client, "pierigas", "editors")

    document = factories.make_document(collection=image.collection)
    video = factories.make_video(collection=image.collection)

    for name, file in (
        ("wagtailimages", image),
        ("wagtaildocs", document),
        ("wagtailmedia", video),
    ):
        for view in ("edit", "delete"):
            assert refused(client.get(reverse(f"{name}:{view}", args=[file.pk])))
            assert refused(client.post(reverse(f"{name}:{view}", args=[file.pk])))
        assert type(file).objects.filter(pk=file.pk).exists()


def test_file_choosers_show_own_and_shared_files(client, world):
    for key in ("pierigas", "cesu", "hub"):
        collection = Owner.objects.get(key=key).collection
        factories.make_document(f"Veidlapa {key}", collection=collection)
    person(client, "pierigas", "editors")

    text = client.get(reverse("wagtaildocs_chooser:choose")).content.decode()
    assert "Veidlapa pierigas" in text
    assert "Veidlapa hub" in text
    assert "Veidlapa cesu" not in text


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

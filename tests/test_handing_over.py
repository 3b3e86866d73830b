"""A partnership that leaves hands everything over to another one or to the hub, or nothing."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, TaskState

from communities.models import CommunityPage, PartnershipPage
from hub.onboarding import handing_over, hub_owner, onboard_supporters
from hub.onboarding.hand_over_plan import plan_hand_over
from hub.onboarding.handing_over import hand_over
from hub.ownership import Owner
from hub.users import User
from search.models import Entry
from tests import factories
from tests.houses import person, two_houses

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db):
    return two_houses()


def owners() -> tuple[Owner, Owner]:
    return Owner.objects.get(key="pierigas"), Owner.objects.get(key="cesu")


def rights_on(username: str, page) -> tuple[bool, bool]:
    """Whether the person may edit and publish the page."""
    rights = Page.objects.get(pk=page.pk).specific.permissions_for_user(
        User.objects.get(username=username)
    )
    return rights.can_edit(), rights.can_publish()


def test_pages_move_below_the_other_house_and_old_addresses_lead_there(client, world):
    factories.make_solution(world["babite"], "Laipa", slug="laipa")
    hand_over(*owners())

    moved = Page.objects.get(pk=world["babite"].pk)
    assert moved.get_parent().slug == "cesu"
    answer = client.get("/partneribas/pierigas/babite/laipa/")
    assert (answer.status_code, answer.url) == (301, "/partneribas/cesu/babite/laipa/")
    answer = client.get("/partneribas/pierigas/")
    assert (answer.status_code, answer.url) == (301, "/partneribas/cesu/")


def test_other_languages_move_below_the_same_language(world):
    english = factories.translated(factories.standing_home(), Page.get_first_root_node(),
                                   slug="home-en", claim="We.")  # fmt: skip
    index = factories.translated(world["partnership-index"], english, slug="partnerships")
    house = factories.translated(world["pieriga"], index, slug="pierigas")
    babite = factories.translated(world["babite"], house, slug="babite", key="babite")
    hand_over(*owners())

    parent = Page.objects.get(pk=babite.pk).get_parent().specific
    assert (parent.owning.key, parent.locale.language_code) == ("cesu", "en")
    assert PartnershipPage.objects.get(pk=house.pk).live is False


def test_a_taken_address_gets_a_number_also_in_the_draft(world):
    factories.make_community(world["cesis"], "parks", "Cēsu parks")
    page = factories.make_community(world["pieriga"], "parks-2", "Pierīgas parks", slug="parks")
    page.save_revision()
    plan = plan_hand_over(*owners())
    hand_over(*owners())

    moved = CommunityPage.objects.get(pk=page.pk)
    assert moved.slug == moved.get_latest_revision_as_object().slug == "parks-1"
    assert "/partneribas/cesu/parks-1/" in [move.after for move in plan.moves]


def test_people_keep_their_accounts_and_lose_the_rights(client, world):
    person(client, "pierigas", "editors")
    person(client, "cesu", "editors")
    hand_over(*owners())

    assert User.objects.get(username="pierigas-editors").is_active
    assert rights_on("pierigas-editors", world["babite"]) == (False, False)
    assert rights_on("cesu-editors", world["babite"]) == (True, True)
    assert not Owner.objects.filter(key="pierigas").exists()


def test_files_and_records_follow(client, world):
    owner, other = owners()
    own = factories.make_document(collection=owner.collection)
    of_community = factories.make_document(collection=world["babite"].collection)
    resource = factories.make_resource(world["babite"], "Klubs")
    user = person(client, "cesu", "editors")
    hand_over(owner, other)

    other.collection.refresh_from_db()
    for document in (own, of_community):
        document.collection.refresh_from_db()
        assert document.collection.is_descendant_of(other.collection)
    entry = Entry.objects.get(kind="resource", source_id=resource.pk)
    assert entry.owner == "cesu"
    assert client.get(f"/admin/documents/edit/{own.pk}/").status_code == 200
    assert user.is_active


def test_what_waits_waits_for_the_new_editors(client, world):
    author = person(client, "pierigas", "authors")
    world["babite"].summary = "Jauns."
    world["babite"].save_revision(user=author)
    world["babite"].get_workflow().start(world["babite"], author)
    hand_over(*owners())
    editor = person(client, "cesu", "editors")

    state = TaskState.objects.get()
    assert state in TaskState.objects.reviewable_by(editor)
    state.task.specific.on_action(state, editor, "approve")
    assert CommunityPage.objects.get(pk=world["babite"].pk).summary == "Jauns."


def test_supporters_stay_with_their_communities(world):
    user = User.objects.create_user("biedrība")
    user.groups.add(onboard_supporters("Biedrība", [world["babite"]]))
    plan = plan_hand_over(*owners())
    hand_over(*owners())

    assert rights_on("biedrība", world["babite"]) == (True, False)
    assert any("Biedrība" in sentence for sentence in plan.sentences)


def test_to_the_hub_all_stays_at_its_address_and_is_the_coordinators(world):
    coordinator = User.objects.create_user("koordinatore")
    coordinator.groups.add(hub_owner().editors)
    hand_over(Owner.objects.get(key="pierigas"), hub_owner())

    babite = Page.objects.get(pk=world["babite"].pk)
    assert (babite.url, babite.live) == ("/partneribas/pierigas/babite/", True)
    assert rights_on("koordinatore", babite) == (True, True)
    assert Entry.objects.get(kind="community", source_id=babite.pk).owner == "hub"


def test_the_emptied_page_is_kept_by_the_hub_and_shown_to_nobody(world):
    hand_over(*owners())

    house = PartnershipPage.objects.get(pk=world["pieriga"].pk)
    assert (house.live, house.owning.key, house.numchild) == (False, "hub", 0)
    assert house.get_latest_revision_as_object().owning.key == "hub"


def test_an_error_leaves_everything_as_it_was(world, monkeypatch):
    def fail(owner):
        raise RuntimeError

    monkeypatch.setattr(handing_over, "_end", fail)
    with pytest.raises(RuntimeError):
        hand_over(*owners())

    assert Page.objects.get(pk=world["babite"].pk).get_parent().slug == "pierigas"
    assert Owner.objects.get(key="pierigas").workflow.active
    assert not Redirect.objects.exists()


def test_in_the_admin_only_the_typed_name_hands_over(client, world):
    user = User.objects.create_user("koordinatore")
    user.groups.add(hub_owner().editors)
    client.force_login(user)
    owner, other = owners()
    address = f"{reverse('hand_over', args=[owner.pk])}?to={other.pk}"

    assert "/partneribas/cesu/babite/" in client.get(address).content.decode()
    text = client.post(address, {"name": "Cēsis"}).content.decode()
    assert "Nosaukums nav tāds." in text
    assert Owner.objects.filter(key="pierigas").exists()
    client.post(address, {"name": "Pierīga"})
    assert not Owner.objects.filter(key="pierigas").exists()


def test_nobody_takes_over_from_themselves_or_from_the_hub(world):
    owner, _other = owners()
    for giver, taker in ((owner, owner), (hub_owner(), owner)):
        with pytest.raises(ValidationError):
            hand_over(giver, taker)


def test_the_command_first_says_what_it_would_do(world, capsys):
    call_command("offboard_partnership", "pierigas", "--to", "cesu", "--dry-run")
    told = capsys.readouterr().out

    assert "/partneribas/pierigas/babite/ -> /partneribas/cesu/babite/ (1)" in told
    assert "Pages: 2, in 1 languages" in told
    assert Owner.objects.filter(key="pierigas").exists()
    call_command("offboard_partnership", "pierigas", "--to", "cesu")
    assert not Owner.objects.filter(key="pierigas").exists()


@pytest.mark.parametrize(("key", "to"), [("xx", "cesu"), ("pierigas", "xx"), ("hub", "cesu")])
def test_the_command_refuses_owners_that_cannot_be(world, key, to):
    with pytest.raises(CommandError):
        call_command("offboard_partnership", key, "--to", to)

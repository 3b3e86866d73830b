"""A supporter writes for its communities and nothing else of their partnership."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail.permissions import policy_registry

from hub.onboarding import hub_owner, onboard_supporters
from hub.onboarding.partnerships import mend_everything
from hub.onboarding.supporters import communities_of, dismiss, let_support
from hub.ownership import Owner, Supporter
from hub.users import User
from tests import factories
from tests.houses import person, refused, two_houses

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db):
    houses = two_houses()
    houses["marupe"] = factories.make_community(houses["pieriga"], "marupe", "Mārupe")
    return houses


@pytest.fixture
def supporter(world):
    group = onboard_supporters("Biedrība", [world["babite"]])
    User.objects.create_user("biedrība").groups.add(group)
    return Supporter.objects.get()


def rights_on(page) -> tuple[bool, bool]:
    """Whether the supporter's person may edit and publish the page."""
    user = User.objects.get(username="biedrība")
    rights = Page.objects.get(pk=page.pk).specific.permissions_for_user(user)
    return rights.can_edit(), rights.can_publish()


def test_it_writes_for_its_community_and_all_below_it(world, supporter):
    solution = factories.make_solution(world["babite"], "Laipa")

    assert rights_on(world["babite"]) == rights_on(solution) == (True, False)
    for page in (world["marupe"], world["pieriga"], world["rauna"]):
        assert rights_on(page) == (False, False)


def test_a_community_taken_away_takes_its_rights_along(world, supporter):
    document = factories.make_document(collection=world["babite"].collection)
    let_support(supporter, [world["marupe"]])

    assert rights_on(world["babite"]) == (False, False)
    assert rights_on(world["marupe"]) == (True, False)
    user = User.objects.get(username="biedrība")
    policy = policy_registry.get_by_type(type(document))
    assert not policy.user_has_permission_for_instance(user, "change", document)


def test_files_of_the_community_and_its_sub_collections_are_in_its_hands(client, world, supporter):
    inner = world["babite"].collection.add_child(name="Darbnīca")
    own = factories.make_document(collection=inner)
    others = factories.make_document(collection=Owner.objects.get(key="pierigas").collection)
    client.force_login(User.objects.get(username="biedrība"))

    assert client.get(reverse("wagtaildocs:edit", args=[own.pk])).status_code == 200
    assert refused(client.get(reverse("wagtaildocs:edit", args=[others.pk])))


def english(world):
    """The lists and Pierīga's house in English."""
    home = factories.translated(
        factories.standing_home(), Page.get_first_root_node(), slug="home-en", claim="We."
    )
    index = factories.translated(world["partnership-index"], home, slug="partnerships")
    return factories.translated(world["pieriga"], index, slug="pierigas")


def test_a_translation_made_later_is_the_supporters_too(world, supporter):
    house = english(world)
    babite = factories.translated(world["babite"], house, slug="babite", key="babite")

    assert rights_on(babite) == (True, False)
    assert rights_on(house) == (False, False)


def test_a_translation_made_later_is_the_partnerships_and_has_its_workflow(client, world):
    user = person(client, "pierigas", "editors")
    house = english(world)

    assert house.permissions_for_user(user).can_publish()
    assert house.get_workflow() == Owner.objects.get(key="pierigas").workflow


def test_what_it_submits_waits_for_the_partnerships_editors(client, world, supporter):
    user = User.objects.get(username="biedrība")
    world["babite"].save_revision(user=user)
    state = world["babite"].get_workflow().start(world["babite"], user)
    editor = person(client, "pierigas", "editors")

    assert state.current_task_state.task.specific.may_decide(editor)
    assert not state.current_task_state.task.specific.may_decide(user)


def test_editors_choose_for_their_own_communities_and_leave_the_others(client, world, supporter):
    let_support(supporter, [world["babite"], world["rauna"]])
    person(client, "pierigas", "editors")
    address = reverse("supported_communities", args=[supporter.pk])
    text = client.get(address).content.decode()

    assert "Mārupe" in text
    assert "Rauna" not in text
    client.post(address, {"communities": [world["marupe"].pk]})
    assert list(communities_of(supporter)) == [world["marupe"], world["rauna"]]
    client.post(address, {"communities": [world["rauna"].pk]})
    assert list(communities_of(supporter)) == [world["marupe"], world["rauna"]]


def test_authors_and_supporters_choose_nothing(client, world, supporter):
    person(client, "pierigas", "authors")
    assert refused(client.get(reverse("supporters")))
    client.force_login(User.objects.get(username="biedrība"))
    assert refused(client.post(reverse("supported_communities", args=[supporter.pk])))


def test_a_coordinator_adds_an_organisation_and_lets_it_go(client, world):
    user = User.objects.create_user("koordinatore")
    user.groups.add(hub_owner().editors)
    client.force_login(user)
    client.post(reverse("supporters"), {"name": "Kurzemes NVO centrs"})
    supporter = Supporter.objects.get()

    assert supporter.group.name == "kurzemes-nvo-centrs: supporters"
    assert "jau ir" in client.post(reverse("supporters"), {"name": supporter.name}).content.decode()
    client.post(reverse("dismiss_supporter", args=[supporter.pk]))
    assert not Supporter.objects.exists()


def test_people_of_an_organisation_that_is_let_go_keep_their_accounts(world, supporter):
    dismiss(supporter)

    assert User.objects.get(username="biedrība").is_active
    assert rights_on(world["babite"]) == (False, False)


def test_rights_that_got_lost_are_mended(world, supporter):
    supporter.group.permissions.clear()
    mend_everything()

    assert supporter.group.permissions.filter(codename="access_admin").exists()
    assert rights_on(world["babite"]) == (True, False)


def test_the_list_asks_as_much_for_many_as_for_one(
    client, world, supporter, django_assert_max_num_queries
):
    user = User.objects.create_user("koordinatore")
    user.groups.add(hub_owner().editors)
    client.force_login(user)
    for number in range(6):
        onboard_supporters(f"Biedrība {number}", [world["babite"], world["rauna"]])

    client.get(reverse("supporters"))
    with django_assert_max_num_queries(30):
        client.get(reverse("supporters"))
    with django_assert_max_num_queries(35):
        client.get(reverse("partnerships"))

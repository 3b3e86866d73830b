"""The coordinators keep the home page itself; that gives them nothing below it."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.models import Page

from home.models import HomePage
from hub.onboarding import hub_owner
from tests import factories
from tests.houses import person, refused, two_houses

pytestmark = [pytest.mark.once, pytest.mark.django_db]


@pytest.fixture
def houses(db):
    return two_houses()


@pytest.fixture
def home(houses):
    return HomePage.objects.get()


@pytest.fixture
def coordinator(client, houses):
    user = get_user_model().objects.create_user("koordinatore")
    user.groups.add(hub_owner().editors)
    client.force_login(user)
    return get_user_model().objects.get(pk=user.pk)


def address(name: str, page: Page) -> str:
    return reverse(f"wagtailadmin_pages:{name}", args=[page.pk])


def test_coordinator_edits_and_publishes_the_home_page(client, coordinator, home):
    rights = home.permissions_for_user(coordinator)

    assert (rights.can_edit(), rights.can_publish()) == (True, True)
    assert client.get(address("edit", home)).status_code == 200


@pytest.mark.parametrize("name", ["delete", "unpublish", "move"])
def test_coordinator_cannot_take_the_home_page_away(client, coordinator, home, name):
    assert refused(client.get(address(name, home)))
    assert refused(client.post(address(name, home)))
    assert HomePage.objects.get().live


def test_coordinator_makes_no_second_home_page(client, coordinator, home):
    root = home.get_parent()
    data = {"new_title": "Otra", "new_slug": "otra", "new_parent_page": root.pk}
    client.post(address("copy", home), data)

    assert HomePage.objects.count() == 1


def test_nothing_below_it_is_the_coordinators_by_that(client, coordinator, houses):
    for page in (houses["babite"], houses["pieriga"], houses["story-index"]):
        assert not page.permissions_for_user(coordinator).can_edit()
        assert refused(client.get(address("edit", page)))


@pytest.mark.parametrize("group", ["authors", "editors"])
def test_home_page_is_no_partnerships(client, houses, home, group):
    user = person(client, "pierigas", group)

    assert not home.permissions_for_user(user).can_edit()
    assert refused(client.get(address("edit", home)))


def test_administrator_may_do_all(admin_client, admin_user, home):
    rights = home.permissions_for_user(admin_user)

    assert rights.can_edit()
    assert rights.can_unpublish()


def test_who_left_may_nothing(coordinator, home):
    coordinator.is_active = False

    assert not home.permissions_for_user(coordinator).can_edit()


def test_home_page_of_another_language_is_kept_too(coordinator, home):
    english = factories.translated(home, Page.get_first_root_node(), slug="home-en", claim="We.")

    assert english.permissions_for_user(coordinator).can_publish()

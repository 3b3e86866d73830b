"""Each menu shows what the person may use, and each entry of it opens."""

import pytest
from django.contrib.auth import get_user_model
from django.test import RequestFactory
from django.urls import reverse
from wagtail.admin.menu import admin_menu

from hub.onboarding import hub_owner, onboard_shared_page, onboard_supporters
from tests import factories
from tests.houses import person, two_houses

pytestmark = pytest.mark.django_db
HOME = reverse("wagtailadmin_home")


@pytest.fixture
def houses(db):
    return two_houses()


def log_in(client, houses, who: str):
    if who in ("authors", "editors"):
        return person(client, "pierigas", who)
    user = get_user_model().objects.create_user(who, is_superuser=who == "admin")
    if who == "supporter":
        user.groups.add(onboard_supporters("biedriba", [houses["babite"]]))
    if who == "coordinator":
        onboard_shared_page(houses["solution-index"])
        user.groups.add(hub_owner().editors)
    client.force_login(user)
    return user


def addresses(user, menu) -> set[str]:
    """Where each entry leads, those of submenus too."""
    request = RequestFactory().get("/admin/")
    request.user = user
    found = set()
    for item in menu.menu_items_for_request(request):
        below = getattr(item, "menu", None)
        found |= addresses(user, below) if below else {item.url}
    return {address for address in found if address.startswith("/")}


PEOPLE = ["authors", "editors", "supporter", "coordinator", "admin"]
WRITING = {
    "/admin/own-pages/", "/admin/to-do/", "/admin/pages/", "/admin/images/", "/admin/documents/",
    "/admin/media/", "/admin/snippets/communities/resource/", "/admin/snippets/communities/need/",
    "/admin/guide/", "/admin/localize/reports/translations/", "/admin/reports/workflow/",
    "/admin/reports/workflow_tasks/", "/admin/reports/site-history/",
    "/admin/reports/page-types-usage/",
}  # fmt: skip
PUBLISHING = {"/admin/reports/aging-pages/", "/admin/reports/locked/"}
KEEPING_PEOPLE = {"/admin/people/", "/admin/supporters/"}


@pytest.mark.parametrize("who", PEOPLE)
def test_each_entry_opens(client, houses, who):
    factories.make_solution(houses["babite"], "Taka", live=False)
    user = log_in(client, houses, who)
    answers = {address: client.get(address) for address in addresses(user, admin_menu)}
    shut = {
        address
        for address, answer in answers.items()
        if answer.status_code != 200 and answer.headers.get("Location") in (None, HOME)
    }

    assert len(answers) >= len(WRITING) - 2  # the coordinator has no records
    assert shut == set()


@pytest.mark.parametrize(
    ("who", "shown"),
    [
        ("authors", WRITING),
        ("supporter", WRITING),
        ("editors", WRITING | PUBLISHING | KEEPING_PEOPLE),
    ],
)
def test_partnerships_are_shown_what_they_may_use(client, houses, who, shown):
    assert addresses(log_in(client, houses, who), admin_menu) == shown


def test_coordinator_is_shown_what_the_hub_has_and_no_settings_of_the_machine(client, houses):
    shown = addresses(log_in(client, houses, "coordinator"), admin_menu)

    assert KEEPING_PEOPLE | PUBLISHING | {
        "/admin/partnerships/", "/admin/snippets/hub/theme/", "/admin/redirects/",
        "/admin/snippets/home/surroundings/", "/admin/reports/accounts/",
    } <= shown  # fmt: skip
    assert not shown & {
        "/admin/users/", "/admin/groups/", "/admin/sites/", "/admin/workflows/list/",
        "/admin/snippets/communities/resource/",
    }  # fmt: skip

"""An editor's desk counts and lists the own pages, and never names another partnership's."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hub.onboarding import hub_owner, onboard_shared_page, onboard_supporters
from tests import factories
from tests.houses import person, two_houses

pytestmark = pytest.mark.django_db
HOME = reverse("wagtailadmin_home")
LIST = reverse("own-pages:index")


@pytest.fixture
def houses(db):
    """Two houses with pages of each state; every title of the second begins with „Svešs”."""
    world = two_houses()
    solutions = {
        "published": factories.make_solution(world["babite"], "Taka"),
        "changed": factories.make_solution(world["babite"], "Dārzs"),
        "draft": factories.make_solution(world["babite"], "Sauna", live=False),
        "waiting": factories.make_solution(world["babite"], "Tirgus", live=False),
    }
    solutions["changed"].save_revision()
    author = get_user_model().objects.create_user("autore")
    solutions["waiting"].get_workflow().start(solutions["waiting"], author)
    factories.make_solution(world["rauna"], "Svešs risinājums")
    factories.make_solution(world["rauna"], "Svešs melnraksts", live=False)
    foreign = factories.make_solution(world["rauna"], "Svešs iesniegums", live=False)
    foreign.get_workflow().start(foreign, author)
    onboard_shared_page(world["solution-index"])
    return world


def log_in(client, houses, who: str) -> None:
    """Log in as an author or editor of Pierīga, a supporter of Babīte, a coordinator."""
    if who in ("authors", "editors"):
        person(client, "pierigas", who)
        return
    user = get_user_model().objects.create_user(who)
    if who == "supporter":
        user.groups.add(onboard_supporters("biedriba", [houses["babite"]]))
    else:
        user.groups.add(hub_owner().editors)
    client.force_login(user)


def counts(client) -> dict[str, str]:
    page = BeautifulSoup(client.get(HOME).content, "html.parser")
    return {
        state.get_text().strip().split(maxsplit=1)[1]: state.b.get_text()
        for state in page.select(".own-pages__state")
    }


def titles(client, state: str) -> set[str]:
    page = BeautifulSoup(client.get(LIST, {"state": state}).content, "html.parser")
    return {" ".join(cell.get_text().split()) for cell in page.select("td.title .title-wrapper a")}


@pytest.mark.parametrize("who", ["authors", "editors"])
def test_own_pages_are_counted_by_state(client, houses, who):
    log_in(client, houses, who)

    assert counts(client) == {
        "Melnraksti, ko vēl neviens neredz": "1",
        "Publicētas, bet ar vēl nepublicētiem labojumiem": "1",
        "Gaida pārbaudi": "1",
        "Parādīsies noteiktā laikā": "0",
        "Publicētas tādas, kādas tās ir": "3",
    }


def test_supporter_counts_what_is_below_the_community(client, houses):
    log_in(client, houses, "supporter")

    assert counts(client)["Publicētas tādas, kādas tās ir"] == "2"


@pytest.mark.parametrize(
    ("state", "listed"),
    [
        ("draft", {"Sauna"}),
        ("changed", {"Dārzs"}),
        ("waiting", {"Tirgus"}),
        ("published", {"Taka", "Babīte", "Pierīga"}),
    ],
)
def test_each_number_leads_to_its_pages(client, houses, state, listed):
    log_in(client, houses, "editors")
    page = BeautifulSoup(client.get(HOME).content, "html.parser")
    addresses = [link["href"] for link in page.select(".own-pages__state a")]

    assert f"{LIST}?state={state}" in addresses
    assert titles(client, state) == listed


def test_coordinator_counts_the_shared_pages(client, houses):
    log_in(client, houses, "coordinator")

    assert counts(client)["Publicētas tādas, kādas tās ir"] == "1"
    assert titles(client, "published") == {"Viedie risinājumi"}


@pytest.mark.parametrize("who", ["authors", "editors", "supporter"])
@pytest.mark.parametrize("address", [HOME, LIST, f"{LIST}?q=Svešs", f"{LIST}?state=draft"])
def test_nothing_of_another_partnership_is_named(client, houses, who, address):
    log_in(client, houses, who)

    assert "Svešs" not in client.get(address).content.decode().replace("q=Svešs", "").replace(
        'value="Svešs"', ""
    )


def test_coordinator_sees_of_the_partnerships_only_what_waits_for_review(client, houses):
    log_in(client, houses, "coordinator")
    home = client.get(HOME).content.decode()

    assert "Svešs iesniegums" in home
    assert "Svešs melnraksts" not in home + client.get(LIST).content.decode()


def test_administrator_sees_all(admin_client, houses):
    assert titles(admin_client, "draft") == {"Sauna", "Svešs melnraksts"}


def test_filters_name_no_people(client, houses):
    log_in(client, houses, "editors")

    assert "autore" not in client.get(LIST).content.decode()


def test_list_belongs_to_those_with_pages(client, houses):
    user = get_user_model().objects.create_user("viesis")
    user.groups.add(onboard_supporters("neviens", []))
    client.force_login(user)

    assert client.get(LIST).status_code == 302
    assert counts(client) == {}


@pytest.mark.parametrize("who", ["authors", "editors", "supporter", "coordinator"])
def test_desk_takes_the_same_queries_however_much_there_is(
    client, houses, who, django_assert_num_queries
):
    log_in(client, houses, who)
    client.get(HOME)
    with CaptureQueriesContext(connection) as before:
        client.get(HOME)
    for number in range(5):
        place = factories.make_community(houses["pieriga"], f"ciems-{number}")
        factories.make_solution(place, live=False)
        factories.make_solution(houses["babite"])
    with django_assert_num_queries(len(before)):
        client.get(HOME)
    assert len(before) <= 60

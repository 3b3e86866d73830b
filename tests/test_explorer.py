"""The explorer says what pages are about, and filters by it."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hub.onboarding import hub_owner, onboard_shared_page
from tests import factories
from tests.houses import person, two_houses

pytestmark = pytest.mark.django_db


@pytest.fixture
def houses(db):
    world = two_houses()
    factories.make_solution(world["babite"], "Taka", themes=["turisms"], live=False)
    factories.make_solution(world["babite"], "Koris", themes=["kultura"])
    return world


def shown(client, parent, **choices):
    address = reverse("wagtailadmin_explore", args=[parent.pk])
    return BeautifulSoup(client.get(address, choices).content, "html.parser")


def titles(page) -> set[str]:
    return {next(cell.stripped_strings) for cell in page.select("td.title .title-wrapper")}


def test_themes_stand_beside_each_page(client, houses):
    person(client, "pierigas", "editors")
    rows = shown(client, houses["babite"]).select("tbody tr")
    texts = [" ".join(row.get_text().split()) for row in rows]

    assert any("Taka" in text and "Turisms" in text for text in texts)


@pytest.mark.parametrize(
    ("choices", "found"),
    [
        ({"state": "draft"}, {"Taka"}),
        ({"state": "published"}, {"Koris"}),
        ({"matter": "incomplete"}, {"Taka", "Koris"}),
        ({"matter": "captions"}, set()),
    ],
)
def test_pages_are_filtered_by_state_and_by_what_is_to_be_done(client, houses, choices, found):
    person(client, "pierigas", "editors")

    assert titles(shown(client, houses["babite"], **choices)) == found


def test_pages_are_filtered_by_theme(client, houses):
    person(client, "pierigas", "editors")
    theme = factories.make_theme("kultura")

    assert titles(shown(client, houses["babite"], theme=theme.pk)) == {"Koris"}


def test_coordinator_filters_by_partnership_and_editors_are_not_asked(client, houses):
    person(client, "pierigas", "editors")
    assert not shown(client, houses["babite"]).select('[name="partnership"]')

    onboard_shared_page(houses["solution-index"])
    user = get_user_model().objects.create_user("koordinatore")
    user.groups.add(hub_owner().editors)
    client.force_login(user)
    houses_page = houses["pieriga"].get_parent()
    page = shown(client, houses_page, partnership="cesu")

    assert page.select('[name="partnership"]')
    assert titles(page) == {"Cēsis", "Rauna"}


def test_number_of_queries_does_not_grow_with_the_themes(client, houses):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            shown(client, houses["pieriga"])
        return len([query for query in captured if "theme" in query["sql"]])

    person(client, "pierigas", "editors")
    shown(client, houses["pieriga"])
    few = queries()
    for _number in range(4):
        factories.make_news(houses["pieriga"], themes=["turisms", "kultura"])

    assert queries() <= few + 2  # once for all themes, where there were none

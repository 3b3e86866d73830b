"""How complete a solution is, and what is missing, is reckoned and shown to its editor."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from tests import factories

pytestmark = [pytest.mark.once, pytest.mark.django_db]


@pytest.fixture
def solution():
    lists = factories.standing_lists()
    return factories.make_solution(lists["solution-index"], "Taka", year_from=2020)


def test_what_is_missing_is_named(solution):
    missing = [str(name) for name in solution.completeness.missing]

    assert "results" in missing or "rezultāti" in missing
    assert solution.completeness.percent == 7


def test_told_things_count(solution):
    solution.summary = "Ciems atjaunoja taku."
    solution.situation = "<p>Takas nebija.</p>"
    solution.volunteer_hours = 0
    solution.results = [("result", {"number": 30, "unit": "cilvēki", "text": "atnāca"})]

    assert solution.completeness.percent == 36


def test_editor_sees_it(client, solution):
    client.force_login(get_user_model().objects.create_superuser("admin"))
    text = client.get(reverse("wagtailadmin_pages:edit", args=[solution.pk])).content.decode()

    assert 'value="7"' in text

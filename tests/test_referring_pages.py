"""The form of a page opens with all that the page refers to, as published and as a draft."""

import pytest
from django.urls import reverse

from tests import factories, moderating

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("is_draft", [True, False])
def test_what_a_page_refers_to_is_offered(client, is_draft):
    babite = moderating.pieriga_and_cesis()
    solution = factories.make_solution(babite, "Soliņš")
    solution.resources_used = [factories.make_resource(babite, "Zāles pļāvējs")]
    solution.save_revision().publish()
    if not is_draft:
        type(solution).objects.filter(pk=solution.pk).update(latest_revision=None)
    client.force_login(moderating.editor_of("pierigas"))
    response = client.get(reverse("wagtailadmin_pages:edit", args=[solution.pk]))

    assert response.status_code == 200
    assert "Zāles pļāvējs" in response.content.decode()

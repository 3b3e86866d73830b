"""The site that the browser walks is complete."""

import pytest
from django.apps import apps

from hub.pages import HubPage
from tests.browser.addresses import EVERY_ADDRESS


@pytest.mark.django_db
def test_site_has_a_live_page_of_each_type(site):
    types = [model for model in apps.get_models() if issubclass(model, HubPage)]

    assert [model for model in types if not model.objects.live().exists()] == []


@pytest.mark.parametrize("address", EVERY_ADDRESS.values(), ids=EVERY_ADDRESS)
def test_page_answers(site, client, address):
    assert client.get(address).status_code == 200

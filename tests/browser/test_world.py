"""The site that the browser walks is complete."""

import pytest
from django.apps import apps

from hub.pages import HubPage
from tests.browser.addresses import PAGES


@pytest.mark.django_db
def test_site_has_a_live_page_of_each_type(site):
    types = [model for model in apps.get_models() if issubclass(model, HubPage)]

    assert [model for model in types if not model.objects.live().exists()] == []


def test_every_page_answers(site, client):
    addresses = [address for versions in PAGES.values() for address in versions.values()]

    assert [address for address in addresses if client.get(address).status_code != 200] == []


def test_every_page_stands_in_both_languages():
    assert {name for name, versions in PAGES.items() if set(versions) != {"lv", "en"}} == set()

"""Two people save the same resource at once: the second sees the newer version first."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from communities.models import Resource
from tests import factories, moderating

pytestmark = pytest.mark.django_db


@pytest.fixture
def resource():
    resource = factories.make_resource(moderating.pieriga_and_cesis(), "Telts", live=False)
    resource.save_revision()
    return resource


def address_of(resource):
    return reverse(resource.snippet_viewset.get_url_name("edit"), args=[resource.pk])


def open_as(name, resource):
    """A client with the form open; its data as a browser would post them."""
    client = Client()
    client.force_login(moderating.editor_of("pierigas", name))
    return client, form_of(client.get(address_of(resource)))


def form_of(response) -> dict:
    return querydict_from_html(response.content.decode(), form_index=form_index(response)).dict()


def form_index(response) -> int:
    forms = BeautifulSoup(response.content, "html.parser").select("form")
    return next(i for i, form in enumerate(forms) if form.select_one("[name=conditions]"))


def newest(resource) -> str:
    return Resource.objects.get(pk=resource.pk).get_latest_revision_as_object().name


def test_the_second_sees_the_newer_version_and_then_decides(resource):
    (anna, annas), (ben, bens) = open_as("anna", resource), open_as("ben", resource)
    anna.post(address_of(resource), {**annas, "name": "Lielā telts"})
    told = ben.post(address_of(resource), {**bens, "name": "Bena telts"})
    text = told.content.decode()

    assert newest(resource) == "Lielā telts"
    assert "anna saglabāja jaunāku versiju" in text
    assert '<span class="addition">Lielā telts</span>' in text
    assert "Bena telts" in text
    ben.post(address_of(resource), {**form_of(told), "name": "Bena telts"})
    names = [revision.content["name"] for revision in resource.revisions.order_by("pk")]

    assert names == ["Telts", "Lielā telts", "Bena telts"]


def test_who_saves_alone_is_asked_nothing(resource):
    anna, annas = open_as("anna", resource)
    anna.post(address_of(resource), {**annas, "name": "Lielā telts"})

    assert newest(resource) == "Lielā telts"

"""The gallery shows every component in all its states, to developers only, without a database."""

import re
import runpy
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.urls import get_resolver
from django.utils.translation import override

from gallery.specimens import SPECIMENS, states_of

pytestmark = pytest.mark.once

TEMPLATES = settings.ROOT / "templates"
with_gallery = pytest.mark.urls("tests.gallery_addresses")


# For machines only: there is nothing to look at.
UNSEEN = {"components/head.html"}


def stylesheets(html: str) -> list[str]:
    return re.findall(r'<link rel="stylesheet" href="(.*?)"', html)


def test_every_component_and_block_has_its_states_here():
    there = {
        str(file.relative_to(TEMPLATES))
        for folder in ("components", "blocks")
        for file in (TEMPLATES / folder).glob("*.html")
    }

    assert set(SPECIMENS) == there - UNSEEN


@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize("template", sorted(SPECIMENS))
def test_states_are_drawn_without_a_database(template, language):
    with override(language):
        states = states_of(template, language)

    drawn = [name for name, html in states.items() if html.strip()]
    assert drawn, f"{template}: no state shows anything"
    ids = re.findall(r'\bid="(.*?)"', "".join(states.values()))
    assert len(ids) == len(set(ids))


@with_gallery
@pytest.mark.parametrize(
    ("address", "language"),
    [("/galerija/", "lv"), ("/en/gallery/", "en"), ("/galerija/components/card/", "lv")],
)
def test_gallery_answers_in_both_languages(client, address, language):
    response = client.get(address)

    assert response.status_code == 200
    assert f'<html lang="{language}">' in response.content.decode()


@with_gallery
def test_unknown_component_is_not_there(client, db):
    assert client.get("/galerija/components/carousel/").status_code == 404


@with_gallery
@pytest.mark.django_db
def test_gallery_looks_as_the_site_does(client):
    page = client.get("/galerija/").content.decode()
    missing = client.get("/tadas-lapas-nav/").content.decode()

    assert stylesheets(page) == stylesheets(missing) != []


@pytest.mark.django_db
def test_readers_have_no_gallery(client):
    assert client.get("/galerija/").status_code == 404
    assert client.get("/en/gallery/").status_code == 404


@pytest.mark.parametrize("is_development", [True, False])
def test_addresses_have_the_gallery_in_development_only(settings, is_development):
    settings.DEBUG = is_development
    addresses = runpy.run_path(str(settings.ROOT / "hub/urls.py"))["urlpatterns"]
    resolver = get_resolver(Addresses(addresses))

    assert resolver.resolve("/galerija/").func.__module__.startswith("gallery") == is_development


class Addresses(SimpleNamespace):
    """A module of addresses that is not imported."""

    def __init__(self, urlpatterns: list):
        super().__init__(urlpatterns=urlpatterns)

    __hash__ = object.__hash__

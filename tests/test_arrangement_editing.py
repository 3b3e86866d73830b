"""Only the coordinator arranges menu and footer, and sees them on a real page before readers do."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from home.models import Surroundings
from tests import factories
from tests.houses import person, refused, two_houses

pytestmark = [pytest.mark.once, pytest.mark.django_db]

NAMES = ("edit", "delete", "history", "usage", "preview_on_edit")
WORDS = "Ciemi dalās ar paveikto."


@pytest.fixture
def world():
    houses = two_houses()
    home = houses["news-index"].get_parent().specific
    factories.translated(home, title="KOPA", slug="en-home")
    return houses


@pytest.fixture
def surroundings(world):
    made = Surroundings(language="lv", about="Pirms tam.", live=False)
    made.save()
    made.save_revision().publish()
    return Surroundings.objects.get()


def address(name: str, *args) -> str:
    return reverse(f"wagtailsnippets_home_surroundings:{name}", args=args)


def form(**fields) -> dict:
    empty = streamfield([])
    return nested_form_data(
        {
            **{name: "" for name in ("email", "phone", "address", "funders", "about")},
            **{name: empty for name in ("menu", "columns", "profiles", "emblems")},
            "language": "lv",
            **fields,
        }
    )


@pytest.mark.parametrize("group", ["authors", "editors"])
def test_partnerships_cannot_arrange_anything(client, surroundings, group):
    person(client, "pierigas", group)
    form_data = form(about="Sveiki!", **{"action-publish": "1"})

    for name in NAMES:
        assert refused(client.get(address(name, surroundings.pk))), name
    for name in ("list", "add"):
        assert refused(client.get(address(name))), name
    assert refused(client.post(address("edit", surroundings.pk), form_data))
    assert refused(client.post(address("preview_on_edit", surroundings.pk), form_data))
    assert refused(client.post(address("add"), {**form_data, "language": "en"}))
    assert refused(client.post(address("delete", surroundings.pk)))

    assert [row.about for row in Surroundings.objects.all()] == ["Pirms tam."]


def test_refusal_tells_nothing_of_what_is_there(client, surroundings):
    person(client, "pierigas", "editors")
    client.get(address("edit", surroundings.pk))

    page = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "Pirms tam." not in page
    assert address("list") not in page


def test_coordinator_writes_a_draft_and_publishes_it(client, world, surroundings):
    person(client, "hub", "editors")
    page = {"page": str(world["toolkit-index"].pk), "label": "Rīki"}
    menu = streamfield([("page", page)])

    client.post(address("edit", surroundings.pk), form(about=WORDS, menu=menu))
    assert WORDS not in client.get("/").content.decode()

    client.post(
        address("edit", surroundings.pk),
        form(about=WORDS, menu=menu, **{"action-publish": "1"}),
    )
    text = client.get("/").content.decode()
    assert WORDS in text
    assert '<a href="/riki/">Rīki</a>' in text


def test_there_is_one_a_language(client, surroundings):
    person(client, "hub", "editors")

    client.post(address("add"), form(**{"action-publish": "1"}))
    client.post(address("add"), form(language="en", **{"action-publish": "1"}))

    assert sorted(Surroundings.objects.values_list("language", flat=True)) == ["en", "lv"]


@pytest.mark.parametrize(("language", "said"), [("lv", "Galvenā izvēlne"), ("en", "Main menu")])
def test_preview_shows_the_home_page_of_the_language(client, world, language, said):
    person(client, "hub", "editors")
    row = Surroundings.objects.create(language=language, live=False)
    page = {"page": str(world["toolkit-index"].pk), "label": "Rīku lade"}
    menu = streamfield([("page", page)])
    preview = address("preview_on_edit", row.pk)

    answer = client.post(preview, form(language=language, about=WORDS, menu=menu))
    assert answer.json() == {"is_valid": True, "is_available": True}
    text = client.get(preview).content.decode()

    assert f'<html lang="{language}">' in text
    assert WORDS in text
    assert said in text
    assert "<h1>Ciemi dalās.</h1>" in text
    assert ("Rīku lade" in text) == (language == "lv")
    assert WORDS not in client.get("/").content.decode()


def test_a_menu_item_without_a_page_is_refused_in_the_form(client, surroundings):
    person(client, "hub", "editors")
    menu = streamfield([("page", {"page": "", "label": "Rīku lade"})])

    response = client.post(
        address("edit", surroundings.pk), form(menu=menu, **{"action-publish": "1"})
    )

    assert response.status_code == 200
    assert "Rīku lade" not in client.get("/").content.decode()


def test_deleted_page_does_not_break_the_form(client, world, surroundings):
    surroundings.menu = [("page", {"page": world["babite"], "label": "Ciems"})]
    surroundings.save_revision().publish()
    world["babite"].delete()
    person(client, "hub", "editors")

    response = client.get(address("edit", surroundings.pk))

    assert response.status_code == 200
    assert "Ciems" in response.content.decode()


def test_superuser_may_as_well(client, surroundings):
    client.force_login(get_user_model().objects.create_superuser("admin", password="parole"))
    assert client.get(address("edit", surroundings.pk)).status_code == 200

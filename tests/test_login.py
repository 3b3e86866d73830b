"""The way into the admin: in the reader's language, with plain words where something is wrong."""

import re

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.core import mail
from django.urls import reverse
from wagtail.users.models import UserProfile

pytestmark = [pytest.mark.once, pytest.mark.django_db]
PASSWORD = "vārme-ezers-talka"
WITH_MAIL = {
    "EMAIL_BACKEND": "django.core.mail.backends.locmem.EmailBackend",
    "WAGTAIL_PASSWORD_RESET_ENABLED": True,
}


@pytest.fixture
def anna():
    return get_user_model().objects.create_superuser("anna", "anna@example.org", PASSWORD)


def login_page(client, **credentials) -> BeautifulSoup:
    address = reverse("wagtailadmin_login")
    response = client.post(address, credentials) if credentials else client.get(address)
    return BeautifulSoup(response.content, "html.parser")


def labels(page: BeautifulSoup) -> list[str]:
    return [" ".join(label.get_text().split()) for label in page.select("label")]


def choose(client, language: str, **data):
    return client.post(reverse("set_language"), {"language": language, **data})


def test_login_speaks_latvian_until_another_language_is_chosen(client):
    page = login_page(client)

    assert page.html["lang"] == "lv"
    assert labels(page) == ["Lietotājvārds*", "Parole*", "Atcerēties mani"]


def test_english_is_one_press_away_and_remembered(client):
    button = login_page(client).select_one("button[name=language]")
    answer = choose(client, button["value"], next=reverse("wagtailadmin_login"))
    page = login_page(client)

    assert (button.get_text(), answer.url) == ("English", "/admin/login/")
    assert page.html["lang"] == "en"
    assert labels(page) == ["User name*", "Password*", "Remember me"]
    assert page.title.get_text() == "Sign in - KOPA"


def test_chosen_language_never_reaches_the_public_site(client):
    cookie = choose(client, "en").cookies["django_language"]

    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/admin/", True, "Lax")


def test_choosing_a_language_leads_nowhere_else(client):
    assert choose(client, "en", next="https://evil.example/").url == "/en/"


def test_a_language_the_hub_does_not_speak_changes_nothing(client):
    client.cookies["django_language"] = "xx"

    assert login_page(client).html["lang"] == "lv"


def test_the_language_of_an_account_goes_before_the_chosen_one(client, anna):
    UserProfile.objects.create(user=anna, preferred_language="lv")
    choose(client, "en")
    client.force_login(anna)
    response = client.get(reverse("wagtailadmin_home"))

    assert BeautifulSoup(response.content, "html.parser").html["lang"] == "lv"


def test_an_account_without_a_language_has_the_chosen_one(client, anna):
    choose(client, "en")
    client.force_login(anna)
    response = client.get(reverse("wagtailadmin_home"))

    assert BeautifulSoup(response.content, "html.parser").html["lang"] == "en"


def test_wrong_password_is_told_plainly_and_the_user_name_is_kept(client, anna):
    page = login_page(client, username="anna", password="nezinu")

    assert page.select_one(".messages .error").get_text() == (
        "Lietotājvārds un parole nesader. "
        "Pārbaudiet lielos un mazos burtus un ierakstiet paroli vēlreiz."
    )
    assert page.select_one("#id_username")["value"] == "anna"
    assert "value" not in page.select_one("#id_password").attrs


def test_password_managers_know_the_fields(client):
    fields = login_page(client).select("#id_username, #id_password")

    assert [field["autocomplete"] for field in fields] == ["username", "current-password"]
    assert not any("placeholder" in field.attrs for field in fields)


def test_page_says_whom_to_ask(client):
    assert "jautājiet savas partnerības birojā" in login_page(client).get_text()


def test_without_mail_nobody_is_promised_a_letter(client, settings):
    settings.WAGTAIL_PASSWORD_RESET_ENABLED = False

    assert not login_page(client).select(".reset-password")
    assert client.get(reverse("wagtailadmin_password_reset")).status_code == 404


def test_with_mail_a_forgotten_password_can_be_replaced(client, anna, settings):
    for name, value in WITH_MAIL.items():
        setattr(settings, name, value)
    address = login_page(client).select_one(".reset-password")["href"]
    client.post(address, {"email": "anna@example.org"})
    link = re.search(r"/admin/password_reset/confirm/\S+", mail.outbox[0].body)[0]
    form = client.get(link, follow=True)
    new = {"new_password1": "cita-parole-1234", "new_password2": "cita-parole-1234"}
    client.post(form.redirect_chain[-1][0], new)

    assert client.login(username="anna", password="cita-parole-1234")


@pytest.mark.parametrize(
    "name",
    [
        "wagtailadmin_login",
        "wagtailadmin_password_reset",
        "wagtailadmin_password_reset_done",
        "wagtailadmin_password_reset_complete",
    ],
)
def test_every_page_before_login_bears_the_hubs_name_and_a_way_out(client, settings, name):
    settings.WAGTAIL_PASSWORD_RESET_ENABLED = True
    page = BeautifulSoup(client.get(reverse(name)).content, "html.parser")

    assert page.select_one(".outside-head").get_text().split() == [
        "KOPA", "Lauku", "kopienu", "zināšanu", "krātuve", "–", "tiem,", "kas", "to", "veido",
    ]  # fmt: skip
    assert page.select_one(".outside-foot a")["href"] == "/"
    assert page.title.get_text().strip().endswith("- KOPA")
    assert "wagtail" not in page.main.get_text().lower()

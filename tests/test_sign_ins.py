"""Where one is logged in: seen in plain words, ended there or everywhere."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from hub.accounts.sign_ins import SignIn, forget_old, words_for

PASSWORD = "vārme-ezers-talka"
PHONE = (
    "Mozilla/5.0 (Linux; Android 14; SM-A515F) AppleWebKit/537.36 (KHTML, like Gecko) "
    "SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36"
)
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"
)
EDGE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0"
)


@pytest.fixture
def anna(db):
    return get_user_model().objects.create_superuser("anna", "anna@example.org", PASSWORD)


def logged_in(agent: str = FIREFOX, remember: bool = False) -> Client:
    client = Client(HTTP_USER_AGENT=agent)
    data = {"username": "anna", "password": PASSWORD, **({"remember": "on"} if remember else {})}
    client.post(reverse("wagtailadmin_login"), data)
    return client


def is_in(client) -> bool:
    return client.get(reverse("wagtailadmin_home")).status_code == 200


def listed(client) -> list[str]:
    page = BeautifulSoup(client.get(reverse("sign_ins")).content, "html.parser")
    return [item.p.get_text(" ", strip=True) for item in page.select(".sign-ins li")]


@pytest.mark.once
@pytest.mark.parametrize(
    ("agent", "browser", "system"),
    [
        (PHONE, "Samsung Internet", "Android"),
        (FIREFOX, "Firefox", "Linux"),
        (IPHONE, "Safari", "iPhone"),
        (EDGE, "Edge", "Windows"),
        ("curl/8.0", "", ""),
        ("", "", ""),
        ("x" * 100_000 + "Firefox", "", ""),
    ],
)
def test_a_device_is_named_in_plain_words(agent, browser, system):
    assert words_for(agent) == {"browser": browser, "system": system}


def test_each_device_is_listed_and_the_own_one_marked(anna):
    logged_in(PHONE)
    here = logged_in(FIREFOX)

    assert sorted(listed(here)) == [
        "Firefox ierīcē Linux · šī ierīce",
        "Samsung Internet ierīcē Android",
    ]


def test_one_device_can_be_logged_out(anna):
    phone, here = logged_in(PHONE), logged_in()
    there = SignIn.objects.get(system="Android")
    here.post(reverse("sign_ins"), {"end": there.pk})

    assert not is_in(phone)
    assert is_in(here)


def test_all_others_can_be_logged_out_at_once(anna):
    others = [logged_in(PHONE), logged_in(IPHONE)]
    here = logged_in()
    here.post(reverse("sign_ins"), {"others": ""})

    assert not any(is_in(client) for client in others)
    assert is_in(here)


def test_a_session_ended_elsewhere_opens_no_private_page_either(anna):
    phone, here = logged_in(PHONE), logged_in()
    here.post(reverse("sign_ins"), {"others": ""})

    assert "_auth_user_id" not in phone.session


@pytest.mark.parametrize("number", ["0", "abc", "", "9" * 30])
def test_nobody_ends_what_is_not_theirs(anna, client, number):
    here = logged_in()

    assert here.post(reverse("sign_ins"), {"end": number}).status_code == 404


def test_nobody_sees_or_ends_another_persons(anna, client):
    berta = get_user_model().objects.create_superuser("berta", password=PASSWORD)
    annas = logged_in()
    client.force_login(berta)
    answer = client.post(reverse("sign_ins"), {"end": SignIn.objects.get(user=anna).pk})

    assert answer.status_code == 404
    assert is_in(annas)
    assert len(listed(client)) == 1


def fields_of(page: BeautifulSoup) -> dict[str, str]:
    """What the account page would send as it stands."""
    chosen = {
        select["name"]: (select.select_one("option[selected]") or select.option)["value"]
        for select in page.main.select("select[name]")
    }
    typed = {field["name"]: field.get("value", "") for field in page.main.select("input[name]")}
    return {**typed, **chosen}


def test_a_new_password_ends_all_others_and_not_this_one(anna):
    phone, here = logged_in(PHONE), logged_in()
    address = reverse("wagtailadmin_account")
    data = fields_of(BeautifulSoup(here.get(address).content, "html.parser"))
    new = "cita parole ar ezeriem"
    data |= {"name_email-first_name": "Anna", "name_email-last_name": "Ozola"}
    data |= {"password-old_password": PASSWORD}
    data |= {"password-new_password1": new, "password-new_password2": new}
    here.post(address, data)

    assert not is_in(phone)
    assert listed(here) == ["Firefox ierīcē Linux · šī ierīce"]


def test_whoever_was_away_for_four_hours_logs_in_again(anna):
    here = logged_in()
    SignIn.objects.update(seen_at=timezone.now() - timedelta(hours=4, minutes=1))
    answer = here.get(reverse("wagtailadmin_account"))

    assert answer.url == "/admin/login/?next=/admin/account/"


def test_whoever_asked_to_be_remembered_stays_for_days(anna):
    here = logged_in(remember=True)
    SignIn.objects.update(seen_at=timezone.now() - timedelta(days=3))

    assert is_in(here)


def test_an_open_editor_alone_does_not_keep_a_session(anna):
    here = logged_in()
    seen = timezone.now() - timedelta(hours=1)
    SignIn.objects.update(seen_at=seen)
    here.get("/admin/editing-sessions/")

    assert SignIn.objects.get().seen_at == seen
    is_in(here)
    assert SignIn.objects.get().seen_at > seen


def test_logging_out_leaves_no_row(anna):
    here = logged_in()
    here.post(reverse("wagtailadmin_logout"))

    assert not SignIn.objects.exists()


def test_the_number_of_the_session_changes_at_log_in(anna):
    client = Client()
    client.get(reverse("wagtailadmin_login"))
    session = client.session
    session["before"] = 1
    session.save()
    client.cookies["sessionid"] = session.session_key
    client.post(reverse("wagtailadmin_login"), {"username": "anna", "password": PASSWORD})

    assert client.session.session_key != session.session_key


def test_what_no_cookie_can_open_is_forgotten(anna):
    logged_in()
    SignIn.objects.update(seen_at=timezone.now() - timedelta(days=15))
    forget_old()

    assert not SignIn.objects.exists()


def test_the_session_cookie_is_out_of_reach_of_scripts(anna):
    cookie = logged_in().cookies["sessionid"]

    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")

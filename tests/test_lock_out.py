"""After some wrong passwords one waits; a colleague elsewhere, or on a known device, does not."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from hub.accounts.tries import Limit, Tries, count_try, forget, take_back

pytestmark = pytest.mark.django_db
PASSWORD = "vārme-ezers-talka"
TOO_MANY = "Pārāk daudz mēģinājumu."


@pytest.fixture
def anna():
    return get_user_model().objects.create_superuser("anna", "anna@example.org", PASSWORD)


def log_in(client, password=PASSWORD, user_name="anna", address="192.0.2.7", **headers):
    data = {"username": user_name, "password": password}
    return client.post(reverse("wagtailadmin_login"), data, REMOTE_ADDR=address, **headers)


def is_in(response) -> bool:
    return response.status_code == 302


def be_wrong(times: int, **where):
    for _time in range(times):
        response = log_in(Client(), "nezinu", **where)
    return response


def test_the_right_password_opens_after_four_wrong_ones(client, anna):
    be_wrong(4)

    assert is_in(log_in(client))


def test_after_five_wrong_ones_even_the_right_one_waits_and_the_page_says_until_when(client, anna):
    be_wrong(5)
    response = log_in(client)
    ends_at = timezone.localtime(Tries.objects.order_by("ends_at").last().ends_at)

    assert not is_in(response)
    said = response.content.decode()
    assert TOO_MANY in said
    assert f"plkst. {ends_at:%H:%M}" in said


def test_waiting_ends_by_itself_and_knocking_does_not_prolong_it(client, anna):
    be_wrong(9)
    longest = timezone.now() + timedelta(minutes=15)

    assert Tries.objects.order_by("ends_at").last().ends_at <= longest
    Tries.objects.update(ends_at=timezone.now())
    assert is_in(log_in(client))


def test_a_stranger_does_not_lock_out_a_colleague_elsewhere(client, anna):
    be_wrong(20, address="198.51.100.4")

    assert is_in(log_in(client, address="192.0.2.7"))


def test_another_address_of_the_same_network_is_no_way_round(anna):
    be_wrong(5, address="192.0.2.7")

    assert not is_in(log_in(Client(), address="192.0.2.200"))
    be_wrong(5, address="2001:db8:1::1")
    assert not is_in(log_in(Client(), address="2001:db8:1:ffff::9"))


def test_a_known_device_is_spared_what_strangers_did_in_the_same_network(client, anna):
    log_in(client)
    client.post(reverse("wagtailadmin_logout"))
    be_wrong(70)

    assert is_in(log_in(client))


def test_a_known_device_has_its_own_five_tries(client, anna):
    log_in(client)
    client.post(reverse("wagtailadmin_logout"))
    for _time in range(5):
        log_in(client, "nezinu")

    assert not is_in(log_in(client))


def test_a_device_known_to_one_person_helps_with_no_other(client, anna):
    get_user_model().objects.create_superuser("berta", password=PASSWORD)
    log_in(client)
    client.post(reverse("wagtailadmin_logout"))
    be_wrong(5, user_name="berta")

    assert not is_in(log_in(client, user_name="berta"))


def test_a_forged_cookie_makes_no_known_device(client, anna):
    client.cookies["known_device"] = "eyJhbm5hIjoiMSJ9:1:x"
    be_wrong(5)

    assert not is_in(log_in(client))


def test_the_cookie_names_nobody_and_is_out_of_reach_of_scripts(client, anna):
    cookie = log_in(client).cookies["known_device"]

    assert "anna" not in cookie.value
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/admin/", True, "Lax")


def test_a_name_that_nobody_has_is_treated_the_same(anna):
    be_wrong(5, user_name="nav-tāda")

    assert TOO_MANY in log_in(Client(), "nezinu", "nav-tāda").content.decode()


def test_trying_many_names_from_one_network_ends_too(anna):
    for number in range(60):
        be_wrong(1, user_name=f"vārds-{number}")

    assert not is_in(log_in(Client()))
    assert is_in(log_in(Client(), address="203.0.113.1"))


def test_a_success_begins_anew(client, anna):
    be_wrong(4)
    log_in(Client())
    be_wrong(4)

    assert is_in(log_in(client))


def test_what_a_stranger_says_about_proxies_counts_only_behind_one(anna, settings):
    for number in range(5):
        log_in(Client(), "nezinu", HTTP_X_FORWARDED_FOR=f"10.0.{number}.1")
    assert not is_in(log_in(Client(), HTTP_X_FORWARDED_FOR="10.9.9.9"))

    settings.PROXY_COUNT = 1
    for number in range(5):
        said = f"10.1.{number}.1, 203.0.113.5"
        log_in(Client(), "nezinu", HTTP_X_FORWARDED_FOR=said)
    assert not is_in(log_in(Client(), HTTP_X_FORWARDED_FOR="203.0.113.5"))
    assert is_in(log_in(Client(), HTTP_X_FORWARDED_FOR="198.51.100.1"))


@pytest.mark.parametrize("address", ["", "unix:", "' OR 1=1 --", "::ffff:192.0.2.7"])
def test_odd_addresses_are_counted_too(client, anna, address):
    be_wrong(5, address=address)

    assert not is_in(log_in(client, address=address))


def test_counts_that_are_over_make_room(anna):
    be_wrong(3, user_name="viens")
    Tries.objects.update(ends_at=timezone.now() - timedelta(seconds=1))
    be_wrong(1, user_name="divi")

    assert Tries.objects.count() == 2


def test_no_name_and_no_address_is_kept(anna):
    be_wrong(1)
    kept = str(list(Tries.objects.values()))

    assert "anna" not in kept
    assert "192.0.2" not in kept


def test_a_count_is_taken_back_or_forgotten():
    key = Limit("parole", 2, 15).key("anna")

    assert [count_try([key]), count_try([key])] == [None, None]
    assert count_try([key]) is not None
    take_back([key])
    assert count_try([key]) is None
    forget([key])
    assert [count_try([key]), count_try([key])] == [None, None]


def test_letters_about_a_forgotten_password_are_few_and_tell_nothing(client, anna, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.WAGTAIL_PASSWORD_RESET_ENABLED = True
    address = reverse("wagtailadmin_password_reset")
    known = [client.post(address, {"email": "anna@example.org"}) for _time in range(5)]
    unknown = client.post(address, {"email": "nav@example.org"})

    assert len(mail.outbox) == 3
    assert {answer.status_code for answer in [*known, unknown]} == {302}
    assert {answer.url for answer in [*known, unknown]} == {"/admin/password_reset/done/"}
    for _time in range(5):
        last = client.post(address, {"email": "cits@example.org"})
    assert TOO_MANY in last.content.decode()

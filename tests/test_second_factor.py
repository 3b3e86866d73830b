"""The second factor: who has one comes in with the password and a code, and with nothing less."""

import time
from base64 import b32decode

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client
from django.urls import reverse
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.models import ModelLogEntry

from hub.accounts.second_factor import RecoveryCode, SecondFactorRule
from tests.houses import person

pytestmark = [pytest.mark.once, pytest.mark.django_db]
PASSWORD = "vārme-ezers-talka"


@pytest.fixture
def anna():
    return get_user_model().objects.create_superuser("anna", "anna@example.org", PASSWORD)


def give_password(client, **headers):
    data = {"username": "anna", "password": PASSWORD}
    return client.post(reverse("wagtailadmin_login"), data, **headers)


def give_code(client, code, **headers):
    return client.post(reverse("sign_in_code"), {"code": code}, **headers)


def code_of(key: bytes, later: int = 0) -> str:
    """What the app shows so many half-minutes from now."""
    return f"{totp(key, t0=-30 * later):06}"


def is_in(client) -> bool:
    return client.get(reverse("wagtailadmin_home")).status_code == 200


def page_of(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def set_up(client) -> tuple[bytes, list[str]]:
    """Scan the square, type the first code; the secret and the recovery codes."""
    page = page_of(client.get(reverse("second_factor")))
    key = b32decode(page.select_one(".second-factor__secret").get_text().replace(" ", ""))
    answer = client.post(reverse("second_factor"), {"code": code_of(key)})
    codes = [code.get_text() for code in page_of(answer).select(".recovery-codes code")]
    # The first code was used; the next half-minute shows another one.
    TOTPDevice.objects.filter(confirmed=True).update(last_t=int(time.time()) // 30 - 2)
    return key, codes


@pytest.fixture
def phone(client, anna):
    """Anna's phone, set up while she was logged in; now she is not."""
    client.force_login(anna)
    key, codes = set_up(client)
    client.post(reverse("wagtailadmin_logout"))
    return key, codes


def test_it_is_set_up_with_a_square_or_letters_and_ends_in_ten_recovery_codes(client, anna):
    client.force_login(anna)
    page = page_of(client.get(reverse("second_factor")))
    _key, codes = set_up(client)

    assert page.select_one(".second-factor svg path")
    assert not page.select("img[src*=otpauth], .second-factor [src]")
    assert len(set(codes)) == 10
    assert client.get(reverse("second_factor")).context["is_on"]
    assert is_in(client)


def test_recovery_codes_are_shown_once_and_kept_as_fingerprints(client, anna):
    client.force_login(anna)
    _key, codes = set_up(client)
    page = client.get(reverse("second_factor")).content.decode()
    kept = str(list(RecoveryCode.objects.values()))

    assert not any(code in page or code.replace("-", "") in kept for code in codes)


def test_a_wrong_first_code_turns_nothing_on_and_keeps_the_secret(client, anna):
    client.force_login(anna)
    address = reverse("second_factor")
    before = page_of(client.get(address)).select_one(".second-factor__secret").get_text()
    answer = page_of(client.post(address, {"code": "12345"}))

    assert not client.get(address).context["is_on"]
    assert answer.select_one(".second-factor__secret").get_text() == before
    assert "Šis kods nav īstais." in answer.get_text()


def test_the_password_alone_opens_nothing(client, phone):
    answer = give_password(client)

    assert answer.url == reverse("sign_in_code")
    assert not is_in(client)
    assert client.get("/admin/api/main/pages/").status_code == 302


def test_password_and_code_open(client, phone):
    give_password(client)
    answer = give_code(client, code_of(phone[0]))

    assert answer.url == reverse("wagtailadmin_home")
    assert is_in(client)


def test_the_way_on_is_kept_and_leads_to_no_other_site(client, phone):
    for wanted, reached in {
        "/admin/account/": "/admin/account/",
        "https://evil.example/": "/admin/",
    }.items():
        data = {"username": "anna", "password": PASSWORD, "next": wanted}
        client.post(reverse("wagtailadmin_login"), data)
        TOTPDevice.objects.update(last_t=0)
        assert give_code(client, code_of(phone[0])).url == reached
        client.post(reverse("wagtailadmin_logout"))


def test_no_code_opens_twice(phone):
    code = code_of(phone[0])
    first, second = Client(), Client()
    for client in (first, second):
        give_password(client)
        give_code(client, code)

    assert is_in(first)
    assert not is_in(second)


def test_a_recovery_code_opens_once_and_says_how_many_are_left(phone):
    code = phone[1][0].upper().replace("-", " ")
    first, second = Client(), Client()
    for client in (first, second):
        give_password(client)
        give_code(client, code)

    said = first.get(reverse("wagtailadmin_home")).content.decode()
    assert "Jūs ienācāt ar atkopšanas kodu. Atlikuši 9." in said
    assert not is_in(second)


@pytest.mark.parametrize("code", ["", "000000", "１２３４５６", "-1", "abc", "9" * 5000, "\x00"])
def test_what_is_no_code_opens_nothing(client, phone, code):
    give_password(client)

    assert give_code(client, code).status_code == 200
    assert not is_in(client)


def test_after_five_wrong_codes_even_the_right_one_waits(client, phone):
    give_password(client, REMOTE_ADDR="198.51.100.4")
    client.cookies.pop("known_device", None)
    for _time in range(5):
        give_code(client, "000000", REMOTE_ADDR="198.51.100.4")
    answer = give_code(client, code_of(phone[0]), REMOTE_ADDR="198.51.100.4")

    assert "Pārāk daudz mēģinājumu." in answer.content.decode()
    assert not is_in(client)


def test_whoever_knows_the_password_cannot_keep_the_person_out(client, phone):
    give_password(client)
    give_code(client, code_of(phone[0]))
    client.post(reverse("wagtailadmin_logout"))
    for network in range(6):
        thief = Client(REMOTE_ADDR=f"198.51.{network}.1")
        give_password(thief)
        for _time in range(5):
            give_code(thief, "000000")
    TOTPDevice.objects.update(last_t=0)
    give_password(client)
    give_code(client, code_of(phone[0]))

    assert is_in(client)


def test_the_password_is_forgotten_after_ten_minutes(client, phone):
    give_password(client)
    session = client.session
    session["password_known"] = {**session["password_known"], "until": time.time() - 1}
    session.save()

    assert give_code(client, code_of(phone[0])).url == reverse("wagtailadmin_login")


def test_a_new_password_ends_the_wait_for_the_code(client, anna, phone):
    give_password(client)
    anna.set_password("cita parole ar ezeriem")
    anna.save()

    assert give_code(client, code_of(phone[0])).url == reverse("wagtailadmin_login")


def test_without_the_password_nobody_is_asked_for_a_code(client):
    assert client.get(reverse("sign_in_code")).url == reverse("wagtailadmin_login")


def test_wagtails_other_log_in_leads_to_the_hubs(client, phone):
    assert client.get("/_util/login/?next=/x/").url == "/admin/login/?next=/x/"


def test_setting_it_up_ends_the_sessions_elsewhere_and_tells_by_letter(client, anna, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    elsewhere = Client()
    elsewhere.force_login(anna)
    client.force_login(anna)
    set_up(client)

    assert not is_in(elsewhere)
    assert [letter.to for letter in mail.outbox] == [["anna@example.org"]]


def test_it_is_removed_with_the_password_only(client, anna):
    client.force_login(anna)
    set_up(client)
    address = reverse("second_factor")

    client.post(address, {"remove": "", "password": "nezinu"})
    assert client.get(address).context["is_on"]
    client.post(address, {"remove": "", "password": PASSWORD})
    assert not client.get(address).context["is_on"]
    assert not RecoveryCode.objects.exists()


def test_new_recovery_codes_make_the_old_ones_worthless(client, anna):
    client.force_login(anna)
    _key, old = set_up(client)
    client.post(reverse("second_factor"), {"codes": "", "password": PASSWORD})
    client.post(reverse("wagtailadmin_logout"))
    give_password(client)
    give_code(client, old[0])

    assert RecoveryCode.objects.count() == 10
    assert not is_in(client)


def test_the_log_tells_what_happened_and_no_secret(client, phone):
    give_password(client)
    give_code(client, "000000")
    give_code(client, phone[1][0])
    entries = ModelLogEntry.objects.filter(action__startswith="hub.account.")

    assert {entry.action for entry in entries} == {
        "hub.account.factor_on",
        "hub.account.failed_code",
        "hub.account.recovery_code",
        "hub.account.signed_in",
    }
    assert phone[1][0] not in str([entry.data for entry in entries])


# Where it is obligatory


@pytest.fixture
def obliged(client, pieriga):
    """An editor whose group must have it, and who has not."""
    editor = person(client, "pierigas", "editors")
    SecondFactorRule.load().groups.add(editor.groups.get())
    return editor


@pytest.mark.parametrize(
    "address", ["/admin/", "/admin/pages/", "/admin/images/", "/admin/account/", "/admin/reports/"]
)
def test_whoever_must_have_it_gets_nowhere_without(client, obliged, address):
    answer = client.get(address)

    assert (answer.status_code, answer.url) == (302, reverse("second_factor"))


def test_the_admins_api_answers_nothing_without(client, obliged):
    answer = client.get("/admin/api/main/pages/")

    assert (answer.status_code, list(answer.json())) == (403, ["detail"])


def test_forms_are_not_taken_without(client, obliged, pieriga):
    answer = client.post(reverse("wagtailadmin_pages:unpublish", args=[pieriga.pk]))
    pieriga.refresh_from_db()

    assert answer.url == reverse("second_factor")
    assert pieriga.live


def test_setting_up_language_and_log_out_stay_open(client, obliged):
    assert client.get(reverse("second_factor")).status_code == 200
    assert client.post(reverse("set_language"), {"language": "en"}).url == "/en/"
    assert client.post(reverse("wagtailadmin_logout")).url == reverse("wagtailadmin_login")


def test_once_set_up_everything_opens_and_it_cannot_be_removed(client, obliged):
    obliged.set_password(PASSWORD)
    obliged.save()
    client.force_login(obliged)
    set_up(client)
    assert is_in(client)

    client.post(reverse("second_factor"), {"remove": "", "password": PASSWORD})
    assert TOTPDevice.objects.filter(user=obliged, confirmed=True).exists()


def test_it_is_nobodys_duty_until_the_rule_says_so(client, pieriga):
    person(client, "pierigas", "editors")

    assert is_in(client)


def test_administrators_must_have_it_when_the_rule_says_so(client, anna):
    client.force_login(anna)
    rule = SecondFactorRule.load()
    rule.administrators = True
    rule.save()

    assert client.get("/admin/").url == reverse("second_factor")


def test_only_administrators_change_the_rule(client, pieriga, anna):
    address = reverse("wagtailsettings:edit", args=["hub", "secondfactorrule"])
    person(client, "hub", "editors")
    assert client.get(address).status_code == 302
    client.force_login(anna)
    assert client.get(address, follow=True).status_code == 200

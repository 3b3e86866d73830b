"""The log of accounts: read by who keeps the hub, filtered, taken along, without secrets."""

import csv
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.models import ModelLogEntry

from hub.accounts.invitations import Invitation
from hub.ownership import Owner
from hub.spreadsheets import harmless
from tests.houses import person

pytestmark = pytest.mark.django_db
PASSWORD = "vārme-ezers-talka"
USERS = get_user_model().objects


def log_in(name: str, password: str):
    client = Client()
    client.post(reverse("wagtailadmin_login"), {"username": name, "password": password})
    return client


@pytest.fixture
def anna(pieriga):
    anna = USERS.create_user("anna", "anna@example.org", PASSWORD)
    anna.groups.add(Owner.objects.get(key="pierigas").authors)
    return anna


def said(client, **filters) -> str:
    return client.get(reverse("accounts_log"), filters).content.decode()


def test_log_ins_and_failed_ones_are_there_for_the_coordinator(client, anna):
    log_in("anna", "nezinu")
    log_in("anna", PASSWORD)
    person(client, "hub", "editors")
    page = said(client)

    assert "Nepareiza parole, no 127.0.0.0/24" in page
    assert "Pieteicās" in page


def test_a_name_that_is_nobodys_is_not_written_down(client, anna):
    log_in(PASSWORD, "anna")

    assert not ModelLogEntry.objects.exists()


def test_filtered_by_action(client, anna):
    log_in("anna", "nezinu")
    log_in("anna", PASSWORD)
    person(client, "hub", "editors")
    rows = said(client, action="hub.account.failed_password").partition("<tbody>")[2]

    assert rows.count("<tr>") == 1
    assert "Nepareiza parole" in rows


def test_taken_along_as_a_table(client, anna):
    log_in("anna", PASSWORD)
    person(client, "hub", "editors")
    answer = client.get(reverse("accounts_log"), {"export": "csv"})
    body = b"".join(answer.streaming_content).decode()
    rows = list(csv.reader(StringIO(body)))

    assert rows[0][1:] == ["Kura konts", "Kas notika", "Kas to darīja"]
    assert rows[1][1:] == ["anna", "Pieteicās", "anna"]


@pytest.mark.once
@pytest.mark.parametrize("text", ["=1+1@example.org", "+371", "-x", "@SUM", "\tx"])
def test_no_cell_is_a_formula(text):
    assert harmless(text) == "'" + text


def test_editors_and_authors_do_not_see_it(client, pieriga):
    for group in ("editors", "authors"):
        person(client, "pierigas", group)
        for name in ("accounts_log", "accounts_log_results"):
            assert client.get(reverse(name)).status_code == 302
        assert "reports/accounts" not in client.get("/admin/").content.decode()


def test_a_change_of_rights_is_noted_with_who_made_it(client, anna):
    admin = USERS.create_superuser("admin", "admin@example.org")
    client.force_login(admin)
    group = Owner.objects.get(key="pierigas").editors
    client.post(
        reverse("wagtailusers_users:edit", args=[anna.pk]),
        {
            "username": "anna", "email": "anna@example.org", "first_name": "Anna",
            "last_name": "Ozola", "groups": [group.pk], "is_superuser": "on", "is_active": "on",
        },
    )  # fmt: skip
    entries = ModelLogEntry.objects.filter(action="hub.account.rights", user=admin)

    assert {entry.data["change"] for entry in entries} == {
        "+ is_superuser", "+ pierigas: editors", "− pierigas: authors",
    }  # fmt: skip


def test_coordinators_cannot_open_wagtails_own_forms_of_users(client, anna):
    coordinator = person(client, "hub", "editors")
    address = reverse("wagtailusers_users:edit", args=[coordinator.pk])

    assert client.post(address, {"is_superuser": "on"}).status_code == 302
    coordinator.refresh_from_db()
    assert not coordinator.is_superuser


def test_a_coordinator_resets_a_phone_with_the_own_password(client, anna):
    coordinator = person(client, "hub", "editors")
    TOTPDevice.objects.create(user=anna, confirmed=True)
    address = reverse("reset_second_factor", args=[anna.pk])
    client.post(address, {"password": "nezinu"})
    assert TOTPDevice.objects.exists()

    client.post(address, {"password": "parole"})
    entry = ModelLogEntry.objects.get(action="hub.account.factor_reset")
    assert not TOTPDevice.objects.exists()
    assert (entry.label, entry.user) == ("anna", coordinator)


def test_an_editor_resets_no_phone_in_the_own_house(client, anna):
    person(client, "pierigas", "editors")
    TOTPDevice.objects.create(user=anna, confirmed=True)

    answer = client.post(reverse("reset_second_factor", args=[anna.pk]), {"password": "parole"})
    assert answer.status_code == 404
    assert TOTPDevice.objects.exists()


def test_the_last_administrator_is_helped_by_a_command(anna, capsys):
    TOTPDevice.objects.create(user=anna, confirmed=True)
    call_command("reset_second_factor", "anna")

    assert not TOTPDevice.objects.exists()
    with pytest.raises(CommandError):
        call_command("reset_second_factor", "nav")


def test_line_breaks_in_what_people_write_stay_one_entry(client, pieriga, caplog):
    person(client, "pierigas", "editors")
    group = Owner.objects.get(key="pierigas").authors
    data = {"email": "a@example.org\r\nERROR viss", "group": group.pk, "language": "lv"}
    client.post(reverse("invite"), data)
    log_in("anna\r\nERROR viss", "x")

    assert not Invitation.objects.exists()
    assert not any("\n" in record.getMessage() for record in caplog.records)

"""Invitations: into the own house only, by a link that opens once and for a week."""

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from hub.accounts.invitations import Invitation, find_invitation, forget_old
from hub.accounts.limits import INVITATIONS
from hub.onboarding import hub_owner
from hub.ownership import Owner
from tests import factories
from tests.houses import person

pytestmark = pytest.mark.django_db
PASSWORD = "vārme ezers talka"


@pytest.fixture(autouse=True)
def letters(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture
def cesis(lists):
    return factories.make_partnership(lists["partnership-index"], "cesu", "Cēsis")


def group_of(owner: str, name: str) -> Group:
    return getattr(Owner.objects.get(key=owner), name)


def invite(client, group: Group, email="jana@example.org", **data):
    data = {"email": email, "name": "Jana Ozola", "group": group.pk, "language": "lv", **data}
    return client.post(reverse("invite"), data)


@pytest.fixture
def invitation(client, pieriga):
    """An editor of Pierīga has invited Jana as an author."""
    person(client, "pierigas", "editors")
    invite(client, group_of("pierigas", "authors"))
    return Invitation.objects.get()


def accept(invitation, client=None, **data):
    new = {
        "first_name": "Jana", "last_name": "Ozola", "username": "jana", "language": "lv",
        "password": PASSWORD, "password_again": PASSWORD,
    }  # fmt: skip
    return (client or Client()).post(invitation.address, {**new, **data})


def offered(client) -> list[str]:
    page = BeautifulSoup(client.get(reverse("invite")).content, "html.parser")
    return [option.get_text() for option in page.select("#id_group option[value!='']")]


def test_editors_invite_authors_and_editors_of_their_house_only(client, pieriga, cesis):
    person(client, "pierigas", "editors")

    assert offered(client) == ["Pierīga: autori", "Pierīga: redaktori"]


def test_coordinators_invite_anybody(client, pieriga, cesis):
    person(client, "hub", "editors")

    assert {"Cēsis: autori", "Pierīga: redaktori", "Krātuves koordinatori"} <= set(offered(client))


def test_coordinators_hand_out_no_group_with_power_over_accounts(client, pieriga):
    powerful = Group.objects.create(name="Lietotāju pārvaldnieki")
    powerful.permissions.set(
        Permission.objects.filter(codename__in=["access_admin", "change_user"])
    )
    person(client, "hub", "editors")

    assert "Lietotāju pārvaldnieki" not in offered(client)
    invite(client, powerful)
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("owner", ["cesu", "hub"])
def test_a_foreign_group_is_refused_by_post_too(client, pieriga, cesis, owner):
    person(client, "pierigas", "editors")
    answer = invite(client, group_of(owner, "editors"))

    assert answer.status_code == 200
    assert not Invitation.objects.exists()
    assert "jana@example.org" in answer.content.decode()


def test_authors_and_strangers_invite_nobody(client, pieriga):
    person(client, "pierigas", "authors")
    assert invite(client, group_of("pierigas", "authors")).status_code == 302
    assert invite(Client(), group_of("pierigas", "authors")).status_code == 302
    assert not Invitation.objects.exists()


def test_the_letter_is_in_the_chosen_language_and_carries_the_link(client, pieriga):
    person(client, "pierigas", "editors")
    invite(client, group_of("pierigas", "authors"), language="en")
    letter = mail.outbox[0]

    assert letter.to == ["jana@example.org"]
    assert letter.subject == "pierigas-editors invites you to the KOPA hub"
    assert Invitation.objects.get().address in letter.body


def test_a_name_with_line_breaks_adds_no_header(client, pieriga):
    editor = person(client, "pierigas", "editors")
    editor.first_name = "Ļauns\r\nBcc: visi@example.org"
    editor.save()
    invite(client, group_of("pierigas", "authors"))

    assert "\n" not in mail.outbox[0].subject
    assert "Bcc" not in mail.outbox[0].message()


def test_whoever_is_invited_chooses_name_language_and_password_and_is_in(invitation):
    newcomer = Client()
    answer = accept(invitation, newcomer)
    jana = get_user_model().objects.get(username="jana")

    assert answer.url == reverse("wagtailadmin_home")
    assert newcomer.get(reverse("wagtailadmin_home")).status_code == 200
    assert (jana.email, jana.get_full_name()) == ("jana@example.org", "Jana Ozola")
    assert [group.name for group in jana.groups.all()] == ["pierigas: authors"]
    assert (jana.is_superuser, jana.is_staff) == (False, False)
    assert UserProfile.get_for_user(jana).preferred_language == "lv"


def test_the_page_says_before_typing_what_a_password_must_be(invitation):
    said = BeautifulSoup(Client().get(invitation.address).content, "html.parser").get_text()

    assert "12" in said
    assert "Vislabāk der četri vai pieci vārdi" in said


@pytest.mark.parametrize(
    "password",
    [
        "īsa", "parole123456", "password1234", "123456789012", "aaaaaaaaaaaa", "jana.ozola.jana",
        "kopa2026!!!!",
    ],
)  # fmt: skip
def test_weak_passwords_are_refused_and_what_was_typed_stays(invitation, password):
    answer = accept(invitation, password=password, password_again=password, last_name="Bērziņa")

    assert answer.status_code == 200
    assert "Bērziņa" in answer.content.decode()
    assert not get_user_model().objects.filter(username="jana").exists()


def test_nobody_makes_themselves_more_than_invited(invitation):
    accept(invitation, is_superuser="on", is_staff="on", groups="1", email="cita@example.org")
    jana = get_user_model().objects.get(username="jana")

    assert (jana.is_superuser, jana.is_staff, jana.email) == (False, False, "jana@example.org")


def test_the_link_opens_once(invitation):
    accept(invitation)
    again = Client().get(invitation.address)

    assert again.status_code == 410
    assert accept(invitation, username="otra").status_code == 410
    assert not get_user_model().objects.filter(username="otra").exists()


def test_the_link_is_over_after_a_week(invitation):
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    assert accept(invitation).status_code == 410


def test_a_revoked_link_is_over(client, invitation):
    client.post(reverse("invitation", args=[invitation.pk]), {"revoke": ""})

    assert accept(invitation).status_code == 410


def test_inviting_again_makes_a_new_link_and_ends_the_old_one(client, invitation):
    old = invitation.address
    client.post(reverse("invitation", args=[invitation.pk]), {"again": ""})
    new = Invitation.objects.get()

    assert Client().get(old).status_code == 404
    assert Client().get(new.address).status_code == 200
    assert new.address in mail.outbox[1].body


@pytest.mark.parametrize("change", [lambda t: t[:-1] + "x", lambda t: "x", lambda t: t + ":y"])
def test_a_forged_link_opens_nothing(invitation, change):
    token = invitation.address.rstrip("/").rpartition("/")[2]

    assert find_invitation(change(token)) is None
    assert Client().get(reverse("accept_invitation", args=[change(token)])).status_code == 404


def test_what_is_kept_in_the_database_alone_makes_no_link(invitation):
    assert find_invitation(invitation.secret) is None


def test_an_invitation_ends_with_the_right_to_invite(client, invitation):
    invitation.invited_by.groups.clear()

    assert Client().get(invitation.address).status_code == 410


def test_another_house_neither_sees_nor_touches_it(invitation, cesis):
    client = Client()
    person(client, "cesu", "editors")
    address = reverse("invitation", args=[invitation.pk])

    assert "jana@example.org" not in client.get(reverse("people")).content.decode()
    assert client.post(address, {"revoke": ""}).status_code == 404
    assert client.post(address, {"again": ""}).status_code == 404
    assert Client().get(invitation.address).status_code == 200


def test_the_list_shows_the_link_to_copy(client, invitation):
    page = BeautifulSoup(client.get(reverse("people")).content, "html.parser")

    assert page.select_one("input[readonly]")["value"] == invitation.address


def test_the_inviter_learns_nothing_of_accounts_elsewhere(client, pieriga):
    get_user_model().objects.create_user("cita", "zinama@example.org")
    person(client, "pierigas", "editors")
    known = invite(client, group_of("pierigas", "authors"), "zinama@example.org")
    unknown = invite(client, group_of("pierigas", "authors"), "nezinama@example.org")

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert [letter.to for letter in mail.outbox] == [
        ["zinama@example.org"], ["nezinama@example.org"],
    ]  # fmt: skip


def test_whoever_has_an_account_logs_in_and_gets_the_role_besides(client, invitation, cesis):
    jana = person(client, "cesu", "authors")
    client.post(invitation.address)

    assert {group.name for group in jana.groups.all()} == {"cesu: authors", "pierigas: authors"}


def test_no_second_account_is_made_for_an_address(invitation):
    get_user_model().objects.create_user("jana.veca", "Jana@example.org")

    assert accept(invitation).status_code == 200
    assert not get_user_model().objects.filter(username="jana").exists()


def test_a_user_name_is_taken_whatever_its_letters(invitation):
    get_user_model().objects.create_user("Jana")

    assert "Tāds lietotājvārds jau ir" in accept(invitation).content.decode()


def test_letters_of_one_person_are_limited(client, pieriga):
    person(client, "pierigas", "editors")
    for number in range(INVITATIONS.most + 3):
        answer = invite(client, group_of("pierigas", "authors"), f"n{number}@example.org")

    assert len(mail.outbox) == INVITATIONS.most
    assert "Pārāk daudz mēģinājumu." in answer.content.decode()


def test_the_log_says_who_invited_whom_as_what_and_not_the_link(invitation):
    accept(invitation)
    entries = ModelLogEntry.objects.filter(action__contains="invit").order_by("pk")

    assert [(e.label, str(e.message), e.user_display_name) for e in entries] == [
        ("jana@example.org", "Uzaicināts: Pierīga: autori", "pierigas-editors"),
        ("jana", "Pieņēma uzaicinājumu: Pierīga: autori", "Jana Ozola"),
    ]
    assert invitation.secret not in str([entry.data for entry in entries])


def test_the_link_is_told_to_no_other_site(invitation):
    answer = Client().get(invitation.address)

    assert answer["Referrer-Policy"] == "same-origin"
    assert "no-store" in answer["Cache-Control"]
    assert not re.search(r"""(?:src|action)="https?:|<link[^>]*https?:""", answer.content.decode())


def test_old_invitations_are_forgotten(invitation):
    Invitation.objects.update(expires_at=timezone.now() - timedelta(days=61))
    forget_old()

    assert not Invitation.objects.exists()


def test_the_coordinators_group_can_be_invited_into(client):
    hub_owner()
    person(client, "hub", "editors")
    invite(client, group_of("hub", "editors"))

    assert Invitation.objects.get().group == group_of("hub", "editors")

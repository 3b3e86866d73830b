"""The demo's people log in with the printed password and see what is theirs."""

import pytest
from django.urls import reverse

from hub.demo_accounts import accounts, make_accounts, read_or_make_password
from hub.onboarding import onboard_shared_page
from tests import factories
from tests.houses import refused

pytestmark = [pytest.mark.once, pytest.mark.django_db]
PASSWORD = "vārme-ezers-talka"


@pytest.fixture
def world(lists, pieriga, babite):
    zied_zeme = factories.make_partnership(lists["partnership-index"], "zied-zeme", "Zied zeme")
    pages = {
        "babite": babite,
        "alsunga": factories.make_community(pieriga, "alsunga", "Alsunga"),
        "skrunda": factories.make_community(pieriga, "skrunda", "Skrunda"),
        "ropazi": factories.make_community(zied_zeme, "ropazi", "Ropaži"),
        "lists": lists["solution-index"],
    }
    onboard_shared_page(lists["solution-index"])
    make_accounts(PASSWORD)
    return pages


def log_in(client, username: str) -> None:
    response = client.post(
        reverse("wagtailadmin_login"), {"username": username, "password": PASSWORD}
    )
    assert (response.status_code, response.url) == (302, reverse("wagtailadmin_home"))
    assert client.get(response.url).status_code == 200


def editable(client, pages: dict) -> set[str]:
    """The names of the pages whose edit form opens."""
    return {
        name
        for name, page in pages.items()
        if not refused(client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])))
    }


@pytest.mark.parametrize(
    ("username", "own"),
    [
        ("admin", {"babite", "alsunga", "skrunda", "ropazi", "lists"}),
        ("koordinators", {"lists"}),
        ("pierigas-redaktors", {"babite", "alsunga", "skrunda"}),
        ("pierigas-autors", {"babite", "alsunga", "skrunda"}),
        ("zied-zeme-redaktors", {"ropazi"}),
        ("zied-zeme-autors", {"ropazi"}),
        ("atbalstitajs", {"alsunga", "skrunda"}),
    ],
)
def test_each_person_logs_in_and_edits_their_own_only(client, world, username, own):
    log_in(client, username)

    assert editable(client, world) == own


def test_there_is_a_person_for_each_role_of_each_house(world):
    assert [username for username, _role, _groups in accounts()] == [
        "admin", "koordinators", "pierigas-redaktors", "pierigas-autors",
        "zied-zeme-redaktors", "zied-zeme-autors", "atbalstitajs",
    ]  # fmt: skip


def test_only_editors_of_the_demo_publish(client, world, django_user_model):
    def can_publish(username):
        user = django_user_model.objects.get(username=username)
        return world["alsunga"].permissions_for_user(user).can_publish()

    assert can_publish("pierigas-redaktors")
    assert not can_publish("pierigas-autors")
    assert not can_publish("atbalstitajs")
    assert not can_publish("zied-zeme-redaktors")


def test_made_again_the_accounts_take_the_new_password(client, world, django_user_model):
    make_accounts("cita-parole-1234")

    assert django_user_model.objects.count() == 7
    assert client.login(username="pierigas-autors", password="cita-parole-1234")
    assert not client.login(username="pierigas-autors", password=PASSWORD)


def test_the_password_is_made_once_and_kept_to_its_owner(tmp_path):
    file = tmp_path / "demo-password"

    password, is_new = read_or_make_password(file)
    assert (len(password), is_new) == (12, True)
    assert read_or_make_password(file) == (password, False)
    assert file.stat().st_mode & 0o777 == 0o600

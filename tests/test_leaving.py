"""When somebody leaves: the account closes, the pages keep an owner, nothing waits for them."""

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry, Page, WorkflowState

from hub.accounts.invitations import Invitation
from hub.moderation.preview_links import make_link
from hub.ownership import Owner
from tests import factories
from tests.houses import person, two_houses

pytestmark = pytest.mark.django_db
USERS = get_user_model().objects


def member(key: str, group: str, name: str):
    """Somebody of a house who is not logged in here."""
    user = USERS.create_user(name, f"{name}@example.org")
    user.groups.add(getattr(Owner.objects.get(key=key), group))
    return user


@pytest.fixture
def world(lists):
    return two_houses()


@pytest.fixture
def leaver(world):
    """An author of Pierīga with a page, a lock, a submission, an invitation and a link."""
    user = member("pierigas", "authors", "anna")
    page = factories.make_solution(world["babite"], "Taka", owner=user)
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=user, locked_at=timezone.now())
    waiting = factories.make_solution(world["babite"], "Iesniegta", live=False, owner=user)
    waiting.get_workflow().start(waiting, user)
    make_link(page, user, 7)
    group = Owner.objects.get(key="pierigas").authors
    Invitation.objects.create(email="x@example.org", group=group, language="lv", invited_by=user)
    return user


def let_go(client, user, successor=""):
    return client.post(reverse("leave", args=[user.pk]), {"successor": successor})


def test_one_action_closes_the_account_and_the_sessions(client, leaver):
    theirs = Client()
    theirs.force_login(leaver)
    person(client, "pierigas", "editors")
    let_go(client, leaver)
    leaver.refresh_from_db()

    assert not leaver.is_active
    assert theirs.get(reverse("wagtailadmin_home")).status_code == 302
    assert not leaver.sign_ins.exists()


def test_pages_go_to_the_chosen_colleague_and_answers_too(client, leaver):
    editor = person(client, "pierigas", "editors")
    let_go(client, leaver, editor.pk)

    assert not Page.objects.filter(owner=leaver).exists()
    assert Page.objects.filter(owner=editor).count() == 2
    assert WorkflowState.objects.get().requested_by == editor


def test_without_a_colleague_the_name_stays(client, leaver):
    person(client, "pierigas", "editors")
    let_go(client, leaver)

    assert Page.objects.filter(owner=leaver).count() == 2


def test_locks_open_and_what_was_submitted_still_waits_for_the_editors(client, leaver):
    person(client, "pierigas", "editors")
    let_go(client, leaver)
    state = WorkflowState.objects.get()

    assert not Page.objects.filter(locked=True).exists()
    assert state.status == WorkflowState.STATUS_IN_PROGRESS


def test_their_invitations_and_private_links_are_revoked(client, leaver):
    person(client, "pierigas", "editors")
    let_go(client, leaver)

    assert Invitation.objects.get().revoked_at
    assert Page.objects.get(title="Taka").preview_links.get().revoked_at


def test_the_page_before_it_says_what_hangs_on_them(client, leaver):
    person(client, "pierigas", "editors")
    counts = client.get(reverse("leave", args=[leaver.pk])).context["counts"]

    assert counts == {"pages": 2, "locks": 1, "submitted": 1, "invitations": 1, "links": 1}


def test_whoever_works_elsewhere_too_only_leaves_the_house(client, leaver, world):
    leaver.groups.add(Owner.objects.get(key="cesu").authors)
    page = factories.make_solution(world["rauna"], "Raunas", owner=leaver)
    editor = person(client, "pierigas", "editors")
    let_go(client, leaver, editor.pk)
    leaver.refresh_from_db()
    page.refresh_from_db()

    assert leaver.is_active
    assert [group.name for group in leaver.groups.all()] == ["cesu: authors"]
    assert page.owner == leaver
    assert Page.objects.filter(owner=editor).count() == 2


def test_the_editors_of_another_house_can_do_nothing(client, leaver):
    person(client, "cesu", "editors")

    for name in ("leave", "return", "reset_second_factor"):
        assert client.post(reverse(name, args=[leaver.pk])).status_code == 404
    assert client.get(reverse("leave", args=[leaver.pk])).status_code == 404
    leaver.refresh_from_db()
    assert leaver.is_active


@pytest.mark.parametrize("group", ["authors"])
def test_authors_let_nobody_go(client, leaver, group):
    person(client, "pierigas", group)
    let_go(client, leaver)
    leaver.refresh_from_db()

    assert leaver.is_active


def test_nobody_lets_themselves_or_an_equal_or_somebody_above_go(client, world):
    admin = USERS.create_superuser("admin")
    other = member("hub", "editors", "otra-koordinatore")
    coordinator = person(client, "hub", "editors")

    for user in (admin, other, coordinator):
        assert let_go(client, user).status_code == 404
        assert client.post(reverse("reset_second_factor", args=[user.pk])).status_code == 404


def test_an_editor_cannot_let_a_coordinator_go_who_helps_in_the_house(client, world):
    helper = member("pierigas", "editors", "koordinatore")
    helper.groups.add(Owner.objects.get(key="hub").editors)
    person(client, "pierigas", "editors")

    assert let_go(client, helper).status_code == 404


def test_the_coordinator_lets_go_and_lets_in_again(client, leaver):
    person(client, "hub", "editors")
    let_go(client, leaver)
    client.post(reverse("return", args=[leaver.pk]))
    leaver.refresh_from_db()

    assert leaver.is_active
    assert [group.name for group in leaver.groups.all()] == ["pierigas: authors"]


def test_a_successor_is_a_colleague(client, leaver, world):
    stranger = member("cesu", "editors", "cita")
    person(client, "pierigas", "editors")

    assert let_go(client, leaver, stranger.pk).status_code == 200
    leaver.refresh_from_db()
    assert leaver.is_active


def test_the_list_shows_the_own_house_to_editors_and_all_to_coordinators(client, leaver):
    member("cesu", "editors", "cesniece")
    person(client, "pierigas", "editors")
    seen = client.get(reverse("people")).content.decode()
    assert ("anna" in seen, "cesniece" in seen) == (True, False)

    person(client, "hub", "editors")
    seen = client.get(reverse("people")).content.decode()
    assert ("anna" in seen, "cesniece" in seen) == (True, True)


@pytest.mark.parametrize("sought", ["%00", "a" * 5000, "' OR 1=1", "&p=abc&i=-1", "&p=99999"])
def test_odd_searches_break_nothing(client, leaver, sought):
    person(client, "hub", "editors")

    assert client.get(f"{reverse('people')}?q={sought}").status_code == 200


def test_more_people_take_no_more_queries(client, world):
    by = person(client, "hub", "editors")
    group = Owner.objects.get(key="pierigas").authors

    def queries_with(numbers) -> int:
        for number in numbers:
            member("pierigas", "authors", f"a{number}")
            email = f"{number}@example.org"
            Invitation.objects.create(email=email, group=group, language="lv", invited_by=by)
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("people"))
        return len(captured)

    assert queries_with(range(2)) == queries_with(range(2, 20))


def test_the_log_says_who_let_whom_go(client, leaver):
    person(client, "pierigas", "editors")
    let_go(client, leaver)
    entry = ModelLogEntry.objects.get(action="hub.account.left")

    assert (entry.label, entry.user_display_name) == ("anna", "pierigas-editors")

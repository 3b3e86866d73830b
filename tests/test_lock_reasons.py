"""A locked page says who locked it and why, in its editor and in lists."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hub.moderation.locks import LockReason
from tests import factories, moderating
from tests.houses import refused

pytestmark = [pytest.mark.once, pytest.mark.django_db]
REASON = "Pārbaudām <izmaksas>."


@pytest.fixture
def solution():
    return factories.make_solution(moderating.pieriga_and_cesis(), "Soliņš")


@pytest.fixture
def editor(solution):
    return moderating.editor_of("pierigas")


def lock(client, user, page, reason=REASON):
    """Lock the page and answer the question that comes then."""
    client.force_login(user)
    asked = client.post(reverse("wagtailadmin_pages:lock", args=[page.pk]))
    return client.post(asked.url, {"text": reason}, follow=True)


def edit_page_for(client, user, page) -> str:
    client.force_login(user)
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


def test_whoever_locks_is_asked_why_and_others_read_it_in_the_editor(client, solution, editor):
    lock(client, editor, solution)
    text = edit_page_for(client, moderating.author_of("pierigas"), solution)

    assert "redaktore" in text
    assert "<b>Kāpēc:</b> Pārbaudām &lt;izmaksas&gt;." in text


def test_lists_say_who_and_why(client, solution, editor):
    lock(client, editor, solution)
    client.force_login(moderating.author_of("pierigas"))
    explorer = reverse("wagtailadmin_explore", args=[solution.get_parent().pk])
    for address in (explorer, reverse("own-pages:index")):
        text = client.get(address).content.decode()
        assert "Aizslēdza redaktore: Pārbaudām &lt;izmaksas&gt;." in text


def test_a_reason_is_not_needed_and_can_be_said_later(client, solution, editor):
    lock(client, editor, solution, "")
    assert not LockReason.objects.exists()
    text = edit_page_for(client, editor, solution)

    assert reverse("lock_reason", args=[solution.pk]) in text


def test_an_old_reason_is_forgotten_when_the_page_is_locked_again(client, solution, editor):
    lock(client, editor, solution)
    client.post(reverse("wagtailadmin_pages:unlock", args=[solution.pk]))
    client.post(reverse("wagtailadmin_pages:lock", args=[solution.pk]))

    assert not LockReason.objects.exists()


def test_locking_a_locked_page_again_keeps_the_reason(client, solution, editor):
    lock(client, editor, solution)
    client.post(reverse("wagtailadmin_pages:lock", args=[solution.pk]))

    assert LockReason.objects.get().text == REASON


def test_a_reason_that_is_too_long_is_refused_and_kept_in_the_form(client, solution, editor):
    text = lock(client, editor, solution, "a" * 201).content.decode()

    assert "a" * 201 in text
    assert not LockReason.objects.exists()


@pytest.mark.parametrize("who", ["author", "stranger"])
def test_nobody_else_gives_a_reason(client, solution, editor, who):
    lock(client, editor, solution)
    user = (
        moderating.author_of("pierigas") if who == "author" else moderating.editor_of("cesu", "x")
    )
    client.force_login(user)
    address = reverse("lock_reason", args=[solution.pk])
    answers = [client.get(address), client.post(address, {"text": "Cits."})]

    assert all(map(refused, answers))
    assert LockReason.objects.get().text == REASON


def test_lists_ask_no_more_often_when_more_is_locked(
    client, solution, editor, django_assert_num_queries
):
    explorer = reverse("wagtailadmin_explore", args=[solution.get_parent().pk])
    others = [factories.make_solution(solution.get_parent()) for _number in range(4)]
    lock(client, editor, solution)
    client.get(explorer)
    with CaptureQueriesContext(connection) as before:
        client.get(explorer)
    asked = len(before)
    for page in others:
        lock(client, editor, page)
    client.get(explorer)
    with django_assert_num_queries(asked):
        client.get(explorer)

"""Once a year people are asked whether a page is still true; nothing is taken down by itself."""

from datetime import date, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.urls import reverse
from django.utils.timezone import localdate
from wagtail.models import PageLogEntry

from home.models import NewsPage
from hub.desk.reviews import ask_whether_still_true, in_a_year
from hub.ownership import Owner
from tests import factories
from tests.houses import person, two_houses

pytestmark = pytest.mark.django_db
YESTERDAY = localdate() - timedelta(days=1)


@pytest.fixture
def houses(db):
    return two_houses()


def editor(owner: str):
    user = get_user_model().objects.create_user(f"{owner}-redaktore", f"{owner}@example.org")
    user.groups.add(Owner.objects.get(key=owner).editors)
    return user


def due_page(parent, **fields):
    return factories.make_news(parent, "Talka", summary="Talka.", review_by=YESTERDAY, **fields)


def test_page_published_without_a_day_gets_one_in_a_year(houses):
    page = factories.make_news(houses["pieriga"], "Talka")
    a_year = in_a_year(localdate())

    assert NewsPage.objects.get(pk=page.pk).review_by == a_year
    assert page.get_latest_revision_as_object().review_by == a_year


def test_day_that_was_set_is_kept(houses):
    page = factories.make_news(houses["pieriga"], "Talka", review_by="2031-02-03")

    assert page.review_by == date(2031, 2, 3)


def test_a_year_after_a_leap_day_is_the_last_of_february():
    assert in_a_year(date(2028, 2, 29)) == date(2029, 2, 28)


def test_editors_of_the_partnership_and_the_author_are_asked_once(houses):
    author = get_user_model().objects.create_user("autore", "autore@example.org")
    author.groups.add(Owner.objects.get(key="pierigas").authors)
    editor("pierigas"), editor("cesu")
    page = due_page(houses["pieriga"], owner=author)
    ask_whether_still_true()
    ask_whether_still_true()

    assert sorted(letter.to[0] for letter in mail.outbox) == [
        "autore@example.org", "pierigas@example.org",
    ]  # fmt: skip
    assert "Talka" in mail.outbox[0].subject
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in mail.outbox[0].body
    assert NewsPage.objects.get(pk=page.pk).live


def test_nobody_is_asked_about_a_draft_or_before_the_day(houses):
    editor("pierigas")
    due_page(houses["pieriga"], live=False)
    factories.make_news(houses["pieriga"], "Jauna", review_by=localdate() + timedelta(days=1))
    ask_whether_still_true()

    assert mail.outbox == []


def test_still_true_in_one_click(client, houses):
    page = due_page(houses["pieriga"])
    person(client, "pierigas", "editors")
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    address = reverse("still_true", args=[page.pk])
    assert address in client.get(edit).content.decode()

    client.post(address)
    page = NewsPage.objects.get(pk=page.pk)
    assert (page.review_by, page.live) == (in_a_year(localdate()), True)
    assert page.get_latest_revision_as_object().review_by == page.review_by
    assert PageLogEntry.objects.filter(page=page, action="hub.still_true").count() == 1
    assert address not in client.get(edit).content.decode()


def test_nobody_says_so_of_another_partnerships_page(client, houses):
    page = due_page(houses["cesis"])
    person(client, "pierigas", "editors")
    client.post(reverse("still_true", args=[page.pk]))

    assert NewsPage.objects.get(pk=page.pk).review_by == YESTERDAY

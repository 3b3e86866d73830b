"""Comments on fields reach by letter those who follow the page and may still open it."""

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import Comment, PageSubscription
from wagtail.test.utils.form_data import querydict_from_html

from tests import factories, moderating

pytestmark = pytest.mark.django_db
STREAMS = {"body-count": "0", "sources-count": "0"}


@pytest.fixture
def about():
    babite = moderating.pieriga_and_cesis()
    return factories.make_standard(babite.owner_page, "Par mums", slug="par-mums")


@pytest.fixture
def editor(about):
    return moderating.editor_of("pierigas")


def follow(page, user):
    PageSubscription.objects.create(page=page, user=user, comment_notifications=True)


def post(client, user, page, **fields):
    client.force_login(user)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    html = client.get(address).content.decode()
    data = querydict_from_html(html, form_id="page-edit-form").dict()
    counts = {"comments-TOTAL_FORMS": "1", "comments-INITIAL_FORMS": "0"}
    fields = {f"comments-0-{name}": text for name, text in fields.items()}
    return client.post(address, {**data, **STREAMS, **counts, **fields})


def comment(client, user, page, text="Vai 12 > 10 & kāpēc?"):
    replies = {"replies-TOTAL_FORMS": "0", "replies-INITIAL_FORMS": "0"}
    return post(client, user, page, id="", text=text, contentpath="summary", position="",
                DELETE="", resolved="", **replies)  # fmt: skip


def letters():
    return {message.to[0]: message.body for message in mail.outbox}


def test_a_comment_reaches_followers_in_their_language(client, about, editor):
    follow(about, moderating.author_of("pierigas"))
    follow(about, moderating.editor_of("pierigas", "ben", language="en"))
    comment(client, editor, about)

    assert Comment.objects.get().contentpath == "summary"
    assert set(letters()) == {"autore@example.org", "ben@example.org"}
    assert "redaktore uzrakstīja komentāru pie „Par mums”." in letters()["autore@example.org"]
    assert "New: Vai 12 > 10 & kāpēc?" in letters()["ben@example.org"]


def test_who_wrote_it_and_who_does_not_follow_get_none(client, about, editor):
    follow(about, editor)
    moderating.author_of("pierigas")
    comment(client, editor, about)

    assert letters() == {}


def test_who_may_not_open_the_page_any_more_gets_none(client, about, editor):
    author = moderating.author_of("pierigas")
    follow(about, author)
    author.groups.clear()
    comment(client, editor, about)

    assert letters() == {}


def test_who_switched_such_letters_off_gets_none(client, about, editor):
    follow(about, moderating.author_of("pierigas", updated_comments_notifications=False))
    comment(client, editor, about)

    assert letters() == {}


def test_only_those_who_may_edit_a_page_read_its_comments(client, about, editor):
    comment(client, editor, about, "Tikai mums.")
    client.force_login(moderating.editor_of("cesu", "sveša"))
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[about.pk]), follow=True)

    assert "Tikai mums." not in answer.content.decode()


def test_a_comment_cannot_bring_markup_into_the_editor(client, about, editor):
    comment(client, editor, about, "</script><script>alert(1)</script>")
    text = client.get(reverse("wagtailadmin_pages:edit", args=[about.pk])).content.decode()

    assert "<script>alert(1)" not in text

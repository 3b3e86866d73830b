"""Two people save the same page at once: the second sees what the first changed, and chooses."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Comment
from wagtail.test.utils.form_data import querydict_from_html

from hub.moderation.held_changes import HeldChange
from tests import factories, moderating

pytestmark = [pytest.mark.once, pytest.mark.django_db]
STREAMS = {"body-count": "0", "sources-count": "0"}


@pytest.fixture
def about():
    babite = moderating.pieriga_and_cesis()
    return factories.make_standard(
        babite.owner_page, "Par mums", slug="par-mums", summary="Vecs kopsavilkums."
    )


class Desk:
    """A person with the page open in a browser."""

    def __init__(self, page, name):
        self.page, self.client = page, Client()
        self.user = moderating.editor_of("pierigas", name)
        self.client.force_login(self.user)
        self.address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        self.open()

    def open(self):
        self.html = self.client.get(self.address).content.decode()
        self.form = querydict_from_html(self.html, form_id="page-edit-form")

    def save(self, **changes):
        """Press the button; what stands in the form is posted with the changes."""
        data = self.form.copy()
        for name, value in {**STREAMS, **changes}.items():
            data[name] = value
        return self.client.post(self.address, data.dict(), follow=True)

    def choose(self, **fields):
        """Answer the question which version is to stand."""
        held = HeldChange.objects.get(user=self.user)
        address = reverse("held_change", args=[held.pk])
        revision = newest_of(self.page).pk
        data = {"revision": revision, **{f"field-{name}": who for name, who in fields.items()}}
        return self.client.post(address, data, follow=True)


@pytest.fixture
def anna(about):
    return Desk(about, "anna")


@pytest.fixture
def ben(about):
    return Desk(about, "ben")


def newest_of(page):
    return type(page).objects.get(pk=page.pk).get_latest_revision()


def draft(page):
    newest = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    return newest.title, newest.summary


def test_who_saves_alone_is_asked_nothing(about, anna):
    anna.save(title="Par Pierīgu")

    assert draft(about) == ("Par Pierīgu", "Vecs kopsavilkums.")
    assert not HeldChange.objects.exists()


def test_the_second_overwrites_nothing_and_sees_what_the_first_changed(about, anna, ben):
    anna.save(title="Annas nosaukums")
    text = ben.save(title="Bena nosaukums").content.decode()

    assert draft(about) == ("Annas nosaukums", "Vecs kopsavilkums.")
    assert "Kamēr rakstījāt, šo lapu saglabāja anna." in text
    assert '<span class="deletion">Annas</span>' in text
    assert '<span class="addition">Bena</span>' in text
    assert "mainījāt abi" in text


def test_what_only_one_of_them_changed_is_joined(about, anna, ben):
    anna.save(title="Annas nosaukums")
    text = ben.save(summary="Bena kopsavilkums.").content.decode()
    assert "mainīja tikai otrs" in text
    assert "mainījāt tikai jūs" in text
    ben.choose()

    assert draft(about) == ("Annas nosaukums", "Bena kopsavilkums.")


@pytest.mark.parametrize(
    ("choice", "title"), [("mine", "Bena nosaukums"), ("theirs", "Annas nosaukums")]
)
def test_the_second_chooses_and_both_stay_in_the_history(about, anna, ben, choice, title):
    anna.save(title="Annas nosaukums")
    ben.save(title="Bena nosaukums")
    ben.choose(title=choice)
    history = [revision.content["title"] for revision in about.revisions.order_by("pk")]

    assert draft(about)[0] == title
    assert history == ["Par mums", "Annas nosaukums", "Bena nosaukums", title]
    assert not HeldChange.objects.exists()


def test_publishing_over_a_newer_version_is_held_too(about, anna, ben):
    anna.save(title="Annas nosaukums")
    ben.save(title="Bena nosaukums", **{"action-publish": "1"})

    assert type(about).objects.get(pk=about.pk).title == "Par mums"


def test_who_changed_nothing_is_shown_the_new_version_before_it_is_published(about, anna, ben):
    anna.save(title="Annas nosaukums")
    text = ben.save(**{"action-publish": "1"}).content.decode()

    assert "anna saglabāja jaunu versiju" in text
    assert type(about).objects.get(pk=about.pk).title == "Par mums"
    assert not HeldChange.objects.exists()


def test_who_leaves_without_choosing_finds_the_way_back(about, anna, ben):
    anna.save(title="Annas nosaukums")
    ben.save(title="Bena nosaukums")
    ben.open()

    assert reverse("held_change", args=[HeldChange.objects.get().pk]) in ben.html


def test_a_mistake_is_told_first_and_the_page_is_held_after_it(about, anna, ben):
    anna.save(title="Annas nosaukums")
    text = ben.save(title="", summary="Bena kopsavilkums.").content.decode()
    assert "Bena kopsavilkums." in text
    ben.form = querydict_from_html(text, form_id="page-edit-form")
    ben.save(title="Bena nosaukums", summary="Bena kopsavilkums.")
    ben.choose(title="theirs")

    assert draft(about) == ("Annas nosaukums", "Bena kopsavilkums.")


def test_a_third_version_is_asked_about_anew(about, anna, ben):
    anna.save(title="Annas nosaukums")
    ben.save(title="Bena nosaukums")
    held = HeldChange.objects.get()
    seen = newest_of(about).pk
    anna.open()
    anna.save(title="Annas otrais")
    address = reverse("held_change", args=[held.pk])
    ben.client.post(address, {"revision": seen, "field-title": "mine"})

    assert draft(about)[0] == "Annas otrais"
    assert HeldChange.objects.filter(pk=held.pk).exists()


def test_comments_of_the_second_are_kept(about, anna, ben):
    anna.save(title="Annas nosaukums")
    comment = {
        "comments-TOTAL_FORMS": "1",
        "comments-INITIAL_FORMS": "0",
        "comments-0-text": "Vai tā ir?",
        "comments-0-contentpath": "title",
        "comments-0-position": "",
        "comments-0-id": "",
        "comments-0-DELETE": "",
        "comments-0-resolved": "",
        "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
    }
    ben.save(title="Bena nosaukums", **comment)

    assert list(Comment.objects.values_list("page", "user__username", "text")) == [
        (about.pk, "ben", "Vai tā ir?")
    ]


def test_a_held_version_is_its_authors_alone(about, anna, ben):
    anna.save(title="Annas nosaukums")
    ben.save(title="Bena nosaukums")
    address = reverse("held_change", args=[HeldChange.objects.get().pk])

    assert anna.client.get(address).status_code == 404
    ben.user.groups.clear()
    assert ben.client.get(address).status_code in (302, 404)

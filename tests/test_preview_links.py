"""A private link shows the newest draft to whoever has it, for some days, and nothing else."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from hub.moderation.preview_links import PreviewLink, make_link
from tests import factories, moderating
from tests.houses import refused

pytestmark = [pytest.mark.once, pytest.mark.django_db]


@pytest.fixture
def draft():
    """A solution that nobody published."""
    babite = moderating.pieriga_and_cesis()
    return factories.make_solution(babite, "Soliņš pie pieturas", slug="solins", live=False)


@pytest.fixture
def author(draft):
    return moderating.author_of("pierigas")


@pytest.fixture
def link(draft, author):
    return make_link(draft, author, days=7)


def path_of(link):
    return link.address.removeprefix("http://127.0.0.1:8000")


def test_whoever_has_it_reads_the_draft_as_a_reader_would(client, link):
    response = client.get(path_of(link))
    text = response.content.decode()

    assert response.status_code == 200
    assert "Soliņš pie pieturas" in text
    assert "Melnraksts, kas nav publicēts." in text
    assert "'unsafe-inline'" not in response["Content-Security-Policy"]


def test_it_is_kept_nowhere_and_found_by_nobody(client, link):
    response = client.get(path_of(link))

    assert response["Cache-Control"] == "no-store, private"
    assert response["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert response["Referrer-Policy"] == "no-referrer"
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_it_shows_the_newest_draft_at_that_moment(client, draft, link):
    draft.title = "Nojume pie pieturas"
    draft.save_revision()

    assert "Nojume pie pieturas" in client.get(path_of(link)).content.decode()


def test_an_editor_who_opens_it_sees_no_bar_of_the_admin(client, link, author):
    client.force_login(author)

    assert "wagtail-userbar" not in client.get(path_of(link)).content.decode()


def test_a_translation_is_shown_in_its_own_language(client, author):
    english = factories.translated(factories.standing_home())
    text = client.get(path_of(make_link(english, author, days=3))).content.decode()

    assert '<html lang="en">' in text
    assert "A draft that is not public." in text


@pytest.mark.parametrize("end", [{"revoked_at": 0}, {"expires_at": -1}])
def test_a_link_that_is_over_says_so_and_shows_nothing(client, link, end):
    [(field, hours)] = end.items()
    setattr(link, field, timezone.now() + timedelta(hours=hours))
    link.save()
    response = client.get(path_of(link))

    assert response.status_code == 410
    assert "Šī saite vairs neder" in response.content.decode()
    assert "Soliņš" not in response.content.decode()
    assert response["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize("change", [lambda t: t[:-1], lambda t: "A" + t, lambda t: "x", str.upper])
def test_a_link_that_nobody_made_is_not_found(client, link, change):
    token = path_of(link).split("/")[-2]

    assert client.get(reverse("preview_link", args=[change(token)])).status_code == 404


def test_links_cannot_be_guessed_from_each_other(draft, author):
    secrets = {make_link(draft, author, days=3).secret for _number in range(20)}

    assert len(secrets) == 20
    assert min(map(len, secrets)) >= 32


def test_author_makes_one_and_sees_who_made_which(client, draft, author):
    client.force_login(author)
    address = reverse("preview_links", args=[draft.pk])
    client.post(address, {"for_whom": "Pašvaldība", "days": "30"})
    [link] = PreviewLink.objects.all()
    text = client.get(address).content.decode()

    assert 29 <= (link.expires_at - timezone.now()).days <= 30
    assert (link.page_id, link.made_by) == (draft.pk, author)
    assert link.address in text
    assert "Pašvaldība" in text
    assert "autore" in text


def test_days_are_those_offered_and_the_form_keeps_what_was_written(client, draft, author):
    client.force_login(author)
    address = reverse("preview_links", args=[draft.pk])
    response = client.post(address, {"for_whom": "Pašvaldība", "days": "4000"})

    assert not PreviewLink.objects.exists()
    assert "Pašvaldība" in response.content.decode()


def test_who_may_edit_the_page_revokes_it(client, draft, link):
    client.force_login(moderating.editor_of("pierigas"))
    client.post(reverse("preview_links", args=[draft.pk]), {"revoke": str(link.pk)})

    assert client.get(path_of(link)).status_code == 410


@pytest.mark.parametrize("house", ["cesu", "hub"])
def test_nobody_else_makes_sees_or_revokes_links(client, draft, link, house):
    stranger = moderating.coordinator() if house == "hub" else moderating.editor_of("cesu")
    client.force_login(stranger)
    address = reverse("preview_links", args=[draft.pk])
    seen = client.get(address)
    made = client.post(address, {"days": "7"})
    revoked = client.post(address, {"revoke": str(link.pk)})
    link.refresh_from_db()

    assert [refused(answer) for answer in (seen, made, revoked)] == [True, True, True]
    assert link.is_open
    assert PreviewLink.objects.count() == 1


def test_a_link_is_not_revoked_by_way_of_ones_own_page(client, draft, link):
    rauna = factories.make_community(_house("cesu"), "rauna", "Rauna")
    client.force_login(moderating.editor_of("cesu"))
    response = client.post(reverse("preview_links", args=[rauna.pk]), {"revoke": str(link.pk)})
    link.refresh_from_db()

    assert response.status_code == 404
    assert link.is_open


def _house(key):
    from communities.models import PartnershipPage

    return PartnershipPage.objects.get(owning__key=key)


def test_editor_finds_the_way_to_it_in_the_header_of_the_page(client, draft, author):
    client.force_login(author)
    text = client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()

    assert reverse("preview_links", args=[draft.pk]) in text

"""What editors set a time for appears and goes at that time, and they hear of it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from hub.clock import run_due
from hub.moderation.schedule import do_what_is_scheduled
from hub.own_pages import in_state, own_pages, with_states
from tests import factories, moderating

pytestmark = pytest.mark.django_db


@pytest.fixture
def babite():
    return moderating.pieriga_and_cesis()


@pytest.fixture
def editor(babite):
    return moderating.editor_of("pierigas")


@pytest.fixture
def after_an_hour(monkeypatch):
    """Lets an hour pass when called."""
    later = timezone.now() + timedelta(hours=1)
    return lambda: monkeypatch.setattr("django.utils.timezone.now", lambda: later)


def in_half_an_hour():
    return timezone.now() + timedelta(minutes=30)


def scheduled(parent, editor, title="Rīt"):
    page = factories.make_solution(parent, title, live=False)
    page.go_live_at = in_half_an_hour()
    page.save_revision(user=editor).publish(user=editor)
    return page


def is_live(page):
    return type(page).objects.get(pk=page.pk).live


def letters():
    return [(message.to, message.subject) for message in mail.outbox]


def test_the_clock_publishes_at_the_time_and_tells_who_set_it(babite, editor, after_an_hour):
    page = scheduled(babite, editor)
    run_due()
    assert not is_live(page)
    after_an_hour()
    run_due()

    assert is_live(page)
    assert letters() == [(["redaktore@example.org"], "Tagad publicēta: „Rīt”")]


def test_the_clock_takes_down_what_has_expired_and_tells_whose_it_is(babite, editor, after_an_hour):
    page = factories.make_solution(babite, "Talka")
    page.expire_at = in_half_an_hour()
    page.save_revision(user=editor).publish(user=editor)
    after_an_hour()
    run_due()

    assert not is_live(page)
    assert letters() == [(["redaktore@example.org"], "Vairs nav publicēta: „Talka”")]


def test_who_submitted_hears_too_when_what_was_approved_appears(
    client, babite, editor, after_an_hour
):
    author = moderating.author_of("pierigas")
    babite.go_live_at = in_half_an_hour()
    babite.save_revision()
    waiting = moderating.submit(babite, author)
    moderating.decide(client, editor, waiting, "approve")
    assert type(babite).objects.get(pk=babite.pk).summary == ""
    mail.outbox.clear()
    after_an_hour()
    do_what_is_scheduled()

    assert type(babite).objects.get(pk=babite.pk).summary == "Jauns teksts."
    assert letters() == [(["autore@example.org"], "Tagad publicēta: „Babīte”")]


def test_who_lost_the_right_to_the_page_is_told_nothing(babite, editor, after_an_hour):
    scheduled(babite, editor)
    editor.groups.clear()
    after_an_hour()
    do_what_is_scheduled()

    assert letters() == []


def test_what_cannot_be_published_stops_nothing_else(
    babite, editor, after_an_hour, monkeypatch, caplog
):
    from wagtail.models import Revision

    broken, whole = scheduled(babite, editor, "Salauzta"), scheduled(babite, editor, "Vesela")
    publish = Revision.publish

    def fail_for_one(revision, **options):
        if revision.object_id == str(broken.pk):
            raise RuntimeError("broken")
        return publish(revision, **options)

    monkeypatch.setattr(Revision, "publish", fail_for_one)
    after_an_hour()
    do_what_is_scheduled()

    assert (is_live(broken), is_live(whole)) == (False, True)
    assert "broken" in caplog.text


def test_a_resource_appears_at_its_time(babite, after_an_hour):
    resource = factories.make_resource(babite, "Telts", live=False)
    resource.go_live_at = in_half_an_hour()
    resource.save_revision().publish()
    after_an_hour()
    do_what_is_scheduled()
    resource.refresh_from_db()

    assert resource.live


def test_editor_and_lists_say_when_it_will_appear(client, babite, editor):
    page = scheduled(babite, editor)
    client.force_login(editor)
    text = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    listed = [with_states(own_pages(editor)).filter(in_state(state)).filter(pk=page.pk).exists()
              for state in ("scheduled", "draft", "changed", "published", "waiting")]  # fmt: skip

    assert "„Rīt” ir slēgts labošanai, un publicēšana ir ieplānota" in text
    assert listed == [True, False, False, False, False]

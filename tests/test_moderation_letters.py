"""Letters about what was submitted and decided: to whom it concerns, in the own language."""

import pytest
from django.core import mail
from django.utils import timezone

from hub.moderation.fallback import call_coordinators
from tests import moderating

pytestmark = [pytest.mark.once, pytest.mark.django_db]


@pytest.fixture
def babite():
    return moderating.pieriga_and_cesis()


def letters():
    """Who got which letter since the last call."""
    told = sorted((message.to[0].split("@")[0], message.subject) for message in mail.outbox)
    mail.outbox.clear()
    return told


def test_each_editor_of_the_partnership_is_asked_in_the_own_language(babite):
    author = moderating.author_of("pierigas")
    moderating.editor_of("pierigas", "anna")
    moderating.editor_of("pierigas", "ben", language="en")
    moderating.editor_of("cesu", "sveša")
    moderating.coordinator()
    waiting = moderating.submit(babite, author)
    [english] = [m.body for m in mail.outbox if m.to == ["ben@example.org"]]

    assert letters() == [("anna", "Jūs gaida: „Babīte”"), ("ben", "Waiting for you: “Babīte”")]
    assert "autore asks you to look at “Babīte” (community)." in english
    assert "Where: Pierīga" in english
    assert f"http://127.0.0.1:8000/admin/review/{waiting.pk}/" in english


def test_who_switched_such_letters_off_or_left_gets_none(babite):
    moderating.editor_of("pierigas", "klusā", submitted_notifications=False)
    gone = moderating.editor_of("pierigas", "gājusi")
    gone.is_active = False
    gone.save()
    moderating.submit(babite, moderating.author_of("pierigas"))

    assert letters() == []


def test_author_reads_the_comment_of_who_sent_it_back(client, babite):
    author, editor = moderating.author_of("pierigas"), moderating.editor_of("pierigas")
    waiting = moderating.submit(babite, author)
    mail.outbox.clear()
    moderating.decide(client, editor, waiting, "send-back", 'Trūkst "avotu" & gada.')

    assert 'Trūkst "avotu" & gada.' in mail.outbox[0].body
    assert f"/admin/pages/{babite.pk}/edit/" in mail.outbox[0].body
    assert letters() == [("autore", "Jāmaina: „Babīte”")]


def test_author_hears_that_it_is_public_and_where(client, babite):
    author, editor = moderating.author_of("pierigas"), moderating.editor_of("pierigas")
    waiting = moderating.submit(babite, author)
    mail.outbox.clear()
    moderating.decide(client, editor, waiting, "approve", "Labi!")

    assert "http://localhost/partneribas/pierigas/babite/" in mail.outbox[0].body
    assert "Labi!" in mail.outbox[0].body
    assert letters() == [("autore", "Publicēta: „Babīte”")]


def test_author_hears_on_which_day_it_will_be_public(client, babite):
    author, editor = moderating.author_of("pierigas"), moderating.editor_of("pierigas")
    babite.go_live_at = timezone.datetime(2031, 5, 4, 9, 0, tzinfo=timezone.get_default_timezone())
    babite.save_revision()
    waiting = moderating.submit(babite, author)
    mail.outbox.clear()
    moderating.decide(client, editor, waiting, "approve")

    assert "4.05.2031 09:00" in mail.outbox[0].body
    assert letters() == [("autore", "Apstiprināta: „Babīte”")]


def test_who_may_not_open_the_page_any_more_hears_nothing_of_it(client, babite):
    author, editor = moderating.author_of("pierigas"), moderating.editor_of("pierigas")
    waiting = moderating.submit(babite, author)
    mail.outbox.clear()
    author.groups.clear()
    moderating.decide(client, editor, waiting, "send-back", "Trūkst avotu.")

    assert letters() == []


def test_who_decides_on_the_own_page_is_not_written_to(client, babite):
    editor = moderating.editor_of("pierigas")
    moderating.editor_of("pierigas", "otra")
    waiting = moderating.submit(babite, editor)
    assert letters() == [("otra", "Jūs gaida: „Babīte”")]
    moderating.decide(client, editor, waiting, "approve")

    assert letters() == []


def test_without_editors_it_falls_to_the_coordinator_and_both_are_told(babite):
    author = moderating.author_of("pierigas")
    moderating.coordinator()
    moderating.submit(babite, author)
    [asked] = [m.body for m in mail.outbox if m.to == ["koordinatore@example.org"]]

    assert "Nav neviena „Pierīga” redaktora, kas varētu izlemt." in asked
    assert letters() == [
        ("autore", "Gaida koordinatoru: „Babīte”"),
        ("koordinatore", "Jūs gaida: „Babīte”"),
    ]


def test_the_only_editor_who_submits_asks_the_coordinator(babite):
    moderating.coordinator()
    moderating.submit(babite, moderating.editor_of("pierigas"))

    assert [who for who, _subject in letters()] == ["koordinatore", "redaktore"]


def test_without_coordinators_the_administrators_are_asked(babite):
    administrator = moderating.person("admin")
    administrator.is_superuser = True
    administrator.save()
    moderating.submit(babite, moderating.author_of("pierigas"))

    assert [who for who, _subject in letters()] == ["admin", "autore"]


def test_when_the_last_editor_leaves_the_coordinator_is_called_once(babite):
    author, editor = moderating.author_of("pierigas"), moderating.editor_of("pierigas")
    moderating.coordinator()
    moderating.submit(babite, author)
    call_coordinators()
    assert [who for who, _subject in letters()] == ["redaktore"]
    editor.is_active = False
    editor.save()
    call_coordinators()
    called = letters()
    call_coordinators()

    assert [who for who, _subject in called] == ["autore", "koordinatore"]
    assert letters() == []


def test_author_reads_in_the_editor_for_whom_the_page_waits(client, babite):
    author = moderating.author_of("pierigas")
    moderating.submit(babite, author)
    client.force_login(author)
    text = client.get(f"/admin/pages/{babite.pk}/edit/").content.decode()

    assert "Nav neviena „Pierīga” redaktora, kas varētu izlemt: lapa gaida koordinatoru." in text

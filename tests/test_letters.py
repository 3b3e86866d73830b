"""Letters are written in each reader's language, wait in a queue, and survive a mail server."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.users.models import UserProfile

from hub import letters

pytestmark = pytest.mark.django_db
QUEUED = {
    "EMAIL_BACKEND": "hub.letters.QueueingBackend",
    "MAIL_TRANSPORT": "django.core.mail.backends.locmem.EmailBackend",
    "TASKS": {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}},
}


@pytest.fixture
def template(tmp_path, settings):
    """A letter that greets and names a page."""
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "hello.subject.txt").write_text("{% load i18n %}{% translate 'Page' %}:\n{{ title }}")
    (folder / "hello.txt").write_text("{{ user.username }}: {{ title }} {{ site_url }}")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]


@pytest.fixture
def queue(settings):
    """Letters wait for the worker, as on a running site."""
    for name, value in QUEUED.items():
        setattr(settings, name, value)


def person(name, language="", **fields):
    user = get_user_model().objects.create_user(name, f"{name}@example.org", **fields)
    UserProfile.objects.create(user=user, preferred_language=language)
    return user


def work():
    """Do all that is ready, as the worker would."""
    for row in list(DBTaskResult.objects.ready()):
        row.claim("worker")
        arguments = row.task_result
        row.set_successful(row.task.call(*arguments.args, **arguments.kwargs))


def fails_with(monkeypatch, error):
    """Let the mail server fail."""

    def refuse(self, messages):
        raise error

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)


def pass_time(monkeypatch, **time):
    later = timezone.now() + timedelta(**time)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)


def test_each_reads_it_in_the_own_language_and_as_plain_text(template):
    letters.send_letter("hello", [person("anna", "lv"), person("ben", "en")], title="A & B")

    assert [(m.to, m.subject, m.body) for m in mail.outbox] == [
        (["anna@example.org"], "Lapa: A & B", "anna: A & B http://127.0.0.1:8000\n"),
        (["ben@example.org"], "Page: A & B", "ben: A & B http://127.0.0.1:8000\n"),
    ]


def test_an_address_without_an_account_is_written_to_in_the_language_asked_for(template):
    letters.send_letter("hello", ["jauna@example.org"], language="en", title="Rakstīt")

    assert (mail.outbox[0].to, mail.outbox[0].subject) == (["jauna@example.org"], "Page: Rakstīt")


def test_who_left_or_has_no_address_gets_none(template):
    gone = person("gone", is_active=False)
    silent = get_user_model().objects.create_user("silent")

    assert letters.send_letter("hello", [gone, silent], title="") == 0
    assert mail.outbox == []


def test_a_letter_waits_for_the_worker(template, queue):
    letters.send_letter("hello", [person("anna")], title="Taka")
    assert mail.outbox == []
    work()

    assert [m.to for m in mail.outbox] == [["anna@example.org"]]


def test_a_letter_with_html_and_files_arrives_whole(queue):
    letter = EmailMultiAlternatives(
        "Virsraksts", "Teksts", to=["a@example.org"], cc=["b@example.org"]
    )
    letter.attach_alternative("<p>Teksts</p>", "text/html")
    letter.attach("saraksts.csv", "a;b", "text/csv")
    letter.attach("punkts.png", b"\x89PNG\x00", "image/png")
    letter.send()
    work()

    [arrived] = mail.outbox
    assert arrived.recipients() == ["a@example.org", "b@example.org"]
    assert list(map(tuple, arrived.alternatives)) == [("<p>Teksts</p>", "text/html")]
    assert list(map(tuple, arrived.attachments)) == [
        ("saraksts.csv", "a;b", "text/csv"),
        ("punkts.png", b"\x89PNG\x00", "image/png"),
    ]


def test_a_server_that_fails_delays_the_letter(template, queue, monkeypatch):
    with monkeypatch.context() as broken:
        fails_with(broken, SMTPServerDisconnected("away"))
        letters.send_letter("hello", [person("anna")], title="Taka")
        work()
    work()
    assert mail.outbox == []
    pass_time(monkeypatch, minutes=2)
    work()

    assert [m.to for m in mail.outbox] == [["anna@example.org"]]


def test_each_wait_is_at_least_as_long_as_the_one_before():
    assert list(letters.MINUTES_TO_WAIT) == sorted(letters.MINUTES_TO_WAIT)


@pytest.mark.parametrize(
    ("error", "failed_tries", "waiting"),
    [
        (ConnectionRefusedError(), 0, 1),
        (ConnectionRefusedError(), 8, 1),
        (ConnectionRefusedError(), 9, 0),
        (SMTPRecipientsRefused({"a@example.org": (450, b"later")}), 0, 1),
        (SMTPRecipientsRefused({"a@example.org": (550, b"unknown")}), 0, 0),
        (ValueError("no letter at all"), 0, 0),
    ],
)
def test_a_letter_waits_only_as_long_as_there_is_hope(
    queue, monkeypatch, caplog, error, failed_tries, waiting
):
    letter = letters.packed(EmailMultiAlternatives("Virsraksts", "", to=["a@example.org"]))
    fails_with(monkeypatch, error)
    letters.deliver.func(letter, failed_tries)

    assert DBTaskResult.objects.count() == waiting
    assert "Virsraksts" in caplog.text

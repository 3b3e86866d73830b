"""Asks an address as a person and says in one word what came of it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.contrib.messages import get_messages
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

# What any visit may write: who is here and how often they tried, what was drawn.
_INCIDENTAL = (
    "hub_signin", "hub_tries",
    "django_session", "wagtailadmin_editingsession", "wagtailusers_userprofile",
    "wagtailcore_pagesubscription", "hub_rendition",
)  # fmt: skip
_WRITING = ("INSERT", "UPDATE", "DELETE")
_LOGIN, _HOME = reverse("wagtailadmin_login"), reverse("wagtailadmin_home")


class Answer:
    """What came back: `outcome` in the words of the table, `text` all that could be read."""

    def __init__(self, response: HttpResponse, written: list[str], is_post: bool):
        self.text = _everything_said(response)
        self.written = written
        self.outcome = _outcome(response, written, is_post)


def ask(client: Client, address: str, values: dict | None = None) -> Answer:
    """GET the address, or POST `values` to it; whatever is written is taken back."""
    session = client.cookies.get(settings.SESSION_COOKIE_NAME)
    client.cookies.clear()
    if session:
        client.cookies[settings.SESSION_COOKIE_NAME] = session.value
    with _taken_back() as written:
        response = client.get(address) if values is None else client.post(address, values)
    if session:
        client.cookies[settings.SESSION_COOKIE_NAME] = session.value
    return Answer(response, written, values is not None)


@contextmanager
def _taken_back() -> Iterator[list[str]]:
    """The statements that wrote something; none of them lasts."""
    written: list[str] = []

    def note(execute, sql, parameters, many, context):
        if sql.startswith(_WRITING) and not any(table in sql for table in _INCIDENTAL):
            written.append(sql)
        return execute(sql, parameters, many, context)

    with transaction.atomic(), connection.execute_wrapper(note):
        yield written
        transaction.set_rollback(True)


def _outcome(response: HttpResponse, written: list[str], is_post: bool) -> str:
    location = response.headers.get("Location", "")
    if location.split("?")[0] == _LOGIN:
        return "login"
    if response.status_code in (301, 302) and location == _HOME and not written:
        return "home"
    if response.status_code >= 400:
        return str(response.status_code)
    if is_post:
        return "done" if written else "none"
    return "ok" if response.status_code == 200 else "to"


def _everything_said(response: HttpResponse) -> str:
    """The answer, where it leads, and what the next page would say of it."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    text = body.decode("utf-8", "replace")
    if response.headers.get("Content-Type", "").startswith("application/json"):
        text += json.dumps(json.loads(text), ensure_ascii=False) if text else ""
    queued = getattr(get_messages(response.wsgi_request), "_queued_messages", ())
    return " ".join([text, response.headers.get("Location", ""), *map(str, queued)])

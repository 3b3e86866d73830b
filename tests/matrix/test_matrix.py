"""Who gets what at each address of the admin, and that nobody learns of what is not theirs."""

from collections import Counter

import pytest
from django.db import transaction
from django.test import Client

from tests.matrix.addresses import admin_addresses, fill
from tests.matrix.asking import ask
from tests.matrix.secrets import secrets_told
from tests.matrix.table import FOLDER, NOT_ASKED, PEOPLE, Row, read_table
from tests.matrix.world import build_matrix_world

pytestmark = [pytest.mark.django_db, pytest.mark.once]
ROWS = read_table()
# Whose empty form is told apart: what an author may write an editor may, the admin anything.
MAY_WRITE_LITTLE = ("anonymous", "editor", "neighbour", "stranger", "coordinator")
POSTED = {(row.address, row.thing) for row in ROWS if row.method == "POST"}

ADVICE = f"""\
These addresses of the admin have no row in {FOLDER.relative_to(FOLDER.parents[2])}/*.txt:

{{}}

Add one for each kind of thing that the address can be asked with:

    GET  admin/new/<pk>/  page      login home ok home home home home ok
    GET  admin/new/<pk>/  hub:page  login home home home home home ok ok
    POST admin/new/<pk>/  page      login home done home home home home done  title=New

The thing is a key of `World.objects` (tests/matrix/world.py): what fills the address; `hub:…` is
the hub's own of that kind, `-` none. What the columns and outcomes mean: table/README.md."""


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Built once; what a visit writes is taken back at once."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_matrix_world()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def clients(world):
    """A client for each column of the table."""
    clients = {person: Client(raise_request_exception=False) for person in PEOPLE}
    for person, user in world.people.items():
        clients[person].force_login(user)
    return clients


def test_every_address_of_the_admin_has_a_row():
    told = {row.address for row in ROWS}
    missing = [address for address in admin_addresses() if address not in told]

    assert not missing, ADVICE.format("\n".join(missing))


def test_every_row_is_of_an_address_that_exists():
    known = set(admin_addresses())
    gone = [f"{row.place} {row.address}" for row in ROWS if row.address not in known]

    assert not gone, "Take these rows out of the table:\n" + "\n".join(gone)


def test_no_row_stands_twice():
    seen = Counter((row.method, row.address, row.thing) for row in ROWS)

    assert [key for key, times in seen.items() if times > 1] == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.method} {row.address} {row.thing}")
def test_each_person_gets_what_the_table_says(world, clients, row):
    assert row.thing in world.objects, f"{row.place}: the world has no {row.thing}."
    address = fill(row.address, world.objects[row.thing])
    values = {name: fill_value(world, value) for name, value in row.values.items()}
    found, told, written = {}, {}, {}
    for person, expected in row.outcomes.items():
        if expected != NOT_ASKED:
            answer = ask(clients[person], address, values if row.method == "POST" else None)
            found[person] = answer.outcome
            told[person] = secrets_told(person, answer.text)
            written[person] = answer.written if answer.outcome != "done" else []

    assert found == {p: outcome for p, outcome in row.outcomes.items() if outcome != NOT_ASKED}, (
        f"{row.place} expects something else."
    )
    assert not any(told.values()), "They read what is kept from them."
    assert not any(written.values()), "A refused or reading visit wrote something."


def needs_no_post_row(row: Row) -> bool:
    return row.method == "GET" and (row.address, row.thing) not in POSTED


@pytest.mark.parametrize(
    "row", filter(needs_no_post_row, ROWS), ids=lambda row: f"{row.address} {row.thing}"
)
def test_an_empty_form_changes_nothing_where_the_table_names_no_post(world, clients, row):
    address = fill(row.address, world.objects[row.thing])
    for person in MAY_WRITE_LITTLE:
        if row.outcomes[person] != NOT_ASKED:
            answer = ask(clients[person], address, {})
            assert answer.outcome not in ("done", "500"), (
                f"{person}: {answer.outcome}. Add a row for POST beside {row.place}."
            )
            assert not secrets_told(person, answer.text), person


def fill_value(world, value: str) -> object:
    """A value of a form; `{kind.name}` is what the world has of that thing."""
    if value.startswith("{"):
        kind, name = value.strip("{}").rsplit(".", 1)
        return world.objects[kind][name]
    return value

"""Every address of the admin that shows something, as a list of visits to measure.

The addresses are those of the permission matrix, which fails where the URL resolver knows more;
what a list can be asked for besides – search, order, the second page – comes on top.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection, transaction
from django.test import Client
from wagtail.models import Page

from hub.files import Document, Image
from tests.crowd import NAME
from tests.matrix.addresses import fill
from tests.matrix.table import read_table

# Asked of any list, and of some.
_LISTS = ("q=taka", "p=2")
_QUERIES = {
    "admin/pages/<parent_page_id>/": (
        "ordering=ord", "ordering=title", "ordering=-latest_revision_created_at",
        "ordering=content_type__model", "ordering=live", "has_child_pages=false",
        "q=taka&search_all=1", "site=1", "p=40",
    ),
    "admin/api/main/pages/": (
        "child_of={place}", "child_of={place}&for_explorer=1", "descendant_of={place}",
        "search=taka",
    ),
    "admin/api/main/images/": ("search=fails", "offset=100"),
    "admin/choose-page/search/": ("q=taka&page_type=communities.solutionpage",),
    "admin/own-pages/": ("state=draft", "state=waiting", "state=changed", "ordering=title"),
    "admin/images/": ("collection_id={collection}", "ordering=title", "q=fails"),
    "admin/images/chooser/": ("collection_id={collection}", "q=fails"),
    "admin/reports/site-history/": ("export=csv", "label=taka"),
    "admin/reports/aging-pages/": ("export=csv", "ordering=title"),
    "admin/reports/locked/": ("export=csv",),
    "admin/reports/workflow/": ("export=csv", "status=in_progress"),
    "admin/reports/workflow_tasks/": ("export=csv",),
    "admin/reports/page-types-usage/": ("export=csv", "ordering=-count"),
    "admin/localize/reports/translations/": ("export=csv",),
}  # fmt: skip
# The page with thousands below it, asked beside the usual one.
_CROWDED = "place"
_MANY = 200


@dataclass(frozen=True)
class AdminVisit:
    """An address, and a name that is the same in every world."""

    name: str
    address: str


@dataclass(frozen=True)
class Cost:
    """What a visit took: statements, milliseconds of processor time, bytes."""

    queries: int
    milliseconds: float
    size: int


def visits(objects: dict, person: str) -> list[AdminVisit]:
    """Each address that the matrix says is shown to the person, with all it can be asked for."""
    found = {}
    for row in read_table():
        if row.method == "GET" and row.thing in objects and row.outcomes[person] == "ok":
            for thing in (row.thing, _CROWDED) if row.thing == "page" else (row.thing,):
                path = fill(row.address, objects[row.thing] | _crowded(objects, thing))
                for name, query in _queries(row.address, objects, thing):
                    address = f"{path}{'&' if '?' in path else '?'}{query}" if query else path
                    found.setdefault(address, f"{row.address} {thing} {name}".strip())
    return [AdminVisit(name, address) for address, name in found.items()]


def _crowded(objects: dict, thing: str) -> dict:
    """What stands in for the thing of the row, where the crowded page does."""
    if thing != _CROWDED:
        return {}
    names = ("page_id", "parent_page_id", "page_to_move_id", "pk", "page_pk", "revision_id")
    return {name: objects[thing][name] for name in names}


def _queries(address: str, objects: dict, thing: str) -> Iterator[tuple[str, str]]:
    """What comes after the question mark, with a name for it."""
    yield "", ""
    if address.startswith("admin/bulk/"):
        if numbers := _many(objects[thing]["model_name"]):
            yield f"{len(numbers)} more", "&".join(f"id={number}" for number in numbers)
        return
    names = {"place": objects[_CROWDED]["pk"], "collection": objects["collection"]["pk"]}
    if "<" not in address or address in _QUERIES or address.endswith("results/"):
        for query in (*_LISTS, *_QUERIES.get(address.replace("results/", ""), ())):
            yield query, query.format(**names)


def _many(kind: str) -> list[int]:
    things = {
        "page": Page.objects.filter(title__startswith=f"{NAME} "),
        "image": Image.objects.all(),
        "document": Document.objects.all(),
    }
    if kind not in things:
        return []
    return list(things[kind].order_by("-pk").values_list("pk", flat=True)[:_MANY])


def cost(client: Client, address: str) -> Cost | None:
    """What a visit takes, unless the address has no answer to it; what it writes is taken back."""
    queries = 0

    def note(execute, sql, parameters, many, context):
        nonlocal queries
        queries += 1
        return execute(sql, parameters, many, context)

    with transaction.atomic(), connection.execute_wrapper(note):
        began = time.process_time()
        response = client.get(address)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        spent = (time.process_time() - began) * 1000
        transaction.set_rollback(True)
    return Cost(queries, spent, len(body)) if response.status_code < 400 else None

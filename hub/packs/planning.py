"""What is to be done with each entry: made, changed, or left to the editors."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from django.db import models
from wagtail.models import Page

from hub.packs.errors import PackError, Place, Problems, meant
from hub.packs.fields import known_fields
from hub.packs.keys import KeyBook, is_page_model, pack_models, type_of
from hub.packs.names import PackNames
from hub.packs.plain_fields import FieldWriter, checksum_of, main_stream
from hub.packs.reader import Entry
from hub.packs.records import PackRecord
from hub.packs.telling import name_of_kind
from hub.packs.yaml_values import Value

FILE_LINK = re.compile(r"\]\(file:([^)\s]+)\)")


class Status(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    EDITED = "edited here"
    DELETED = "deleted here"
    FOREIGN = "not from a pack"


TO_WRITE = (Status.NEW, Status.CHANGED)
WHY_LEFT_ALONE = {
    Status.EDITED: "changed by an editor since the last import: left alone",
    Status.DELETED: "deleted by an editor: not made again",
    Status.FOREIGN: "exists already and was made here, not by a pack: left alone",
}


@dataclass
class Task:
    """An entry, what it is about in the database, and what is to be done."""

    entry: Entry
    model: type[Any]
    values: dict[str, Value]
    checksum: str
    status: Status = Status.NEW
    thing: Any = None
    record: PackRecord | None = field(default=None, repr=False)

    @property
    def is_page(self) -> bool:
        return is_page_model(self.model)

    @property
    def is_to_write(self) -> bool:
        return self.status in TO_WRITE

    @property
    def whole(self) -> Value:
        """The entry as one value, for what is wrong with the whole."""
        return Value(self.values, self.entry.place)


def make_task(entry: Entry, source_type: str = "", beside: str = "") -> Task:
    """The task of an entry; `beside` is a checksum of what it depends on. Raises PackError."""
    known = pack_models()
    kind = entry.type or source_type
    if not kind:
        raise entry.error("„type” is missing")
    if kind not in known:
        raise entry.error(f"the type „{kind}” is not known{meant(kind, sorted(known))}")
    if source_type and kind != source_type:
        raise entry.error(f"the type is „{kind}” here and „{source_type}” in the original")
    model = known[kind]
    return Task(entry, model, _values(entry, model), _checksum(entry, beside))


def _values(entry: Entry, model: type[models.Model]) -> dict[str, Value]:
    """What the entry says, its Markdown body as the field it fills."""
    values = {name: value for name, value in entry.values.items() if name != "parent"}
    if entry.body is None:
        return values
    name = main_stream(model)
    if not name:
        raise PackError(entry.body.place, f"a {name_of_kind(model)} has no text below")
    if name in values:
        raise values[name].error(f"„{name}” stands both here and below the front matter")
    return {**values, name: entry.body}


def report_unknown_names(task: Task, problems: Problems) -> None:
    """Each name that the type does not have."""
    known = list(known_fields(task.model))
    for name, value in task.values.items():
        if name not in known:
            kind = type_of(task.model)
            reason = f"„{name}” is not known in a {kind}{meant(name, known)}"
            problems.add(value.place, reason)
    if "parent" in task.entry.values and not task.is_page:
        problems.add(task.entry.values["parent"].place, "only pages have a parent")


def _checksum(entry: Entry, beside: str) -> str:
    """Of the text and of every file that it names."""
    digest = hashlib.sha256(f"{entry.checksum} {beside} {entry.pack.licence}".encode())
    for path in sorted(set(_named_files(entry))):
        try:
            file = entry.pack.inside(path)
        except (ValueError, OSError):
            continue  # told of when it is taken
        digest.update(file.read_bytes())
        sidecar = file.with_name(f"{file.name}.yaml")
        digest.update(sidecar.read_bytes() if sidecar.is_file() else b"")
    return digest.hexdigest()


def _named_files(entry: Entry) -> Iterator[str]:
    waiting = [*entry.values.values(), *([entry.body] if entry.body else [])]
    while waiting:
        data = waiting.pop().data
        if isinstance(data, dict):
            waiting.extend(data.values())
        elif isinstance(data, list):
            waiting.extend(data)
        elif data and "\n" not in data and len(data) < 200 and re.search(r"\.\w{2,4}$", data):
            yield data
        elif data:
            yield from FILE_LINK.findall(data)
            yield from re.findall(r"^\s*(?:-\s+)?\w+:\s+(\S+\.\w{2,4})$", data, re.M)


class Planner:
    """Compares entries with what the last import left and with what stands here now."""

    def __init__(self, book: KeyBook):
        self.book = book
        self.writer = FieldWriter(PackNames(book))

    def decide(self, task: Task) -> None:
        """Set the task's status, and the thing it is about."""
        task.record = self.book.records.get((task.entry.key, task.entry.language))
        if task.record is None:
            task.thing = self._made_here(task)
            task.status = Status.FOREIGN if task.thing else Status.NEW
            return
        task.thing = latest(task.model, task.record.object_id)
        if task.thing is None:
            task.status = Status.DELETED
        elif self.state(task.thing) != task.record.object_checksum:
            task.status = Status.EDITED
        elif task.record.source_checksum != task.checksum:
            task.status = Status.CHANGED
        else:
            task.status = Status.UNCHANGED

    def _made_here(self, task: Task) -> models.Model | None:
        """A page with this key that no pack made."""
        if not task.is_page or task.entry.language != self.book.language:
            return None
        page_id = self.book.page_id(task.entry.key)
        return Page.objects.filter(pk=page_id).first() if page_id else None

    def state(self, thing: models.Model) -> str:
        """The checksum of what stands in the database, drafts included."""
        parent_key = ""
        if isinstance(thing, Page) and thing.depth > 2:
            parent_key = self.book.page_key(thing.get_parent().pk)
        return checksum_of(thing, self.writer.values(thing), parent_key)


def latest(model: type[models.Model], key: object) -> models.Model | None:
    """The thing as an editor sees it: its newest draft if there is one."""
    thing = model._default_manager.filter(pk=key).first()
    if thing is not None and hasattr(thing, "get_latest_revision_as_object"):
        return thing.get_latest_revision_as_object()
    return thing


def in_order(tasks: list[Task], problems: Problems) -> list[Task]:
    """The tasks of pages, each after its parent's; pages side by side in the files' order."""
    by_key = {task.entry.key: task for task in tasks}
    depths: dict[str, int] = {}

    def depth_of(task: Task, below: tuple[str, ...]) -> int:
        key, parent = task.entry.key, task.entry.parent
        if key in below:
            raise task.entry.error(f"„{key}” is below itself")
        if key not in depths:
            is_here = parent in by_key
            depths[key] = 1 + depth_of(by_key[parent], (*below, key)) if is_here else 0
        return depths[key]

    for task in tasks:
        with problems.gathered():
            depth_of(task, ())
    placed = [task for task in tasks if task.entry.key in depths]
    return sorted(placed, key=lambda task: depths[task.entry.key])


def whole_file(place: Place) -> Place:
    """The file without the line."""
    return replace(place, line=0)

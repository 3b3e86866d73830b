"""Writes what is public as packs, one folder an owner: the way back of the importer."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Model
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from hub.ownership import Owner
from hub.packs.errors import PackError, Place
from hub.packs.export_files import write_files
from hub.packs.export_names import (
    ExportNames,
    language_of,
    page_path,
    record_keys_of,
    record_path,
)
from hub.packs.keys import KeyBook, is_page_model, pack_models
from hub.packs.plain_fields import FieldWriter, Plain, as_text, split_body, translated_names
from hub.packs.reader import CONTENT_NAME, PACK_FILE, find_packs
from hub.packs.report import Report
from hub.packs.segments import name_of
from hub.packs.translations import fixed_names
from hub.packs.yaml_values import write_yaml
from hub.vocabulary import Licence

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class _Thing:
    """A page or record that leaves the hub, with its name and place."""

    thing: Any
    key: str
    language: str
    path: str
    parent: str = ""

    @property
    def owner(self) -> str:
        return self.key.split("/")[0]


def target_folders(folder: Path, owner: str = "") -> dict[str, Path]:
    """Where each owner's pack goes. Raises PackError where it cannot be written."""
    if folder.exists() and not folder.is_dir():
        raise PackError(Place(str(folder)), "this is not a folder")
    if (folder / PACK_FILE).is_file():
        theirs = find_packs(folder)[0].owner
        if owner and owner != theirs:
            raise PackError(Place(str(folder)), f"this is the pack of „{theirs}”, not of „{owner}”")
        return {theirs: folder}
    if folder.is_dir() and any(folder.iterdir()):
        find_packs(folder)
    known = list(Owner.objects.values_list("key", flat=True))
    if owner and owner not in known:
        raise PackError(Place(str(folder)), f"there is no owner „{owner}”")
    return {key: folder / key for key in known if owner in ("", key)}


class Exporter:
    """One export; only what anyone may read leaves the hub."""

    def __init__(self, folder: Path, owner: str = "", progress: Progress | None = None):
        self.folders = target_folders(folder, owner)
        self.language = settings.LANGUAGE_CODE
        self.report = Report()
        self._progress = progress or (lambda done, total: None)
        self._done = self._total = 0

    def run(self) -> Report:
        """Write the packs; what cannot leave the hub is noted."""
        self.book = KeyBook(self.language)
        models = [model for model in pack_models().values() if not is_page_model(model)]
        self.record_keys = record_keys_of(self.book, models)
        things = [*self._pages(), *self._records(models)]
        by_owner = defaultdict(list)
        for thing in things:
            by_owner[thing.owner].append(thing)
        self._total = sum(len(by_owner[owner]) for owner in self.folders)
        for owner, folder in self.folders.items():
            if by_owner[owner]:
                self._write_pack(owner, folder, by_owner[owner])
        return self.report

    # What leaves

    def _pages(self) -> Iterator[_Thing]:
        """Public pages whose pages above are public, parents first."""
        types = {model for model in pack_models().values() if is_page_model(model)}
        root = Page.get_first_root_node()
        written = {root.path: ""}
        pages = Page.objects.filter(depth__gt=1, alias_of=None).order_by("path")
        for page in pages.specific().select_related("locale"):
            if type(page) not in types:
                continue
            key = self.book.page_key(page.pk)
            above = page.path[: -page.steplen]
            if not page.live or above not in written:
                if key.split("/")[0] in self.folders:
                    self.report.notes.append(f"{key}: not public: left out")
                continue
            written[page.path] = key
            language = page.locale.language_code
            parent = written[above] if language == self.language else ""
            yield _Thing(page, key, language, page_path(self.book, key, language), parent)

    def _records(self, models: list[type[Model]]) -> Iterator[_Thing]:
        """Live records, in the order in which they came."""
        for model in models:
            for thing in model._default_manager.order_by("pk"):
                key = self.record_keys[model, thing.pk]
                community = getattr(thing, "community", None)
                if not getattr(thing, "live", True) or not getattr(community, "live", True):
                    if key.split("/")[0] in self.folders:
                        self.report.notes.append(f"{key}: not public: left out")
                    continue
                language = language_of(thing, self.language)
                yield _Thing(thing, key, language, record_path(self.book, key, language, model))

    # One pack

    def _write_pack(self, owner: str, folder: Path, things: list[_Thing]) -> None:
        self.names = ExportNames(self.book, self.record_keys)
        self.writer = FieldWriter(self.names)
        name = Owner.objects.get(key=owner).name
        self._write(folder / PACK_FILE, write_yaml(_pack_values(owner, name)))
        by_path: dict[str, list[_Thing]] = defaultdict(list)
        for thing in things:
            by_path[thing.path].append(thing)
        for path, together in by_path.items():
            self._write(folder / path, self._text(path, together))
        paths = [*by_path, *write_files(folder, self.names.files, self.report)]
        self._tell_of_the_rest(folder, {PACK_FILE, *paths})

    def _text(self, path: str, things: list[_Thing]) -> str:
        """A Markdown file of one thing, or a list of several."""
        plain = []
        for thing in things:
            plain.append(self._plain(thing))
            self._done += 1
            self._progress(self._done, self._total)
        if path.endswith(".yaml"):
            return write_yaml(plain)
        names = dict(plain[0])
        front, body = split_body(things[0].thing, names)
        return as_text(front, body)

    def _plain(self, thing: _Thing) -> Plain:
        named = {"key": thing.key}
        values = self.writer.values(thing.thing)
        if thing.language == self.language:
            named["type"] = type(thing.thing).pack_type
            if thing.parent:
                named["parent"] = thing.parent
        else:
            values = self._translated(thing.thing, values)
        self.report.add("written", f"{thing.key} ({thing.language})")
        return {**named, **values}

    def _translated(self, thing: Any, values: Plain) -> Plain:
        """What a translation says itself: words somebody translated, and what else differs."""
        original = type(thing)._default_manager.filter(
            translation_key=thing.translation_key, locale__language_code=self.language
        )
        theirs = self.writer.values(original.get()) if original else {}
        paths = StringTranslation.objects.filter(
            context__object_id=thing.translation_key, locale=thing.locale_id
        ).values_list("context__path", flat=True)
        said = {name_of(path) for path in paths} & translated_names(thing)
        fixed = fixed_names(type(thing))
        return {
            name: value
            for name, value in values.items()
            if name in said or (value != theirs.get(name) and name not in fixed)
        }

    def _write(self, file: Path, text: str) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def _tell_of_the_rest(self, folder: Path, written: set[str]) -> None:
        """Files of an earlier pack that say what is not here any more."""
        for file in sorted(folder.rglob("*")):
            path = str(file.relative_to(folder))
            if CONTENT_NAME.match(file.name) and path not in written:
                self.report.notes.append(f"{path}: left from before, not written now")


def _pack_values(owner: str, name: str) -> Plain:
    return {"owner": owner, "name": name, "licence": Licence.CC_BY.value}

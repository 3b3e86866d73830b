"""Writes what is public as packs, one folder an owner: the way back of the importer."""

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from wagtail_localize.models import StringTranslation

from hub.ownership import Owner
from hub.packs.errors import PackError, Place
from hub.packs.export_files import write_files
from hub.packs.export_names import ExportNames
from hub.packs.keys import KeyBook, type_of
from hub.packs.leaving import Leaving, Thing
from hub.packs.plain_fields import FieldWriter, Plain, as_text, split_body, translated_names
from hub.packs.reader import CONTENT_NAME, PACK_FILE, find_packs
from hub.packs.report import Report
from hub.packs.segments import name_of
from hub.packs.translations import fixed_names
from hub.packs.yaml_values import write_yaml
from hub.vocabulary import Licence, PointPrecision

Progress = Callable[[int, int], None]

POINT = ("latitude", "longitude")  # a hidden one never leaves the hub


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
    """One export of all owners' packs, or of one."""

    def __init__(self, folder: Path, owner: str = "", progress: Progress | None = None):
        self.folders = target_folders(folder, owner)
        self.language = settings.LANGUAGE_CODE
        self.report = Report()
        self._progress = progress or (lambda done, total: None)
        self._done = self._total = 0

    def run(self) -> Report:
        """Write the packs; what cannot leave the hub is noted."""
        self.leaving = Leaving(KeyBook(self.language))
        things = self.leaving.things()
        self.keys = {thing.key for thing in things}
        by_owner = defaultdict(list)
        for thing in things:
            by_owner[thing.owner].append(thing)
        self.report.notes += [
            f"{key}: {reason}"
            for key, reason in self.leaving.left_out
            if key.split("/")[0] in self.folders
        ]
        self._total = sum(len(by_owner[owner]) for owner in self.folders)
        for owner, folder in self.folders.items():
            if by_owner[owner]:
                self._write_pack(owner, folder, by_owner[owner])
        return self.report

    # One pack

    def _write_pack(self, owner: str, folder: Path, things: list[Thing]) -> None:
        self.names = ExportNames(self.leaving.book, self.leaving.record_keys, self.keys)
        self.writer = FieldWriter(self.names)
        name = Owner.objects.get(key=owner).name
        self._write(folder / PACK_FILE, write_yaml(_pack_values(owner, name)))
        by_path: dict[str, list[Thing]] = defaultdict(list)
        for thing in things:
            is_taken = thing.path in by_path and thing.path.endswith(".md")
            by_path[thing.path_of_its_own if is_taken else thing.path].append(thing)
        for path, together in by_path.items():
            self._write(folder / path, self._text(path, together))
        paths = [*by_path, *write_files(folder, self.names.files, self.report)]
        self._tell_of_the_rest(folder, {PACK_FILE, *paths})

    def _text(self, path: str, things: list[Thing]) -> str:
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

    def _plain(self, thing: Thing) -> Plain:
        named = {"key": thing.key}
        values = self.writer.values(thing.thing)
        if thing.language == self.language:
            named["type"] = type_of(type(thing.thing))
            if thing.parent:
                named["parent"] = thing.parent
        else:
            values = self._translated(thing.thing, values)
        if getattr(thing.thing, "point_precision", "") == PointPrecision.HIDDEN:
            values = {name: value for name, value in values.items() if name not in POINT}
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

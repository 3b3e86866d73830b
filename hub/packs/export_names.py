"""Keys and paths for what leaves the hub: as packs gave them, or made for what was made here."""

from pathlib import PurePosixPath
from typing import Any

from django.db.models import Model

from hub.ownership import HUB_KEY
from hub.packs.keys import KeyBook, key_word, type_of, unique
from hub.packs.names import PackNames
from hub.packs.reader import CONTENT_NAME

FILES = "files"


class ExportNames(PackNames):
    """Names things for one owner's pack, and remembers which files it must hold."""

    def __init__(
        self,
        book: KeyBook,
        record_keys: dict[tuple[type[Model], object], str],
        leaving: set[str],
    ):
        super().__init__(book)
        self.record_keys, self.leaving = record_keys, leaving
        self.files: dict[str, Model] = {}
        self._paths: dict[tuple[type[Model], object], str] = {}

    def page_key(self, page_id: object) -> str:
        """The key of a page that leaves too; nothing else is spoken of outside."""
        key = super().page_key(page_id)
        return key if key in self.leaving else ""

    def record_key(self, record_id: object, model: type[Model]) -> str:
        key = self.record_keys.get((model, record_id), "")
        return key if key in self.leaving else ""

    def file_path(self, file_id: object, model: type[Model]) -> str:
        """The path in the pack; empty if there is no such file any more."""
        if not file_id:
            return ""
        named = (model, int(str(file_id)))
        if named not in self._paths:
            self._paths[named] = self._take(*named)
        return self._paths[named]

    def _take(self, model: type[Model], file_id: int) -> str:
        thing: Any = model._default_manager.filter(pk=file_id).first()
        if thing is None:
            return ""
        key = self._key(file_id, model)
        name = PurePosixPath(thing.file.name).name
        path = PurePosixPath(key.partition(":")[2] if key else f"{FILES}/{name}")
        free, number = path, 1
        while str(free) in self.files:
            number += 1
            free = path.with_stem(f"{path.stem}-{number}")
        self.files[str(free)] = thing
        return str(free)


def record_keys_of(book: KeyBook, models: list[type[Model]]) -> dict[tuple, str]:
    """The keys of all records; translations have their original's."""
    keys: dict[tuple[type[Model], object], str] = {}
    taken = {key for key, _language in book.records}
    for model in models:
        by_translation: dict[object, str] = {}
        for thing in _first_language_first(model, book.language):
            shared = getattr(thing, "translation_key", None)
            key = book.key_of(thing) or by_translation.get(shared, "")
            if not key:
                key = unique(_derived(book, thing), taken)
                taken.add(key)
            if shared:
                by_translation.setdefault(shared, key)
            keys[model, thing.pk] = key
    return keys


def _first_language_first(model: type[Model], language: str) -> list[Model]:
    things = list(model._default_manager.order_by("pk"))
    return sorted(things, key=lambda thing: language_of(thing, language) != language)


def language_of(thing: Model, otherwise: str) -> str:
    """The language of a page or record; `otherwise` where it speaks all of them."""
    locale = getattr(thing, "locale", None)
    return locale.language_code if locale else otherwise


def _derived(book: KeyBook, thing: Model) -> str:
    """Below its community's key, or the hub's."""
    community = book.page_key(getattr(thing, "community_id", None)) or HUB_KEY
    return f"{community}/{type_of(type(thing))}/{key_word(str(thing))}"


def page_path(book: KeyBook, key: str, language: str) -> str:
    """The file of a page: where it came from, or a place made of its key."""
    known = _known_path(book, key, language)
    within = key.partition("/")[2] or key
    return known or f"{within}.{language}.md"


def record_path(book: KeyBook, key: str, language: str, model: type[Model]) -> str:
    """The file of a record: where it came from, or the list of its kind."""
    return _known_path(book, key, language) or f"{type_of(model)}.{language}.yaml"


def _known_path(book: KeyBook, key: str, language: str) -> str:
    record = book.records.get((key, language))
    if record:
        return record.path
    original = book.records.get((key, book.language))
    name = CONTENT_NAME.match(original.path) if original else None
    return f"{name['name']}.{language}.{name['form']}" if name else ""

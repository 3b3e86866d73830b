"""Keys and the pages, records and files they stand for, in both directions."""

import re
from collections import defaultdict
from functools import cached_property

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils.text import slugify
from wagtail.models import Locale, Page

from hub.ownership import HUB_KEY
from hub.packs.records import PackRecord
from hub.pages import is_owner_root
from hub.transliteration import to_ascii

HOME = f"{HUB_KEY}/home"


def pack_models() -> dict[str, type[Model]]:
    """The models that packs can hold, by the name of their type."""
    models = (model for model in apps.get_models() if not model._meta.abstract)
    named = ((getattr(model, "pack_type", ""), model) for model in models)
    return {str(name): model for name, model in named if name}


def is_page_model(model: type[Model]) -> bool:
    return issubclass(model, Page)


def is_record_model(model: type[Model]) -> bool:
    """Whether packs hold things of this model that are not pages."""
    return bool(getattr(model, "pack_type", "")) and not is_page_model(model)


def type_of(model: type[Model]) -> str:
    """The name of the model's type, as packs write it."""
    return str(getattr(model, "pack_type", ""))


def file_key(owner: str, path: str) -> str:
    """The key of a file of a pack."""
    return f"{owner}:{path}"


class KeyBook:
    """What stands in the database, by key; things that no pack made have keys made of slugs."""

    def __init__(self, language: str):
        self.language = language
        self.records: dict[tuple[str, str], PackRecord] = {}
        self._keys: dict[tuple[int, str], str] = {}
        self._page_ids: dict[str, int] = {}
        self.page_keys: dict[int, str] = {}
        self._standing = set(Page.objects.values_list("pk", flat=True))
        for record in PackRecord.objects.all():
            self.records[record.key, record.language] = record
            if not self._is_of_page(record) or int(record.object_id) in self._standing:
                self.remember(record)

    def remember(self, record: PackRecord) -> None:
        """Keep what an import made."""
        self.records[record.key, record.language] = record
        self._keys[record.content_type_id, record.object_id] = record.key
        if self._is_of_page(record):
            self.remember_page(record.key, int(record.object_id), record.language)

    def remember_page(self, key: str, page_id: int, language: str) -> None:
        self.page_keys[page_id] = key
        if language == self.language:
            self._page_ids[key] = page_id

    def _is_of_page(self, record: PackRecord) -> bool:
        return record.content_type_id in self._page_types

    @cached_property
    def _page_types(self) -> set[int]:
        models = [model for model in pack_models().values() if is_page_model(model)]
        return {type_.pk for type_ in ContentType.objects.get_for_models(*models).values()}

    def page_id(self, key: str) -> int | None:
        """The page of a key in the packs' first language."""
        return self._page_ids.get(key) or self._derived_page_ids.get(key)

    def page_key(self, page_id: object) -> str:
        """The key of a page, in whatever language it is."""
        if not page_id:
            return ""
        number = int(str(page_id))
        return self.page_keys.get(number) or self._derived_page_keys.get(number, "")

    def key_of(self, thing: Model) -> str:
        """The key a pack gave to a record or file; empty if none did."""
        content_type = ContentType.objects.get_for_model(thing)
        return self._keys.get((content_type.pk, str(thing.pk)), "")

    @property
    def known_page_keys(self) -> list[str]:
        return sorted({*self._page_ids, *self._derived_page_ids})

    # Things that no pack made

    @cached_property
    def _derived_page_keys(self) -> dict[int, str]:
        """Keys of all pages, made of their parents' and their slugs where no pack gave one."""
        roots = _owner_roots()
        keys: dict[str, str] = {}  # by path in the tree
        taken = set(self._page_ids)
        found: dict[int, str] = {}
        by_translation: dict[object, str] = {}
        locales = dict(Locale.objects.values_list("pk", "language_code"))
        fields = ("pk", "path", "slug", "translation_key", "locale_id")
        pages = Page.objects.filter(content_type__in=self._page_types).values_list(*fields)
        in_order = sorted(pages, key=lambda row: (locales[row[4]] != self.language, row[1]))
        for page_id, path, slug, translation_key, _locale in in_order:
            key = self.page_keys.get(page_id) or by_translation.get(translation_key)
            if key is None:
                key = unique(roots.get(path) or _below(keys.get(path[:-4], ""), slug), taken)
            taken.add(key)
            keys[path] = found[page_id] = key
            by_translation.setdefault(translation_key, key)
        return found

    @cached_property
    def _derived_page_ids(self) -> dict[str, int]:
        ours = Page.objects.filter(locale__language_code=self.language)
        known = self._derived_page_keys
        return {known[pk]: pk for pk in ours.values_list("pk", flat=True) if pk in known}


def _owner_roots() -> dict[str, str]:
    """The places in the tree of the owners' own pages, with the owners' keys."""
    models = [m for m in pack_models().values() if is_page_model(m) and is_owner_root(m)]
    return {
        path: key
        for model in models
        for path, key in model._default_manager.values_list("path", "owning__key")
        if key
    }


def _below(parent_key: str, slug: str) -> str:
    """The key of a page below another; the home page's children are the hub's own."""
    slug = key_word(slug)
    if not parent_key:
        return HOME
    return f"{HUB_KEY}/{slug}" if parent_key == HOME else f"{parent_key}/{slug}"


def key_word(text: str) -> str:
    """Words as they can stand in a key."""
    return re.sub(r"-+", "-", slugify(to_ascii(text)).replace("_", "-")).strip("-")[:60] or "x"


def unique(key: str, taken: set[str]) -> str:
    """The key, with a number after it if it is taken."""
    numbers: dict[str, int] = defaultdict(lambda: 1)
    candidate = key
    while candidate in taken:
        numbers[key] += 1
        candidate = f"{key}-{numbers[key]}"
    return candidate

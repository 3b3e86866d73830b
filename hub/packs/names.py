"""Finds what a pack names in the database, and names what stands there."""

from collections.abc import Callable
from functools import cached_property

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection

from hub.packs.errors import AlreadyTold, PackError, Place, meant
from hub.packs.fields import slug_name
from hub.packs.files import FileShelf
from hub.packs.keys import KeyBook
from hub.packs.reader import Pack
from hub.packs.telling import name_of_kind
from hub.packs.yaml_values import Value
from hub.richtext import plain_link


class PackFinder:
    """The Finder of one entry; `collection` is asked for when the first file is taken."""

    def __init__(
        self,
        book: KeyBook,
        shelf: FileShelf,
        pack: Pack,
        broken: set[str],
        collection: Callable[[], Collection],
    ):
        self.book, self.shelf, self.pack, self.broken = book, shelf, pack, broken
        self._collection = collection

    def page_id(self, value: Value) -> int:
        page_id = self.book.page_id(value.text)
        if page_id is None:
            raise self._missing(value, "page", self.book.known_page_keys)
        return page_id

    def record_id(self, value: Value, model: type[Model]) -> object:
        record = self.book.records.get((value.text, self.book.language))
        content_type = ContentType.objects.get_for_model(model)
        if record is None or record.content_type_id != content_type.pk:
            known = [
                key
                for (key, _language), other in self.book.records.items()
                if other.content_type_id == content_type.pk
            ]
            raise self._missing(value, name_of_kind(model), known)
        thing = model._default_manager.filter(pk=record.object_id).first()
        if thing is None:
            raise value.error(f"the {name_of_kind(model)} „{value.text}” was deleted here")
        return thing.pk

    def _missing(self, value: Value, what: str, known: list[str]) -> PackError:
        if value.text in self.broken:
            return AlreadyTold(value.place, f"„{value.text}” is broken itself")
        if (value.text, self.book.language) in self.book.records:
            return value.error(f"the {what} „{value.text}” was deleted here")
        advice = meant(value.text, known) if len(known) > 20 else meant(value.text, known)[:400]
        return value.error(f"there is no {what} with the key „{value.text}”{advice}")

    def file_id(self, value: Value, model: type[Model]) -> int:
        return self.shelf.take(self.pack, value, model, self._collection).pk

    def alt_of(self, image_id: int) -> str:
        image = get_image_model().objects.filter(pk=image_id).first()
        return getattr(image, "description", "") if image else ""

    def link(self, address: str) -> dict[str, str]:
        kind, _colon, name = address.partition(":")
        value = Value(name, Place(""))
        try:
            if kind == "page":
                return {"linktype": "page", "id": str(self.page_id(value))}
            if kind == "file":
                return {"linktype": "document", "id": str(self._document_id(value))}
        except AlreadyTold:
            return {"href": "#"}  # nothing of this is kept
        except PackError as error:
            raise ValueError(error.reason) from error
        return plain_link(address)

    def _document_id(self, value: Value) -> int:
        return self.file_id(value, get_document_model())


class PackNames:
    """The Namer: as packs do, or with its number what no pack knows."""

    def __init__(self, book: KeyBook):
        self.book = book

    def page_key(self, page_id: object) -> str:
        return self.book.page_key(page_id)

    def record_key(self, record_id: object, model: type[Model]) -> str:
        return self._key(record_id, model) or f"{model._meta.model_name}-{record_id}"

    def file_path(self, file_id: object, model: type[Model]) -> str:
        if not file_id:
            return ""
        key = self._key(file_id, model)
        return key.partition(":")[2] if key else f"{model._meta.model_name}-{file_id}"

    def _key(self, thing_id: object, model: type[Model]) -> str:
        return self.book.key_of(model(pk=thing_id)) if thing_id else ""

    def slug(self, thing_id: object, model: type[Model]) -> str:
        slugs = self._slugs.setdefault(model, {})
        if thing_id not in slugs:
            rows = model._default_manager.values_list("pk", slug_name(model) or "pk")
            slugs.update((key, str(slug)) for key, slug in rows)
        return slugs.get(thing_id, "")

    @cached_property
    def _slugs(self) -> dict[type[Model], dict[object, str]]:
        return {}

    def address(self, attributes: dict[str, str]) -> str:
        match attributes.get("linktype"):
            case "page":
                key = self.page_key(attributes.get("id"))
                return f"page:{key}" if key else ""
            case "document":
                path = self.file_path(attributes.get("id"), get_document_model())
                return f"file:{path}" if path else ""
        return attributes.get("href", "")

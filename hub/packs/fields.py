"""Fields of a page or record: which there are, and how each is read from a file."""

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import get_all_child_relations
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField, StreamField
from wagtail.models import COMMENTS_RELATION_NAME, Page

from hub.fields import ChoiceListField
from hub.packs.errors import Problems, meant
from hub.packs.keys import is_page_model, is_record_model
from hub.packs.links import Finder
from hub.packs.telling import explain, in_english
from hub.packs.values import (
    BlockReader,
    allowed_words,
    read_choice,
    read_rich_text,
    read_switch,
)
from hub.packs.yaml_values import Value

PAGE_NAMES = ("title", "slug", "seo_title", "search_description")
NOT_IN_PACKS = {
    *("first_published_at", "go_live_at", "expire_at", "live"),
    *("key", "owner", "locale", "translation_key"),
}


def known_fields(model: type[models.Model]) -> dict[str, Any]:
    """What a file may say of `model`: its fields and child relations, by name."""
    return _known_fields(model)


@cache
def _known_fields(model: type[models.Model]) -> dict[str, Any]:
    fields = {name: model._meta.get_field(name) for name in PAGE_NAMES if is_page_model(model)}
    for field in model._meta.get_fields():
        if _is_own(field) and field.name not in NOT_IN_PACKS:
            fields[field.name] = field
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        if relation.model is not Page and name != COMMENTS_RELATION_NAME:
            fields[name] = relation
    return fields


def _is_own(field) -> bool:
    """Whether editors fill the field in, and it is not one that every page has."""
    if field.auto_created or not field.concrete or not field.editable:
        return False
    return field.model is not Page and not field.primary_key


def is_reference(field) -> bool:
    """Whether the field can be filled only when other things exist already."""
    kinds = (StreamField, RichTextField, models.ForeignKey, models.ManyToManyField)
    return isinstance(field, (*kinds, models.ManyToOneRel))


class FieldReader:
    """Fills the fields of one page or record from its entry.

    A translation is shaped like its `original`: the same blocks, paragraphs and lists.
    """

    def __init__(
        self, finder: Finder, key: str, problems: Problems, original: models.Model | None = None
    ):
        self.finder, self.problems, self.original = finder, problems, original
        self.blocks = BlockReader(finder, key)
        self._readers: list[tuple[type, Callable[[Any, Value], Any]]] = [
            (StreamField, self._stream),
            (RichTextField, self._rich_text),
            (ChoiceListField, self._choices),
            (models.BooleanField, lambda field, value: read_switch(value)),
            (models.ForeignKey, self._reference),
            (models.ManyToManyField, self._references),
            (models.ManyToOneRel, self._children),
            (models.DateTimeField, self._moment),
        ]

    def fill(self, thing: models.Model, values: dict[str, Value], names: list[str]) -> None:
        """Set these fields as `values` say, or empty where they say nothing."""
        fields = known_fields(type(thing))
        for name in names:
            with self.problems.gathered():
                if name in values:
                    self.set(thing, name, self.read(fields[name], values[name]))
                elif name != "slug":
                    self.set(thing, name, _nothing(fields[name]))

    def set(self, thing: models.Model, name: str, value: Any) -> None:
        field = known_fields(type(thing))[name]
        if isinstance(field, models.ManyToManyField):
            if value or thing.pk:
                getattr(thing, name).set(value)
        elif isinstance(field, models.ForeignKey):
            setattr(thing, field.attname, value)
        else:
            setattr(thing, name, value)

    def read(self, field, value: Value) -> Any:
        """What the field holds for `value`. Raises PackError."""
        for kind, reader in self._readers:
            if isinstance(field, kind):
                return reader(field, value)
        return self._scalar(field, value)

    def _stream(self, field: StreamField, value: Value) -> StreamValue:
        twin = raw_stream(field, self.original) if self.original else None
        raw = self.blocks.stream(field.stream_block, value, field.name, twin)
        return StreamValue(field.stream_block, raw, is_lazy=True)

    def _rich_text(self, field: RichTextField, value: Value) -> str:
        twin = field.value_from_object(self.original) if self.original else None
        return read_rich_text(value, self.finder, twin)

    def _choices(self, field: ChoiceListField, value: Value) -> list[str]:
        return [read_choice(item, list(field.vocabulary.values)) for item in value.items]

    def _reference(self, field: models.ForeignKey, value: Value) -> Any:
        if value.data is None:
            return None
        return find_reference(self.finder, field, value)

    def _references(self, field: ParentalManyToManyField, value: Value) -> list:
        wanted = [find_reference(self.finder, field, item) for item in value.items]
        found = field.related_model._default_manager.in_bulk(wanted)
        return [found[key] for key in wanted]

    def _children(self, relation: models.ManyToOneRel, value: Value) -> list[models.Model]:
        return [self._child(relation, item, at) for at, item in enumerate(value.items)]

    def _child(self, relation, value: Value, position: int) -> models.Model:
        model, parent = relation.related_model, relation.field.name
        names = [name for name in known_fields(model) if name not in (parent, "sort_order")]
        for name, inner in value.mapping.items():
            if name not in names:
                raise inner.error(f"„{name}” is not known here{meant(name, names)}")
        child = model()
        self.fill(child, value.mapping, names)
        if hasattr(child, "sort_order"):
            child.sort_order = position
        check(child, value, leave_out=[parent])
        return child

    def _moment(self, field: models.DateTimeField, value: Value) -> datetime.datetime | None:
        moment = self._scalar(field, value)
        if moment is None or timezone.is_aware(moment):
            return moment
        return timezone.make_aware(moment)

    def _scalar(self, field, value: Value) -> Any:
        text = value.text.strip("\n")
        if field.choices and text:
            read_choice(value, allowed_words(field.choices))
        empty = "" if isinstance(field, (models.CharField, models.TextField)) else None
        try:
            with in_english():
                return field.clean(text if text.strip() else empty, None)
        except ValidationError as error:
            raise value.error(explain(error)) from error


def _nothing(field) -> Any:
    """What an unsaid field holds."""
    if isinstance(field, (models.ManyToManyField, models.ManyToOneRel)):
        return []
    if isinstance(field, StreamField):
        return StreamValue(field.stream_block, [], is_lazy=True)
    return field.get_default()


def find_reference(finder: Finder, field, value: Value) -> Any:
    """The primary key of what a foreign key names: by key, by path, or by its slug."""
    model = field.related_model
    if is_page_model(model):
        return finder.page_id(value)
    if hasattr(model, "collection"):
        return finder.file_id(value, model)
    name = slug_name(model)
    if not name and is_record_model(model):
        return finder.record_id(value, model)
    things = model._default_manager.complex_filter(field.get_limit_choices_to())
    known = dict(things.values_list(name or "pk", "pk"))
    if value.text not in known:
        raise value.error(f"there is no „{value.text}”{meant(value.text, list(known))}")
    return known[value.text]


def slug_name(model: type[models.Model]) -> str:
    """The field by which things of a model are named: a unique slug or key, if it has one."""
    for field in model._meta.concrete_fields:
        if field.name in ("slug", "key") and field.unique:
            return field.name
    return ""


def raw_stream(field: StreamField, thing: models.Model) -> list:
    """What Wagtail stores of a stream."""
    return field.value_from_object(thing).get_prep_value()


def check(thing: models.Model, value: Value, leave_out: list[str] | None = None) -> None:
    """Ask the model's own rules. Raises PackError with the line of the field they name."""
    with rules_told(value):
        thing.full_clean(exclude=leave_out or [])


@contextmanager
def rules_told(value: Value) -> Iterator[None]:
    """Tell of a broken rule with the line of the field it names, if `value` has one."""
    try:
        with in_english():
            yield
    except ValidationError as error:
        given = value.data if isinstance(value.data, dict) else {}
        for name, reasons in getattr(error, "error_dict", {}).items():
            where = given.get(name, value)
            words = explain(ValidationError(reasons))
            raise where.error(words if name in given else f"{name}: {words}") from error
        raise value.error(explain(error)) from error

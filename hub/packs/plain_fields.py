"""A page or record as plain data and as the text of a file: the way back of `fields`."""

import datetime
import hashlib
import json
from collections.abc import Callable
from typing import Any

from django.db import models
from django.utils import timezone
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from hub.packs.fields import known_fields, raw_stream, slug_name
from hub.packs.keys import is_page_model, is_record_model
from hub.packs.links import Namer
from hub.packs.markdown_body import write_body
from hub.packs.plain_values import BlockWriter, several_lines
from hub.packs.values import is_written_as_markdown
from hub.packs.yaml_values import write_yaml
from hub.richtext import to_markdown

Plain = dict[str, Any]


class FieldWriter:
    """Writes the fields of a page or record as plain data."""

    def __init__(self, namer: Namer):
        self.namer = namer
        self.blocks = BlockWriter(namer)
        self._writers: list[tuple[type, Callable[[Any, models.Model], Any]]] = [
            (StreamField, self._stream),
            (RichTextField, self._rich_text),
            (models.ForeignKey, self._reference),
            (models.ManyToManyField, self._references),
            (models.ManyToOneRel, self._children),
        ]

    def values(self, thing: models.Model, leave_out: tuple[str, ...] = ()) -> Plain:
        """All that is said of `thing`, what is empty or usual left out."""
        fields = known_fields(type(thing))
        written = {
            name: self.value(field, thing)
            for name, field in fields.items()
            if name not in leave_out
        }
        return {
            name: value
            for name, value in written.items()
            if value not in (None, "", []) and not _is_usual(fields[name], value)
        }

    def value(self, field, thing: models.Model) -> Any:
        """One field as plain data."""
        for kind, writer in self._writers:
            if isinstance(field, kind):
                return writer(field, thing)
        value = field.value_from_object(thing)
        if isinstance(value, datetime.datetime):
            return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"
        if isinstance(value, str) and isinstance(field, models.TextField) and "\n" in value:
            return several_lines(value)
        return value

    def _stream(self, field: StreamField, thing: models.Model) -> list:
        return self.blocks.stream(field.stream_block, raw_stream(field, thing))

    def _rich_text(self, field: RichTextField, thing: models.Model) -> str:
        return several_lines(to_markdown(field.value_from_object(thing), self.namer.address))

    def _reference(self, field: models.ForeignKey, thing: models.Model) -> str:
        return self._name(field.related_model, getattr(thing, field.attname))

    def _references(self, field: models.ManyToManyField, thing: models.Model) -> list[str]:
        ids = [other.pk for other in getattr(thing, field.name).all()]
        return sorted(filter(None, (self._name(field.related_model, key) for key in ids)))

    def _name(self, model: type[models.Model], key: object) -> str:
        if key is None:
            return ""
        if is_page_model(model):
            return self.namer.page_key(key)
        if hasattr(model, "collection"):
            return self.namer.file_path(key, model)
        if slug_name(model) or not is_record_model(model):
            return self.namer.slug(key, model)
        return self.namer.record_key(key, model)

    def _children(self, relation: models.ManyToOneRel, thing: models.Model) -> list[Plain]:
        left_out = (relation.field.name, "sort_order")
        children = getattr(thing, relation.get_accessor_name()).all()
        return [self.values(child, left_out) for child in children]


def _is_usual(field, value: Any) -> bool:
    """Whether the value is the one an unsaid field has; a page's type of licence, say."""
    if isinstance(field, (models.ManyToManyField, models.ManyToOneRel, StreamField)):
        return False
    return field.has_default() and value == field.get_default()


def main_stream(model: type[models.Model]) -> str:
    """The field that a file's Markdown body fills; empty if there is none."""
    name = getattr(model, "main_stream", "")
    field = known_fields(model).get(name)
    if isinstance(field, StreamField):
        return name if is_written_as_markdown(field.stream_block) else ""
    return name if isinstance(field, RichTextField) else ""


def translated_names(thing: models.Model) -> set[str]:
    """The fields that hold words to translate, and some are there."""
    segments = (s for s in extract_segments(thing) if isinstance(s, StringSegmentValue))
    return {segment.path.split(".")[0] for segment in segments}


def as_text(front: Plain, body: Any) -> str:
    """The text of a Markdown file."""
    below = write_body(body) if isinstance(body, list) else str(body or "")
    return f"---\n{write_yaml(front)}---\n{below}"


def split_body(thing: models.Model, values: Plain, in_front: bool = False) -> tuple[Plain, Any]:
    """The front matter, and what goes below it unless everything goes in front."""
    name = "" if in_front else main_stream(type(thing))
    return {key: value for key, value in values.items() if key != name}, values.get(name)


def checksum_of(thing: models.Model, values: Plain, parent_key: str = "") -> str:
    """Changes when somebody edits, moves, unpublishes or publishes the thing."""
    is_live = getattr(thing, "live", True)
    place = parent_key if isinstance(thing, Page) else ""
    state = {"values": values, "live": is_live, "parent": place}
    text = json.dumps(state, default=str, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()

"""What is read: each thing with its parts, as its fields and blocks divide it."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.html import strip_tags
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField

from hub.packs.fields import known_fields, raw_stream
from hub.packs.plain_values import item_value
from hub.packs.translations import fixed_names

_PARAGRAPH = re.compile(r"</?(?:p|li|ul|ol|br)\b[^>]*>")
_PROSE = (models.CharField, models.TextField)
_NOT_PROSE = (models.SlugField, models.URLField, models.EmailField)
_PROSE_BLOCKS = (blocks.CharBlock, blocks.TextBlock)


@dataclass(frozen=True)
class Text:
    """A paragraph or line as a reader meets it."""

    path: str
    words: str
    language: str
    is_quoted: bool = False  # a title or name that others gave, in whatever language
    is_spoken: bool = False  # what a recording says, and its page may tell again


@dataclass(frozen=True)
class Part:
    """A field or block with what is stored for it; `source` says what that means."""

    path: str
    source: Any
    raw: Any
    language: str
    is_quoted: bool = False


@dataclass
class Subject:
    """A page, record or file: whose it is, in which language, where it is shown."""

    thing: models.Model
    owner: str
    language: str
    address: str
    prefix: str = ""  # names a record or file among others at the same address

    @cached_property
    def parts(self) -> list[Part]:
        """All parts, whole before their pieces."""
        skipped = set()
        if self.language != settings.LANGUAGE_CODE:
            skipped = fixed_names(type(self.thing))
        return list(_parts_of(self.thing, self.prefix, self.language, skipped))

    @cached_property
    def texts(self) -> list[Text]:
        """All that can be read, in its order; what is spoken in it comes last."""
        texts = [text for part in self.parts for text in texts_of(part)]
        return texts + [
            Text(self.prefix + path, words, language, is_spoken=True)
            for thing in (self.thing, *_children_of(self.thing))
            for path, words, language in getattr(thing, "spoken_texts", tuple)()
        ]


def texts_of(part: Part) -> Iterator[Text]:
    """The paragraphs of a part; none where it holds no words."""
    if isinstance(part.source, (RichTextField, blocks.RichTextBlock)):
        for paragraph in _PARAGRAPH.split(part.raw or ""):
            words = html.unescape(strip_tags(paragraph)).strip()
            if words:
                yield Text(part.path, words, part.language, part.is_quoted)
    elif _is_prose(part.source) and (part.raw or "").strip():
        for line in part.raw.strip().splitlines():
            if line.strip():
                yield Text(part.path, line.strip(), part.language, part.is_quoted)


def _is_prose(source: Any) -> bool:
    if isinstance(source, _PROSE):
        return not source.choices and not isinstance(source, _NOT_PROSE)
    return isinstance(source, _PROSE_BLOCKS)


def _children_of(thing: models.Model) -> Iterator[models.Model]:
    for relation in known_fields(type(thing)).values():
        if isinstance(relation, models.ManyToOneRel):
            yield from getattr(thing, relation.get_accessor_name()).all()


def _parts_of(thing: models.Model, prefix: str, language: str, skipped: set[str]) -> Iterator[Part]:
    """The fields that editors fill in, with the blocks and child rows in them."""
    quoted = getattr(thing, "quoted", ())
    skipped = skipped | set(getattr(thing, "not_prose", ()))
    for name, source in known_fields(type(thing)).items():
        path = prefix + name
        if name in skipped:
            continue
        if isinstance(source, models.ManyToOneRel):
            children = getattr(thing, source.get_accessor_name()).all()
            for position, child in enumerate(children, 1):
                theirs = getattr(child, "language", language)
                yield from _parts_of(child, f"{path}/{position}/", theirs, {"language"})
        elif isinstance(source, StreamField):
            yield from blocks_in(source.stream_block, raw_stream(source, thing), path, language)
        elif not isinstance(source, models.ManyToManyField):
            yield Part(path, source, source.value_from_object(thing), language, name in quoted)


def blocks_in(
    block: blocks.Block, raw: Any, path: str, language: str, is_quoted: bool = False
) -> Iterator[Part]:
    """A block and all blocks in it; items of streams and lists are counted from 1."""
    yield Part(path, block, raw, language, is_quoted)
    if isinstance(block, blocks.StreamBlock):
        for position, item in enumerate(raw or [], 1):
            child = block.child_blocks.get(item["type"])
            if child is not None:
                yield from blocks_in(child, item["value"], f"{path}/{position}", language)
    elif isinstance(block, blocks.ListBlock):
        for position, item in enumerate(raw or [], 1):
            place = f"{path}/{position}"
            yield from blocks_in(block.child_block, item_value(item), place, language, is_quoted)
    elif isinstance(block, blocks.StructBlock):
        quoted = getattr(block, "quoted", ())
        for name, child in block.child_blocks.items():
            value = (raw or {}).get(name)
            yield from blocks_in(child, value, f"{path}/{name}", language, name in quoted)

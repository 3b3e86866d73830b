"""Blocks of a StreamField: from what stands in a file to what Wagtail stores, and back."""

import datetime
import re
import uuid
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from hub.packs.errors import PackError, meant
from hub.packs.links import Finder
from hub.packs.markdown_body import read_body
from hub.packs.telling import explain, in_english
from hub.packs.yaml_values import Value
from hub.richtext import MarkdownProblem, to_html

NAMESPACE = uuid.UUID("6a1cf6a5-9f0b-4f7a-8c3e-52f1c7a4d0e9")
WORDS = {"true": True, "yes": True, "false": False, "no": False, "": False}
BLOCK_ELEMENTS = re.compile(r"<(p|ul|ol|li)\b")

Raw = Any  # as in the JSON that Wagtail stores


def read_switch(value: Value) -> bool:
    """Yes or no."""
    word = value.text.strip().lower()
    if word not in WORDS:
        raise value.error(f"„{value.text}” is neither true nor false")
    return WORDS[word]


def read_choice(value: Value, allowed: list[str]) -> str:
    """One word of a fixed list."""
    if value.text not in allowed:
        raise value.error(f"„{value.text}” is not in the list{meant(value.text, allowed)}")
    return value.text


def read_rich_text(value: Value, finder: Finder, twin: str | None = None) -> str:
    """Rich text of Markdown; as a translation it has the same paragraphs as its `twin`."""
    try:
        html = to_html(value.text, finder.link)
    except MarkdownProblem as problem:
        raise PackError(value.line_of_text(problem.line), problem.reason) from problem
    if twin is not None and _shape(html) != _shape(twin):
        ours, theirs = len(_shape(html)), len(_shape(twin))
        raise value.error(
            "the paragraphs and lists are not those of the original"
            f" ({ours} paragraphs, lists and items here, {theirs} there)"
        )
    return html


def _shape(html: str) -> list[str]:
    return BLOCK_ELEMENTS.findall(html)


def allowed_words(choices) -> list[str]:
    """The values of a field's choices, groups opened."""
    words: list[str] = []
    for value, label in choices:
        words.extend(allowed_words(label) if isinstance(label, (list, tuple)) else [str(value)])
    return [word for word in words if word]


class BlockReader:
    """Reads the blocks of one entry; ids depend on its key and the block's place only."""

    def __init__(self, finder: Finder, key: str):
        self.finder, self.key = finder, key
        self._readers: list[tuple[type, Callable]] = [
            (ImageBlock, self._image),
            (blocks.StreamBlock, self.stream),
            (blocks.StructBlock, self._struct),
            (blocks.ListBlock, self._list),
            (blocks.RichTextBlock, self._rich_text),
            (blocks.PageChooserBlock, self._page),
            (blocks.ChooserBlock, self._chosen),
            (blocks.BooleanBlock, self._switch),
        ]

    def read(self, block: blocks.Block, value: Value, path: str, twin: Raw = None) -> Raw:
        """What is stored for `value`; as a translation it is shaped like its `twin`.

        Raises PackError.
        """
        for kind, reader in self._readers:
            if isinstance(block, kind):
                return reader(block, value, path, twin)
        return self._leaf(block, value, path, twin)

    def stream(self, block: blocks.StreamBlock, value: Value, path: str, twin: Raw = None) -> Raw:
        items = self._stream_items(block, value)
        self._same_number(value, len(items), twin)
        self._allowed_number(block, value, len(items))
        result = []
        for index, (name, inner) in enumerate(items):
            other = twin[index] if twin is not None else None
            if other is not None and other["type"] != name:
                raise inner.error(f"a block „{name}” where the original has „{other['type']}”")
            below = f"{path}.{index}"
            raw = self.read(block.child_blocks[name], inner, below, other and other["value"])
            result.append({"type": name, "value": raw, "id": self._id(below, other)})
        return result

    def _stream_items(self, block: blocks.StreamBlock, value: Value) -> list[tuple[str, Value]]:
        names = list(block.child_blocks)
        if isinstance(value.data, str) and is_written_as_markdown(block):
            value = read_body(value)
        if len(names) == 1 and not any(_is_typed(item, names) for item in value.items):
            return [(names[0], item) for item in value.items]
        result = []
        for item in value.items:
            if set(item.mapping) - {"type", "value"} or "type" not in item.mapping:
                raise item.error("each block is written with „type” and „value”")
            kind = item.mapping["type"]
            if kind.text not in names:
                raise kind.error(f"there is no block „{kind.text}”{meant(kind.text, names)}")
            result.append((kind.text, item.mapping.get("value", Value(None, item.place))))
        return result

    def _struct(self, block: blocks.StructBlock, value: Value, path: str, twin: Raw) -> Raw:
        names = list(block.child_blocks)
        if len(names) == 1 and not isinstance(value.data, dict):
            given = {names[0]: value}
        else:
            given = _with_alt(block, value.mapping if value.data is not None else {})
        for name in given:
            if name not in names:
                raise given[name].error(f"„{name}” is not known here{meant(name, names)}")
        raw = {
            name: self._child(child, name, given, value, f"{path}.{name}", twin)
            for name, child in block.child_blocks.items()
        }
        if type(block).clean is not blocks.StructBlock.clean:
            _check_rules(block, raw, value)
        return raw

    def _child(self, child, name: str, given: dict[str, Value], whole, path: str, twin) -> Raw:
        other = twin.get(name) if twin is not None else None
        if name in given:
            return self.read(child, given[name], path, other)
        if twin is not None:
            return other
        raw = _unsaid(child)
        is_image = isinstance(child, ImageBlock)
        if is_image or (child.required and raw in (None, "", [])):
            raise whole.error(f"„{name}” is missing")
        return raw

    def _list(self, block: blocks.ListBlock, value: Value, path: str, twin: Raw) -> Raw:
        self._same_number(value, len(value.items), twin)
        self._allowed_number(block, value, len(value.items))
        result = []
        for index, item in enumerate(value.items):
            other = twin[index] if twin is not None else None
            below = f"{path}.{index}"
            raw = self.read(block.child_block, item, below, other and other["value"])
            result.append({"type": "item", "value": raw, "id": self._id(below, other)})
        return result

    def _image(self, block: ImageBlock, value: Value, path: str, twin: Raw) -> Raw:
        given = value.mapping if isinstance(value.data, dict) else {"file": value}
        for name in given:
            if name not in ("file", "alt", "decorative"):
                raise given[name].error(f"„{name}” is not known here")
        if "file" in given:
            image = self._chosen(block.child_blocks["image"], given["file"], path, None)
        else:
            image = (twin or {}).get("image")
        decorative = read_switch(given.get("decorative", Value("", value.place)))
        alt = given["alt"].text if "alt" in given else ""
        if not alt and twin is not None:
            alt = twin["alt_text"]
        alt = alt or ("" if decorative else self.finder.alt_of(image))
        if not alt and not decorative:
            raise value.error("say what the picture shows: „alt: …”, or „decorative: true”")
        return {"image": image, "decorative": decorative, "alt_text": alt}

    def _rich_text(self, block, value: Value, path: str, twin: Raw) -> Raw:
        if block.required and not value.text.strip():
            raise value.error("the text is missing")
        return read_rich_text(value, self.finder, twin)

    def _page(self, block: blocks.PageChooserBlock, value: Value, path: str, twin: Raw) -> Raw:
        if value.data is None and not block.required:
            return None
        return self.finder.page_id(value)

    def _chosen(self, block: blocks.ChooserBlock, value: Value, path: str, twin: Raw) -> Raw:
        if value.data is None and not block.required:
            return None
        return self.finder.file_id(value, block.model_class)

    def _switch(self, block: blocks.BooleanBlock, value: Value, path: str, twin: Raw) -> Raw:
        return self._unchanged(read_switch(value), value, twin)

    def _leaf(self, block: blocks.FieldBlock, value: Value, path: str, twin: Raw) -> Raw:
        text = value.text.strip("\n")
        if isinstance(block, blocks.ChoiceBlock) and text:
            read_choice(value, allowed_words(block.field.choices))
        try:
            with in_english():
                raw = _storable(block.get_prep_value(block.clean(block.field.to_python(text))))
        except ValidationError as error:
            raise value.error(explain(error)) from error
        if isinstance(block, (blocks.CharBlock, blocks.TextBlock, blocks.URLBlock)):
            return raw
        return raw if isinstance(block, blocks.EmailBlock) else self._unchanged(raw, value, twin)

    # What a translation keeps

    def _unchanged(self, raw: Raw, value: Value, twin: Raw) -> Raw:
        if twin is not None and not _is_same(raw, twin):
            raise value.error(f"„{value.text}” where the original has „{twin}”")
        return raw if twin is None else twin

    def _same_number(self, value: Value, number: int, twin: Raw) -> None:
        if twin is not None and len(twin) != number:
            raise value.error(f"{number} here, {len(twin)} in the original")

    def _allowed_number(self, block, value: Value, number: int) -> None:
        smallest, largest = block.meta.min_num, block.meta.max_num
        if smallest and number < smallest:
            raise value.error(f"at least {smallest} are needed here")
        if largest and number > largest:
            raise value.error(f"at most {largest} are allowed here")

    def _id(self, path: str, twin: Raw) -> str:
        return twin["id"] if twin is not None else str(uuid.uuid5(NAMESPACE, f"{self.key}:{path}"))


def is_written_as_markdown(block: blocks.StreamBlock) -> bool:
    """Whether the block's main part is text, so that it is written as Markdown."""
    return isinstance(block.child_blocks.get("text"), blocks.RichTextBlock)


def _is_typed(item: Value, names: list[str]) -> bool:
    data = item.data
    return isinstance(data, dict) and set(data) == {"type", "value"} and data["type"].data in names


def _with_alt(block: blocks.StructBlock, given: dict[str, Value]) -> dict[str, Value]:
    """`alt` and `decorative` beside a picture's name belong to the picture."""
    pictures = (n for n, child in block.child_blocks.items() if isinstance(child, ImageBlock))
    image = next(pictures, "")
    names: list[str] = ["alt", "decorative"] if image else []
    beside = {name: given[name] for name in names if name in given}
    if not beside:
        return given
    rest = {name: value for name, value in given.items() if name not in beside}
    inner = rest.get(image)
    if inner and not isinstance(inner.data, dict):
        beside["file"] = inner
    return {**rest, image: Value(beside, (inner or next(iter(beside.values()))).place)}


def _check_rules(block: blocks.StructBlock, raw: Raw, value: Value) -> None:
    """Ask a block that has rules of its own."""
    try:
        with in_english():
            block.clean(block.to_python(raw))
    except blocks.StructBlockValidationError as error:
        reasons = [explain(inner) for inner in error.block_errors.values()]
        raise value.error(" ".join(reasons)) from error


def _unsaid(block: blocks.Block) -> Raw:
    """What an editor's form stores where nothing was filled in; words are never None."""
    raw = _storable(block.get_prep_value(block.get_default()))
    is_words = isinstance(getattr(block, "field", None), forms.CharField)
    return "" if raw is None and is_words else raw


def _storable(raw: Raw) -> Raw:
    """As it will be read from JSON."""
    if isinstance(raw, Decimal):
        return format(raw, "f")
    return raw.isoformat() if isinstance(raw, (datetime.date, datetime.time)) else raw


def _is_same(one: Raw, other: Raw) -> bool:
    try:
        return Decimal(str(one)) == Decimal(str(other))
    except ArithmeticError:
        return str(one) == str(other)

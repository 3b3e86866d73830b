"""Blocks of a StreamField as they are written in a file: the way back of `values`."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from hub.packs.links import Namer
from hub.packs.values import Raw
from hub.richtext import to_markdown

EMPTY: tuple[Any, ...] = (None, "", [], {})


def several_lines(text: str) -> str:
    """Text that ends with its line, so that it is written as a block of lines."""
    return text + "\n" if text else ""


class BlockWriter:
    """Writes what Wagtail stores of blocks as plain data."""

    def __init__(self, namer: Namer):
        self.namer = namer
        self._writers: list[tuple[type, Callable[[Any, Raw], object]]] = [
            (ImageBlock, self._image),
            (blocks.StreamBlock, self.stream),
            (blocks.StructBlock, self._struct),
            (blocks.ListBlock, self._list),
            (blocks.RichTextBlock, self._rich_text),
            (blocks.PageChooserBlock, self._page),
            (blocks.ChooserBlock, self._chosen),
            (blocks.DecimalBlock, self._decimal),
        ]

    def write(self, block: blocks.Block, raw: Raw) -> object:
        """The plain data of what is stored for `block`."""
        for kind, writer in self._writers:
            if isinstance(block, kind):
                return writer(block, raw)
        return raw

    def stream(self, block: blocks.StreamBlock, raw: Raw) -> list:
        items = [item for item in raw or [] if item["type"] in block.child_blocks]
        values = [self.write(block.child_blocks[item["type"]], item["value"]) for item in items]
        if len(block.child_blocks) == 1:
            return without_gone(values)
        typed = zip(items, values, strict=True)
        return [{"type": item["type"], "value": v} for item, v in typed if v is not None]

    def _struct(self, block: blocks.StructBlock, raw: Raw) -> object:
        written = {}
        for name, child in block.child_blocks.items():
            inner = (raw or {}).get(name)
            default = child.get_prep_value(child.get_default())
            if inner not in EMPTY and not (inner == default and not child.required):
                written[name] = self.write(child, inner)
                if written[name] is None and child.required:
                    return None  # what it is about is gone, or does not leave the hub
            elif inner in EMPTY and default not in EMPTY:
                written[name] = inner
        if len(block.child_blocks) == 1 and written:
            only = next(iter(written.values()))
            return written if isinstance(only, dict) else only
        return written

    def _list(self, block: blocks.ListBlock, raw: Raw) -> list:
        return without_gone([self.write(block.child_block, item_value(item)) for item in raw or []])

    def _rich_text(self, block: blocks.RichTextBlock, raw: Raw) -> str:
        return several_lines(to_markdown(raw or "", self.namer.address))

    def _image(self, block: ImageBlock, raw: Raw) -> object:
        model = block.child_blocks["image"].model_class
        written: dict[str, object] = {"file": self.namer.file_path(raw["image"], model)}
        if raw.get("decorative"):
            written["decorative"] = True
        elif raw.get("alt_text"):
            written["alt"] = raw["alt_text"]
        return written

    def _page(self, block: blocks.PageChooserBlock, raw: Raw) -> str | None:
        return self.namer.page_key(raw) or None

    def _chosen(self, block: blocks.ChooserBlock, raw: Raw) -> str | None:
        return self.namer.file_path(raw, block.model_class) or None

    def _decimal(self, block: blocks.DecimalBlock, raw: Raw) -> Decimal | None:
        return None if raw in EMPTY else Decimal(str(raw))


def without_gone(values: list) -> list:
    """Without what was chosen and has no name any more."""
    return [value for value in values if value is not None]


def item_value(item: Raw) -> Raw:
    """Lists of an older form hold the bare value."""
    is_item = isinstance(item, dict) and item.get("type") == "item" and "value" in item
    return item["value"] if is_item else item

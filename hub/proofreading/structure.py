"""What is built of fields and blocks: summaries, sources, pictures, headings, empty parts."""

import re
from collections.abc import Iterator
from typing import Any

from wagtail import blocks
from wagtail.fields import RichTextField
from wagtail.images.blocks import ImageBlock

from hub.blocks.text import HeadingBlock
from hub.pages import HubPage
from hub.proofreading.reading import Part, Subject, blocks_in, texts_of
from hub.proofreading.rules import (
    ALT,
    ALT_FILE,
    EMPTY,
    HEADINGS,
    LINK_WORDS,
    SOURCES,
    SUMMARY,
    Fault,
)
from hub.proofreading.wording import is_file_name, links_without_words

_EMPTY_PARAGRAPH = re.compile(r"<(p|li)\b[^>]*>(?:\s|&nbsp;|\u00a0|<br\s*/?>)*</\1>")
_HOLDERS = (blocks.StreamBlock, blocks.ListBlock, blocks.StructBlock)
_SETTINGS = (blocks.ChoiceBlock, blocks.BooleanBlock)


def faults_of_structure(subject: Subject) -> Iterator[Fault]:
    """All that is missing, empty or out of order in a thing."""
    yield from _faults_of_page(subject)
    for proof in getattr(subject.thing, "proofs", ()):
        yield from _within(subject.prefix, proof(subject.thing))
    for part in subject.parts:
        yield from faults_of_part(part)


def faults_of_part(part: Part) -> Iterator[Fault]:
    """What is wrong with one field or block, the pieces in it apart."""
    yield from _faults_of_text(part)
    if isinstance(part.source, ImageBlock):
        yield from _faults_of_picture(part)
    if isinstance(part.source, blocks.StreamBlock):
        yield from _faults_of_stream(part)
    if isinstance(part.source, blocks.ListBlock):
        yield from _faults_of_list(part)
    for proof in getattr(part.source, "proofs", ()):
        if isinstance(part.source, blocks.Block) and part.raw:
            yield from _within(f"{part.path}/", proof(part.source.to_python(part.raw)))


def _within(prefix: str, faults: Iterator[Fault]) -> Iterator[Fault]:
    return (Fault(fault.rule, f"{prefix}{fault.path}", fault.words) for fault in faults)


def _faults_of_page(subject: Subject) -> Iterator[Fault]:
    page = subject.thing
    if not isinstance(page, HubPage):
        return
    if not page.summary.strip():
        yield Fault(SUMMARY, "summary", page.title)
    if is_file_name(page.lead_image_alt):
        yield Fault(ALT_FILE, "lead_image_alt", f"[{page.lead_image_alt}]")
    if page.needs_sources and not page.is_example and not page.sources:
        yield Fault(SOURCES, "sources", page.title)


def _faults_of_text(part: Part) -> Iterator[Fault]:
    if isinstance(part.source, (RichTextField, blocks.RichTextBlock)):
        found = _EMPTY_PARAGRAPH.search(part.raw or "")
        is_alone = not list(texts_of(part))
        if found and not is_alone:
            words = re.sub(r"<[^>]+>", " ", part.raw[max(0, found.start() - 60) : found.start()])
            yield Fault(EMPTY, part.path, f"{words.strip()} []")
        for words in links_without_words(part.raw or ""):
            yield Fault(LINK_WORDS, part.path, f"[{words}]")


def _faults_of_picture(part: Part) -> Iterator[Fault]:
    raw = part.raw or {}
    words = (raw.get("alt_text") or "").strip()
    if raw.get("image") and not raw.get("decorative") and not words:
        yield Fault(ALT, part.path, f"{raw['image']}")
    if not raw.get("decorative") and is_file_name(words):
        yield Fault(ALT_FILE, part.path, f"[{words}]")


def _faults_of_list(part: Part) -> Iterator[Fault]:
    child = part.source.child_block
    if isinstance(child, blocks.CharBlock) and child.required:
        for piece in blocks_in(part.source, part.raw, part.path, part.language):
            if piece.source is child and not (piece.raw or "").strip():
                yield Fault(EMPTY, piece.path, "[]")


def _faults_of_stream(part: Part) -> Iterator[Fault]:
    children = part.source.child_blocks
    items = [item for item in part.raw or [] if item["type"] in children]
    for position, item in enumerate(items, 1):
        if _says_nothing(children[item["type"]], item["value"]):
            yield Fault(EMPTY, f"{part.path}/{position}", item["type"])
    yield from _faults_of_headings(part.path, items, children)


def _says_nothing(block: blocks.Block, raw: Any) -> bool:
    """Whether nothing was written, chosen or counted in a block; a setting is neither."""
    pieces = [p for p in blocks_in(block, raw, "", "") if not isinstance(p.source, _HOLDERS)]
    return not any(_is_said(piece) for piece in pieces)


def _is_said(piece: Part) -> bool:
    if isinstance(piece.source, _SETTINGS):
        return False
    if isinstance(piece.source, (blocks.RichTextBlock, blocks.CharBlock, blocks.TextBlock)):
        return any(texts_of(piece))
    return piece.raw not in (None, "")


def _faults_of_headings(path: str, items: list[dict], children: dict) -> Iterator[Fault]:
    """A part above any section; a heading that the next one or the end follows at once."""
    level_before = ""
    levels = [
        item["value"].get("level", "h2") if isinstance(children[item["type"]], HeadingBlock) else ""
        for item in items
    ]
    for position, (item, level) in enumerate(zip(items, levels, strict=True), 1):
        if not level:
            continue
        words = item["value"].get("text", "")
        if level == "h3" and not level_before:
            yield Fault(HEADINGS, f"{path}/{position}", words)
        level_before = level
        following = levels[position] if position < len(levels) else "h2"
        if following and following <= level:
            yield Fault(EMPTY, f"{path}/{position}", words)

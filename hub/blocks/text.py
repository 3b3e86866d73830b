"""Blocks of words: text, heading, quote, callout, checklist, accordion, table."""

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from hub.transliteration import to_ascii
from hub.vocabulary import CalloutKind

# Begins a line that tells the editor what to write here; no page with one goes to readers.
GUIDANCE_MARK = "✎"
RICH_TEXT_FEATURES = ["bold", "italic", "link", "ol", "ul", "document-link"]


# Callables keep the words out of migrations.


def heading_levels() -> list:
    return [("h2", _("section")), ("h3", _("part of a section"))]


def callout_kinds() -> list:
    return CalloutKind.choices


class TextBlock(blocks.RichTextBlock):
    """Paragraphs and lists."""

    def __init__(self, **kwargs):
        kwargs.setdefault("features", RICH_TEXT_FEATURES)
        super().__init__(**kwargs)

    def clean(self, value):
        value = super().clean(value)
        if GUIDANCE_MARK in value.source and not self.is_deferred_validation:
            raise ValidationError(
                _("Lines with %(mark)s are advice to you: write your own text in their place.")
                % {"mark": GUIDANCE_MARK}
            )
        return value

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs, lists and links")
        template = "blocks/text.html"
        preview_value = "<p>Ciema ļaudis satikās bibliotēkā un nosauca <b>septiņus mērķus</b>.</p>"


class HeadingValue(blocks.StructValue):
    """A heading that knows the anchor others link to."""

    @cached_property
    def id(self) -> str:
        return self.get("anchor") or slugify(to_ascii(self.get("text", "")))


class HeadingBlock(blocks.StructBlock):
    """A heading of the second or third level."""

    text = blocks.CharBlock(label=_("Text"), max_length=120)
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=heading_levels,
        default="h2",
    )
    anchor = blocks.RegexBlock(
        label=_("Anchor"),
        regex=r"^[a-z0-9]+(-[a-z0-9]+)*$",
        error_messages={"invalid": _("Small Latin letters, digits and hyphens only.")},
        required=False,
        help_text=_("The word after # in a link to this heading; left empty, it is made for you."),
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Divides a long page; others can link to it")
        template = "blocks/heading.html"
        value_class = HeadingValue
        preview_value = {"text": "Kā viss sākās", "level": "h2", "anchor": ""}


class QuoteBlock(blocks.StructBlock):
    """Somebody's words."""

    text = blocks.TextBlock(label=_("Words"), rows=3)
    name = blocks.CharBlock(
        label=_("Who said it"),
        required=False,
        help_text=_("A role or an organisation; a person’s name only with their consent."),
    )
    role = blocks.CharBlock(label=_("Role"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        description = _("Somebody’s own words, set apart")
        template = "blocks/quote.html"
        preview_value = {"text": "Sāc ar to, kas jau ir.", "name": "Kopienas līdere", "role": ""}


class CalloutBlock(blocks.StructBlock):
    """A short text in a frame."""

    kind = blocks.ChoiceBlock(label=_("Kind"), choices=callout_kinds, default=CalloutKind.TIP)
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    text = TextBlock(label=_("Text"))

    class Meta:
        icon = "warning"
        label = _("Callout")
        description = _("A tip, a piece of information or a warning in a frame")
        template = "blocks/callout.html"
        preview_value = {"kind": "tip", "title": "Padoms", "text": "<p>Uzaiciniet personīgi.</p>"}


class ChecklistBlock(blocks.StructBlock):
    """Things to tick off."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    items = blocks.ListBlock(blocks.CharBlock(label=_("Item")), label=_("Items"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Checklist")
        description = _("A list to tick off, on screen or on paper")
        template = "blocks/checklist.html"
        preview_value = {"title": "Pirms darbnīcas", "items": ["Telpa", "Papīrs", "Tēja"]}


class AccordionItemBlock(blocks.StructBlock):
    """One question with its answer."""

    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text = TextBlock(label=_("Text"))

    class Meta:
        icon = "plus"
        label = _("Item")


class AccordionBlock(blocks.StructBlock):
    """Questions that open one by one."""

    items = blocks.ListBlock(AccordionItemBlock(), label=_("Items"), min_num=1)

    class Meta:
        icon = "collapse-down"
        label = _("Accordion")
        description = _("Questions and answers that open one by one")
        template = "blocks/accordion.html"
        preview_value = {"items": [{"title": "Cik tas maksā?", "text": "<p>Tikai laiku.</p>"}]}


class TableRowBlock(blocks.StructBlock):
    """One row of cells."""

    cells = blocks.ListBlock(blocks.CharBlock(label=_("Cell"), required=False), label=_("Cells"))

    class Meta:
        icon = "rotate"
        label = _("Row")


class TableBlock(blocks.StructBlock):
    """A small table with a caption; every cell can be translated."""

    caption = blocks.CharBlock(label=_("Caption"), max_length=200)
    first_row_is_header = blocks.BooleanBlock(
        label=_("The first row is a header"), required=False, default=True
    )
    rows = blocks.ListBlock(TableRowBlock(), label=_("Rows"), min_num=1)

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("A small table of words or numbers")
        template = "blocks/table.html"
        preview_value = {
            "caption": "Darbu saraksts",
            "first_row_is_header": True,
            "rows": [{"cells": ["Darbs", "Kurš"]}, {"cells": ["Telpa", "Bibliotēka"]}],
        }

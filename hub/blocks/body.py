"""What the main text of a page is made of."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from hub.blocks.files import DocumentBlock, FigureBlock, GalleryBlock, VideoBlock
from hub.blocks.links import RelatedPagesBlock
from hub.blocks.people import OrganisationBlock
from hub.blocks.text import (
    AccordionBlock,
    CalloutBlock,
    ChecklistBlock,
    HeadingBlock,
    QuoteBlock,
    TableBlock,
    TextBlock,
)


class LessonBodyBlock(blocks.StreamBlock):
    """The blocks of a lesson: all of the body's but those that lead away from it."""

    text = TextBlock()
    heading = HeadingBlock()
    quote = QuoteBlock()
    figure = FigureBlock()
    gallery = GalleryBlock()
    video = VideoBlock()
    document = DocumentBlock()
    callout = CalloutBlock()
    checklist = ChecklistBlock()
    table = TableBlock()
    accordion = AccordionBlock()

    class Meta:
        label = _("Text of the lesson")
        icon = "doc-empty"


class BodyBlock(LessonBodyBlock):
    """Every block of a page's main text."""

    organisation = OrganisationBlock()
    related_pages = RelatedPagesBlock()

    class Meta:
        label = _("Main text")
        icon = "doc-full"

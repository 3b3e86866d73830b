"""Blocks of pictures, video and documents."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock
from wagtailmedia.blocks import VideoChooserBlock


class FigureBlock(blocks.StructBlock):
    """A picture with its words."""

    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)
    credit = blocks.CharBlock(
        label=_("Credit"),
        required=False,
        max_length=120,
        help_text=_("Left empty, the author kept with the picture is shown."),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture with alternative text, caption and credit")
        template = "blocks/figure.html"
        preview_template = "blocks/previews/figure.html"
        preview_value = {"caption": "Talka pie dīķa", "credit": "Ciema biedrība"}


class GalleryBlock(blocks.StructBlock):
    """Several pictures beside each other."""

    images = blocks.ListBlock(FigureBlock(), label=_("Pictures"), min_num=2)

    class Meta:
        icon = "grip"
        label = _("Gallery")
        description = _("Two or more pictures beside each other")
        template = "blocks/gallery.html"
        preview_template = "blocks/previews/gallery.html"
        preview_value = {"images": []}


class VideoBlock(blocks.StructBlock):
    """A video of the media library with its captions."""

    media = VideoChooserBlock(label=_("Video"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)

    class Meta:
        icon = "media"
        label = _("Video")
        description = _("A video from the media library, with captions")
        template = "blocks/video.html"
        preview_template = "blocks/previews/video.html"
        preview_value = {"caption": "Stāsts no darbnīcas"}


class DocumentBlock(blocks.StructBlock):
    """A file to download; its type and size are said beside it."""

    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(
        label=_("Title"),
        required=False,
        max_length=160,
        help_text=_("Left empty, the title of the document is shown."),
    )

    class Meta:
        icon = "doc-full"
        label = _("Document")
        description = _("A file to download, with its type and size")
        template = "blocks/document.html"
        preview_template = "blocks/previews/document.html"
        preview_value = {"title": "Darbnīcas plāns"}

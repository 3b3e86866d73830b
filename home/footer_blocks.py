"""What editors put into menu and footer: links to pages and elsewhere, emblems."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock


class PageLinkBlock(blocks.StructBlock):
    """A page of the hub, under its title or a shorter one."""

    page = blocks.PageChooserBlock(label=_("Page"))
    label = blocks.CharBlock(
        label=_("Shorter title"),
        required=False,
        max_length=40,
        help_text=_("Left empty, the page’s own title stands there."),
    )

    class Meta:
        icon = "doc-empty"
        label = _("Page")
        description = _("A page of the hub; left out while readers cannot see it")
        form_layout = ["page", "label"]
        preview_value = {"page": None, "label": "Rīki"}


class AddressBlock(blocks.StructBlock):
    """A place outside the hub."""

    label = blocks.CharBlock(label=_("Title"), max_length=80)
    url = blocks.URLBlock(label=_("Address"), max_length=500)

    class Meta:
        icon = "link-external"
        label = _("Address elsewhere")
        description = _("A site outside the hub")
        preview_value = {"label": "Lauku tīkls", "url": "https://example.org"}


class LinksBlock(blocks.StreamBlock):
    """Links in the order in which they stand."""

    page = PageLinkBlock()
    address = AddressBlock()


class ColumnBlock(blocks.StructBlock):
    """Links of the footer under one heading."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=60)
    links = LinksBlock(label=_("Links"))

    class Meta:
        icon = "list-ul"
        label = _("Column")
        description = _("A heading and the links below it")
        preview_value = {"title": "Par krātuvi", "links": []}


class EmblemBlock(blocks.StructBlock):
    """Who pays, as a picture."""

    image = ImageChooserBlock(label=_("Picture"))
    name = blocks.CharBlock(
        label=_("What the emblem says"),
        max_length=160,
        help_text=_("Read aloud to those who do not see it, shown if the picture cannot be."),
    )
    url = blocks.URLBlock(label=_("Address"), required=False, max_length=500)

    class Meta:
        icon = "image"
        label = _("Emblem")
        description = _("An emblem that the rules of the funding ask for")
        preview_value = {"image": None, "name": "LEADER", "url": ""}

"""Links: where a fact comes from, and what to read next."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from hub.localised import localised


class SourceBlock(blocks.StructBlock):
    """Where what the page says comes from."""

    title = blocks.CharBlock(label=_("Title"), max_length=250)
    url = blocks.URLBlock(label=_("Address"), required=False, max_length=500)
    note = blocks.CharBlock(label=_("Note"), required=False, max_length=250)

    quoted = ("title", "url")

    class Meta:
        icon = "link-external"
        label = _("Source")
        description = _("A publication or page that the facts come from")
        template = "blocks/source.html"
        preview_value = {"title": "Lauku tīkls", "url": "https://example.org", "note": ""}


class RelatedPagesBlock(blocks.StructBlock):
    """Pages of the hub to go on with."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    pages = blocks.ListBlock(blocks.PageChooserBlock(label=_("Page")), label=_("Pages"), min_num=1)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        chosen = [page.pk for page in value["pages"] if page is not None]
        context["pages"] = localised(chosen, get_language()) if chosen else []
        return context

    class Meta:
        icon = "link"
        label = _("Related pages")
        description = _("Pages of the hub to read next")
        template = "blocks/related_pages.html"
        preview_template = "blocks/previews/related_pages.html"
        preview_value = {"title": "Lasiet tālāk", "pages": []}

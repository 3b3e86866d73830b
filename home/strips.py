"""The strips of the home page: editors order, title and leave them out."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from hub.blocks.text import TextBlock
from hub.vocabulary import Phase
from search.selections import (
    entries_of_pages,
    houses,
    latest,
    latest_with_number,
    pins,
    themes_in_use,
    upcoming,
)


def latest_kinds() -> list:
    """A callable keeps the words out of migrations."""
    return [
        ("solution", _("solutions")),
        ("story", _("stories")),
        ("method", _("methods")),
        ("guide", _("guides")),
    ]


class Strip(blocks.StructBlock):
    """A part of the home page; with nothing to show it is not there, its title neither."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        shown = self.shown(value, get_language(), context)
        outside = {"kind": self.name, "inside": self.meta.template}
        return {**context, **shown, **outside, "is_empty": not all(shown.values())}

    def get_template(self, value=None, context=None):
        return "home/strips/strip.html"

    def shown(self, value, language: str, context: dict) -> dict:
        """What the template shows, by name; a strip of which one is empty is left out."""
        return {}


class TextStrip(Strip):
    """A few words of the editors' own."""

    text = TextBlock(label=_("Text"))

    class Meta:
        icon = "pilcrow"
        label = _("Words")
        description = _("A title and a few words")
        template = "home/strips/text.html"
        preview_value = {"title": "Kas ir KOPA?", "text": "<p>Četras partnerības un ciemi.</p>"}


class MapStrip(Strip):
    """The map with all communities."""

    def shown(self, value, language, context):
        return {"entries": pins(language, ("community",))}

    class Meta:
        icon = "site"
        label = _("Map")
        description = _("The map of Latvia with all communities, and their list")
        template = "home/strips/map.html"
        preview_value = {"title": "Kur mēs esam"}


class LatestStrip(Strip):
    """The newest of one kind."""

    kind = blocks.ChoiceBlock(
        label=_("Kind"),
        choices=latest_kinds,
        default="solution",
    )
    count = blocks.IntegerBlock(label=_("How many"), min_value=2, max_value=9, default=3)

    def shown(self, value, language, context):
        chosen = latest_with_number if value["kind"] == "solution" else latest
        return {"entries": chosen(language, value["kind"], value["count"])}

    class Meta:
        icon = "time"
        label = _("Newest")
        description = _("The newest solutions, stories, methods or guides, told in a line each")
        template = "home/strips/latest.html"
        preview_value = {"title": "Ko cilvēki paveikuši", "kind": "solution", "count": 3}


class ChosenPageBlock(blocks.StructBlock):
    """A page worth telling of, with a number and a line."""

    page = blocks.PageChooserBlock(label=_("Page"))
    number = blocks.CharBlock(
        label=_("Number"),
        required=False,
        max_length=60,
        help_text=_("With its unit: “70 signposts”. Left empty, it is the page’s own."),
    )
    words = blocks.CharBlock(
        label=_("In a line"),
        required=False,
        max_length=160,
        help_text=_("Left empty, it is the page’s summary."),
    )

    class Meta:
        icon = "doc-empty"
        label = _("Page")
        description = _("A page with a number and a line")
        preview_value = {"page": None, "number": "70 norādes", "words": "Taka, ko kopj ciems."}


class ChosenStrip(Strip):
    """What an editor thinks worth telling of."""

    pages = blocks.ListBlock(ChosenPageBlock(), label=_("Pages"), min_num=1, max_num=6)

    def shown(self, value, language, context):
        chosen = {row["page"].pk: row for row in value["pages"] if row["page"]}
        entries = entries_of_pages(list(chosen), language) if chosen else []
        for page_id, entry in entries:
            row = chosen[page_id]
            entry.number = row["number"] or entry.number
            entry.words = row["words"] or entry.summary
        return {"entries": [entry for _page_id, entry in entries]}

    class Meta:
        icon = "pick"
        label = _("Chosen pages")
        description = _("Up to six pages of your choice, each told by a number and a line")
        template = "home/strips/chosen.html"
        preview_value = {"title": "Vērts ieskatīties", "pages": []}


class PhasesStrip(Strip):
    """The six phases as a path."""

    def shown(self, value, language, context):
        around = context.get("around")
        address = around.lists.get("method", "") if around else "#"
        return {"phases": list(Phase), "address": address}

    class Meta:
        icon = "order"
        label = _("Six phases")
        description = _("The toolkit’s six phases as a path one can enter anywhere")
        template = "home/strips/phases.html"
        preview_value = {"title": "Ar ko sākt"}


class ThemesStrip(Strip):
    """Every theme of which something is told, with its drawing."""

    def shown(self, value, language, context):
        return {"themes": themes_in_use(language)}

    class Meta:
        icon = "tag"
        label = _("Themes")
        description = _("Every theme of which something is told, with its drawing")
        template = "home/strips/themes.html"
        preview_value = {"title": "Par ko te stāsta"}


class EventsStrip(Strip):
    """What happens next."""

    def shown(self, value, language, context):
        coming = upcoming(language, 3)
        entries = coming or latest(language, "event", 3)
        return {"entries": entries, "said": "coming" if coming else "past"}

    class Meta:
        icon = "date"
        label = _("What happens next")
        description = _("The next three events, or the last ones if none is planned")
        template = "home/strips/events.html"
        preview_value = {"title": "Kas notiks"}


class PartnershipsStrip(Strip):
    """The four houses."""

    def shown(self, value, language, context):
        return {"houses": houses(language)}

    class Meta:
        icon = "group"
        label = _("Partnerships")
        description = _("The partnerships and how many communities each has")
        template = "home/strips/partnerships.html"
        preview_value = {"title": "Četras partnerības"}


class StripsBlock(blocks.StreamBlock):
    """The home page, strip by strip."""

    text = TextStrip()
    map = MapStrip()
    latest = LatestStrip()
    chosen = ChosenStrip()
    phases = PhasesStrip()
    themes = ThemesStrip()
    events = EventsStrip()
    partnerships = PartnershipsStrip()

    class Meta:
        block_counts = {
            name: {"max_num": 1} for name in ("map", "phases", "themes", "events", "partnerships")
        }

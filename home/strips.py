"""The strips of the home page: editors order, title and leave them out."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from hub.blocks.text import TextBlock
from hub.vocabulary import Phase
from search.selections import houses, latest, latest_with_number, pins, upcoming


def _title() -> blocks.CharBlock:
    return blocks.CharBlock(label=_("Title"), required=False, max_length=120)


def latest_kinds() -> list:
    """A callable keeps the words out of migrations."""
    return [
        ("solution", _("solutions")),
        ("story", _("stories")),
        ("method", _("methods")),
        ("guide", _("guides")),
    ]


class TextStrip(blocks.StructBlock):
    """A few words of the editors' own."""

    title = _title()
    text = TextBlock(label=_("Text"))

    class Meta:
        icon = "pilcrow"
        label = _("Words")
        description = _("A title and a few words")
        template = "home/strips/text.html"
        preview_value = {"title": "Kas ir KOPA?", "text": "<p>Četras partnerības un ciemi.</p>"}


class MapStrip(blocks.StructBlock):
    """The map with all communities."""

    title = _title()

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["entries"] = pins(get_language(), ("community",))
        return context

    class Meta:
        icon = "site"
        label = _("Map")
        description = _("The map of Latvia with all communities, and their list")
        template = "home/strips/map.html"
        preview_value = {"title": "Kur mēs esam"}


class LatestStrip(blocks.StructBlock):
    """The newest of one kind."""

    title = _title()
    kind = blocks.ChoiceBlock(
        label=_("Kind"),
        choices=latest_kinds,
        default="solution",
    )
    count = blocks.IntegerBlock(label=_("How many"), min_value=2, max_value=9, default=3)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        chosen = latest_with_number if value["kind"] == "solution" else latest
        context["entries"] = chosen(get_language(), value["kind"], value["count"])
        return context

    class Meta:
        icon = "time"
        label = _("Newest")
        description = _("The newest solutions, stories, methods or guides, told in a line each")
        template = "home/strips/latest.html"
        preview_value = {"title": "Ko cilvēki paveikuši", "kind": "solution", "count": 3}


class PhasesStrip(blocks.StructBlock):
    """The six phases as a path."""

    title = _title()

    def get_context(self, value, parent_context=None):
        return {**super().get_context(value, parent_context), "phases": list(Phase)}

    class Meta:
        icon = "order"
        label = _("Six phases")
        description = _("The toolkit’s six phases as a path one can enter anywhere")
        template = "home/strips/phases.html"
        preview_value = {"title": "Ar ko sākt"}


class EventsStrip(blocks.StructBlock):
    """What happens next."""

    title = _title()

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        language = get_language()
        coming = upcoming(language, 3)
        context["entries"] = coming or latest(language, "event", 3)
        context["is_past"] = not coming
        return context

    class Meta:
        icon = "date"
        label = _("What happens next")
        description = _("The next three events, or the last ones if none is planned")
        template = "home/strips/events.html"
        preview_value = {"title": "Kas notiks"}


class PartnershipsStrip(blocks.StructBlock):
    """The four houses."""

    title = _title()

    def get_context(self, value, parent_context=None):
        return {**super().get_context(value, parent_context), "houses": houses(get_language())}

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
    phases = PhasesStrip()
    events = EventsStrip()
    partnerships = PartnershipsStrip()

    class Meta:
        block_counts = {
            name: {"max_num": 1} for name in ("map", "phases", "events", "partnerships")
        }

"""Blocks that only a solution needs: its steps, and who took it over."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from hub.blocks.text import TextBlock


class StepBlock(blocks.StructBlock):
    """One step of a solution: what was done, by whom, how long, what helped."""

    name = blocks.CharBlock(label=_("Step"), max_length=120)
    text = TextBlock(label=_("What was done"))
    who = blocks.CharBlock(
        label=_("Who did it"),
        required=False,
        max_length=160,
        help_text=_("Roles and organisations, not names of people."),
    )
    duration = blocks.CharBlock(label=_("How long it took"), required=False, max_length=80)
    helped = blocks.CharBlock(label=_("What helped"), required=False, max_length=250)
    lesson = blocks.CharBlock(label=_("What was learned"), required=False, max_length=250)

    class Meta:
        icon = "order"
        label = _("Step")
        description = _("One step on the way, with who did it and what helped")
        template = "blocks/step.html"
        preview_value = {
            "name": "Aptauja no mājas uz māju",
            "text": "<p>Divi cilvēki apstaigāja visas mājas.</p>",
            "who": "biedrības biedri",
            "duration": "trīs nedēļas",
            "helped": "",
            "lesson": "",
        }


class AdoptionBlock(blocks.StructBlock):
    """Somebody who took the solution over."""

    name = blocks.CharBlock(label=_("Who did the same"), max_length=160)
    url = blocks.URLBlock(label=_("Where to read about it"), required=False)
    page = blocks.PageChooserBlock(
        label=_("Page on the hub"),
        required=False,
        page_type=["communities.CommunityPage", "communities.SolutionPage"],
    )

    quoted = ("name",)

    class Meta:
        icon = "repeat"
        label = _("Also done by")
        description = _("A community that did the same after this one")
        template = "blocks/adoption.html"
        preview_value = {"name": "Kaimiņu ciems", "url": "", "page": None}

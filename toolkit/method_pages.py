"""The page of a method: a card one can hold."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from hub.blocks.text import RICH_TEXT_FEATURES
from hub.localised import values_with_pages
from hub.structured_data import duration, filled, step, told_work
from hub.vocabulary import CostLevel, Difficulty, ParticipationLevel, Phase
from search.index_pages import CataloguedPage
from toolkit.blocks import MaterialBlock, TimedStepBlock, UsedByBlock
from toolkit.proofs import steps_add_up


def _rich(label, help_text="") -> RichTextField:
    return RichTextField(label, features=RICH_TEXT_FEATURES, blank=True, help_text=help_text)


class MethodPage(CataloguedPage):
    """A method that two people who never did it can hold from the page alone."""

    parent_page_types = ["toolkit.ToolkitIndexPage", "communities.PartnershipPage"]
    subpage_types: list[str] = []

    phase = models.CharField(_("phase"), max_length=12, choices=Phase.choices)
    aim = models.TextField(_("aim"), max_length=400, help_text=_("What it is good for."))
    group_size_min = models.PositiveSmallIntegerField(_("people, at least"), default=3)
    group_size_max = models.PositiveSmallIntegerField(_("people, at most"), null=True, blank=True)
    duration_minutes = models.PositiveIntegerField(
        _("minutes"), help_text=_("The steps below add up to it.")
    )
    duration_minutes_max = models.PositiveIntegerField(_("minutes, at most"), null=True, blank=True)
    preparation = _rich(_("preparation"))
    participation_level = models.CharField(
        _("level of participation"),
        max_length=16,
        choices=ParticipationLevel.choices,
        default=ParticipationLevel.INVOLVE,
    )
    cost_level = models.CharField(
        _("cost"), max_length=8, choices=CostLevel.choices, default=CostLevel.LOW
    )
    difficulty = models.CharField(
        _("difficulty"), max_length=8, choices=Difficulty.choices, default=Difficulty.EASY
    )
    materials = StreamField(
        [("material", MaterialBlock())],
        verbose_name=_("materials for ten people"),
        blank=True,
        collapsed=True,
    )
    steps = StreamField(
        [("step", TimedStepBlock())], verbose_name=_("steps"), blank=True, collapsed=True
    )
    tips = _rich(_("tips for the facilitator"))
    pitfalls = _rich(_("pitfalls"))
    online_variant = _rich(_("online variant"))
    outcome = _rich(_("what you have at the end"))
    templates = StreamField(
        [("document", DocumentChooserBlock(label=_("Document")))],
        verbose_name=_("template files"),
        blank=True,
    )
    used_by = StreamField(
        [("used_by", UsedByBlock())], verbose_name=_("who used it"), blank=True, collapsed=True
    )

    content_panels = [
        *CataloguedPage.content_panels,
        FieldPanel("aim"),
        MultiFieldPanel(
            [
                "phase",
                FieldRowPanel(["group_size_min", "group_size_max"]),
                FieldRowPanel(["duration_minutes", "duration_minutes_max"]),
                FieldRowPanel(["cost_level", "difficulty", "participation_level"]),
            ],
            heading=_("At a glance"),
            icon="info-circle",
        ),
        MultiFieldPanel(["preparation", "materials"], heading=_("Before"), icon="list-ul"),
        FieldPanel("steps"),
        MultiFieldPanel(["tips", "pitfalls", "online_variant"], heading=_("Advice"), icon="help"),
        MultiFieldPanel(["outcome", "templates"], heading=_("After"), icon="success"),
        FieldPanel("used_by"),
    ]
    search_fields = [
        *CataloguedPage.search_fields,
        index.SearchField("aim"),
        index.SearchField("steps"),
    ]

    pack_type = "method"
    main_stream = ""
    needs_sources = True
    proofs = (steps_add_up,)
    catalogue_kind = "method"
    catalogue_text = [
        "aim", "preparation", "materials", "steps", "tips", "pitfalls", "online_variant", "outcome",
    ]  # fmt: skip

    class Meta:
        verbose_name = _("method")
        verbose_name_plural = _("methods")

    def clean(self):
        super().clean()
        if self.group_size_max and self.group_size_max < self.group_size_min:
            raise ValidationError({"group_size_max": _("At most is less than at least.")})
        longest, shortest = self.duration_minutes_max, self.duration_minutes
        if longest and shortest and longest < shortest:
            raise ValidationError({"duration_minutes_max": _("At most is less than at least.")})

    def catalogue_fields(self) -> dict:
        return {
            "variety": "method-card",
            "phase": self.phase,
            "number": ngettext("%(count)d minute", "%(count)d minutes", self.duration_minutes)
            % {"count": self.duration_minutes},
        }

    def schema_org(self, head) -> list[dict]:
        supplies = [block.value["item"] for block in self.materials]
        steps = [
            step(head, number, block.value["title"], block.value["text"], block.value["minutes"])
            for number, block in enumerate(self.steps, start=1)
        ]
        told = {
            "totalTime": duration(self.duration_minutes),
            "supply": [{"@type": "HowToSupply", "name": name} for name in supplies],
            "step": steps,
        }
        return [filled({**told_work(head, "HowTo"), **told})]

    @property
    def uses(self) -> list[dict]:
        """Who used it and how, where there is a public page of theirs."""
        uses = values_with_pages(self.used_by, self.locale.language_code)
        return [use for use in uses if use["page"]]

    @property
    def step_minutes(self) -> list[int]:
        """The minutes of each step."""
        return [block.value["minutes"] or 0 for block in self.steps]

    @property
    def minutes_of_steps(self) -> int:
        """The steps' minutes together."""
        return sum(self.step_minutes)

    @property
    def phase_number(self) -> int:
        """The phase's place on the path, from 1 to 6."""
        return Phase(self.phase).number

    @property
    def cost_position(self) -> int:
        """Its place among the costs, from 1 (none) to 4."""
        return CostLevel.values.index(self.cost_level) + 1

    @property
    def difficulty_position(self) -> int:
        """Its place among the difficulties, from 1 (easy) to 3."""
        return Difficulty.values.index(self.difficulty) + 1

    @property
    def participation_position(self) -> int:
        """Its place on the spectrum of participation, from 1 (inform) to 5 (empower)."""
        return ParticipationLevel.values.index(self.participation_level) + 1

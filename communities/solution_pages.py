"""The page of a solution: what a community did, told so that others can do it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from communities.blocks import AdoptionBlock, StepBlock
from communities.completeness import Completeness, CompletenessPanel, completeness_of
from communities.proofs import costs_have_a_year, tells_cost_and_result
from hub.blocks import BodyBlock, CostBlock, OrganisationBlock, ResultBlock
from hub.blocks.text import RICH_TEXT_FEATURES
from hub.desk.findings import INCOMPLETE, Found
from hub.localised import LinkedPage, localised, values_with_pages
from hub.places import Located
from hub.structured_data import article
from hub.vocabulary import SolutionKind, SolutionStage
from search.index_pages import CataloguedPage


def _rich(label, help_text="") -> RichTextField:
    return RichTextField(label, features=RICH_TEXT_FEATURES, blank=True, help_text=help_text)


class SolutionPage(Located, CataloguedPage):
    """A reusable example: the need, the steps, the results, the cost, how to take it over."""

    parent_page_types = ["communities.CommunityPage", "communities.SolutionIndexPage"]
    subpage_types: list[str] = []

    kind = models.CharField(
        _("kind"), max_length=16, choices=SolutionKind.choices, default=SolutionKind.PROJECT
    )
    stage = models.CharField(
        _("stage"), max_length=16, choices=SolutionStage.choices, default=SolutionStage.IMPLEMENTED
    )
    year_from = models.PositiveSmallIntegerField(_("from the year"), null=True, blank=True)
    year_to = models.PositiveSmallIntegerField(_("to the year"), null=True, blank=True)
    is_ongoing = models.BooleanField(_("goes on"), default=False)
    covers_whole_community = models.BooleanField(_("is about the whole community"), default=False)
    situation = _rich(_("situation and need"), _("What troubled people, and whom."))
    what_was_done = _rich(_("what was done"))
    steps = StreamField(
        [("step", StepBlock())], verbose_name=_("steps"), blank=True, collapsed=True
    )
    resources_used = ParentalManyToManyField(
        "communities.Resource", verbose_name=_("resources used"), blank=True
    )
    methods_used = StreamField(
        [("page", blocks.PageChooserBlock(label=_("Method"), page_type="toolkit.MethodPage"))],
        verbose_name=_("methods used"),
        blank=True,
    )
    costs = StreamField(
        [("cost", CostBlock())], verbose_name=_("costs"), blank=True, collapsed=True
    )
    volunteer_hours = models.PositiveIntegerField(
        _("volunteer hours"), null=True, blank=True, help_text=_("All people together.")
    )
    people_involved = models.PositiveIntegerField(_("people involved"), null=True, blank=True)
    results = StreamField(
        [("result", ResultBlock())], verbose_name=_("results"), blank=True, collapsed=True
    )
    barriers = _rich(_("what was hard"))
    lessons = _rich(_("what was learned"))
    takeover_conditions = _rich(
        _("how to do the same"), _("What has to be there for it to work elsewhere.")
    )
    minimum_start = models.TextField(_("the least to start with"), max_length=300, blank=True)
    first_steps = StreamField(
        [("text", blocks.CharBlock(label=_("Step"), max_length=250))],
        verbose_name=_("first three steps"),
        blank=True,
        max_num=3,
    )
    adopted_by = StreamField(
        [("adoption", AdoptionBlock())],
        verbose_name=_("who did the same"),
        blank=True,
        collapsed=True,
    )
    support_sought = _rich(_("support and partners sought"))
    contacts = StreamField(
        [("organisation", OrganisationBlock())], verbose_name=_("whom to ask"), blank=True
    )
    video = models.ForeignKey(
        "stories.Media",
        verbose_name=_("video"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(
        BodyBlock(),
        verbose_name=_("pictures, files and more"),
        blank=True,
        help_text=_("Photographs, documents and whatever does not fit above."),
    )
    author_name = models.CharField(
        _("told by"), max_length=160, blank=True, help_text=_("An organisation.")
    )
    reviewed_on = models.DateField(_("facts checked on"), null=True, blank=True)

    content_panels = [
        CompletenessPanel(),
        *CataloguedPage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel(["kind", "stage"]),
                FieldRowPanel(["year_from", "year_to", "is_ongoing"]),
                FieldRowPanel(["people_involved", "volunteer_hours"]),
            ],
            heading=_("At a glance"),
            icon="info-circle",
        ),
        MultiFieldPanel(["situation", "what_was_done"], heading=_("The need"), icon="help"),
        FieldPanel("steps"),
        FieldPanel("results"),
        FieldPanel("costs"),
        MultiFieldPanel(["barriers", "lessons"], heading=_("Honestly"), icon="warning"),
        MultiFieldPanel(
            ["takeover_conditions", "minimum_start", "first_steps", "adopted_by"],
            heading=_("How to do the same"),
            icon="repeat",
        ),
        MultiFieldPanel(
            ["support_sought", "contacts", "author_name", "reviewed_on"],
            heading=_("Whom to ask"),
            icon="user",
        ),
        MultiFieldPanel(
            ["resources_used", "methods_used", "video"], heading=_("Used and seen"), icon="link"
        ),
        FieldPanel("body"),
        Located.place_panel,
        FieldPanel("covers_whole_community"),
    ]
    search_fields = [
        *CataloguedPage.search_fields,
        index.SearchField("situation"),
        index.SearchField("what_was_done"),
    ]
    override_translatable_fields = [
        *CataloguedPage.override_translatable_fields,
        SynchronizedField("resources_used"),
        SynchronizedField("author_name"),
    ]

    pack_type = "solution"
    shown_with = ("locale", "video")
    needs_sources = True
    proofs = (costs_have_a_year,)
    advised = (*Located.advised, tells_cost_and_result)
    catalogue_kind = "solution"
    catalogue_text = [
        "situation", "what_was_done", "steps", "results", "barriers", "lessons",
        "takeover_conditions", "minimum_start", "first_steps", "support_sought", "body",
    ]  # fmt: skip

    class Meta:
        verbose_name = _("solution")
        verbose_name_plural = _("solutions")

    def clean(self):
        super().clean()
        if self.year_from and self.year_to and self.year_to < self.year_from:
            raise ValidationError({"year_to": _("The last year is before the first.")})

    @cached_property
    def total_cost(self) -> Decimal | None:
        """All amounts together, in euros; None if no cost is known."""
        amounts = [block.value["amount"] for block in self.costs if block.value["amount"]]
        return sum(amounts, Decimal(0)) if amounts else None

    @cached_property
    def completeness(self) -> Completeness:
        """How much of what a reader looks for is told."""
        return completeness_of(self)

    @property
    def stage_position(self) -> int:
        """Its stage's place on the way from idea (1) to taken over elsewhere (7); 0 if stopped."""
        way = [stage for stage in SolutionStage if stage != SolutionStage.STOPPED]
        return way.index(self.stage) + 1 if self.stage in way else 0

    def catalogue_fields(self) -> dict:
        first = next((block.value for block in self.results if block.value["number"]), None)
        return {
            "variety": self.kind,
            "stage": self.stage,
            "date": date(self.year_from, 1, 1) if self.year_from else None,
            "number": first.said if first else "",
            "fact": self.years,
            "has_captions": bool(self.video and self.video.has_captions),
        }

    def own_findings(self) -> Iterator[Found]:
        # A translation is as complete as its original: it is told there.
        is_original = self.locale.language_code == settings.LANGUAGE_CODE
        if is_original and self.completeness.missing:
            yield Found(
                INCOMPLETE, self.completeness.first_field, note=f"{self.completeness.percent} %"
            )

    def schema_org(self, head) -> list[dict]:
        return [article(head)]

    @property
    def methods(self) -> list[LinkedPage]:
        """The methods used, in the page's language."""
        chosen = [block["value"] for block in self.methods_used.raw_data]
        return localised(chosen, self.locale.language_code) if chosen else []

    @property
    def adoptions(self) -> list[dict]:
        """Who did the same, with their public page here in the page's language."""
        return values_with_pages(self.adopted_by, self.locale.language_code)

    @property
    def years(self) -> str:
        """„2020–2022”, „2021–” while it goes on, or one year."""
        start, end = self.year_from, self.year_to
        if start and self.is_ongoing:
            return f"{start}–"
        if start and end and start != end:
            return f"{start}–{end}"
        return str(start or end or "")

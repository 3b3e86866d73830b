"""The page of a community: a village or neighbourhood."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from communities.records import needs_of
from hub.blocks import BodyBlock, OrganisationBlock, RecognitionBlock
from hub.catalogue import Kind
from hub.pages import HubPage
from hub.places import Located
from hub.structured_data import filled, place_of, thing
from hub.vocabulary import CommunityKind
from search.selections import entries_of_community, unsaved_entry


class CommunityPage(Located, HubPage):
    """A village or neighbourhood: what it has, what it needs, what it did."""

    parent_page_types = ["communities.PartnershipPage"]
    subpage_types = ["communities.SolutionPage", "stories.StoryPage", "events.EventPage"]

    key = models.SlugField(
        _("key"),
        help_text=_("Stays the same in every language; filters and links are made with it."),
    )
    kind = models.CharField(
        _("kind"), max_length=16, choices=CommunityKind.choices, default=CommunityKind.VILLAGE
    )
    municipality_before = models.ForeignKey(
        "hub.Municipality",
        verbose_name=_("municipality before the reform of 2021"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        limit_choices_to={"is_current": False},
        related_name="+",
    )
    residents_number = models.PositiveIntegerField(_("residents"), null=True, blank=True)
    residents_year = models.PositiveSmallIntegerField(_("in the year"), null=True, blank=True)
    residents_note = models.CharField(
        _("note on the number"),
        max_length=160,
        blank=True,
        help_text=_("What is counted: the village, the parish, those declared."),
    )
    leader_name = models.CharField(_("name of the leader"), max_length=120, blank=True)
    leader_consent = models.BooleanField(
        _("the leader agreed to be named here"),
        default=False,
        help_text=_("Without it the page cannot be published with the name."),
    )
    website = models.URLField(_("website"), blank=True)
    recognitions = StreamField(
        [("recognition", RecognitionBlock())],
        verbose_name=_("recognition"),
        blank=True,
        collapsed=True,
    )
    organisations = StreamField(
        [("organisation", OrganisationBlock())],
        verbose_name=_("organisations"),
        blank=True,
        collapsed=True,
    )
    story = StreamField(BodyBlock(), verbose_name=_("story"), blank=True)
    collection = models.ForeignKey(
        "wagtailcore.Collection",
        verbose_name=_("collection"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    content_panels = [
        *HubPage.content_panels,
        FieldPanel("story"),
        Located.place_panel,
        MultiFieldPanel(
            [
                FieldRowPanel(["kind", "key"]),
                "municipality_before",
                FieldRowPanel(["residents_number", "residents_year"]),
                "residents_note",
            ],
            heading=_("About the place"),
            icon="home",
        ),
        MultiFieldPanel(
            ["website", FieldRowPanel(["leader_name", "leader_consent"])],
            heading=_("Whom to ask"),
            icon="user",
        ),
        FieldPanel("organisations"),
        FieldPanel("recognitions"),
    ]
    search_fields = [
        *HubPage.search_fields,
        index.SearchField("story"),
        index.SearchField("parish"),
    ]
    override_translatable_fields = [
        *HubPage.override_translatable_fields,
        SynchronizedField("key"),
        SynchronizedField("place"),
        SynchronizedField("leader_name"),
    ]
    exclude_fields_in_copy = ["collection"]

    pack_type = "community"
    main_stream = "story"
    shown_with = ("locale", "municipality", "municipality_before")
    is_community_root = True
    catalogue_kind = "community"
    catalogue_text = ["story", "parish", "residents_note", "organisations"]

    class Meta:
        verbose_name = _("community")
        verbose_name_plural = _("communities")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        by_kind = entries_of_community(self.key, self.locale.language_code)
        context["entry"] = next(iter(by_kind[Kind.COMMUNITY]), None) or unsaved_entry(self)
        context["resources"] = by_kind[Kind.RESOURCE]
        context["solutions"] = by_kind[Kind.SOLUTION]
        context["stories"] = by_kind[Kind.STORY]
        context["events"] = by_kind[Kind.EVENT]
        context["needs"] = needs_of(self)
        return context

    def clean(self):
        super().clean()
        if self.leader_name and not self.leader_consent:
            raise ValidationError(
                {"leader_consent": _("A person is named only with their consent.")}
            )
        same_key = CommunityPage.objects.filter(key=self.key, locale=self.locale_id)
        if self.key and same_key.exclude(pk=self.pk).exists():
            raise ValidationError({"key": _("Another community has this key already.")})

    def schema_org(self, head) -> list[dict]:
        place = {**thing(head, "Place"), **place_of(head.entry), "name": self.title}
        region = {"@type": "AdministrativeArea", "name": head.entry.municipality_name}
        within = region if head.entry.municipality_name else {}
        return [filled({**place, "sameAs": self.website, "containedInPlace": within})]

    def with_content_json(self, content):
        # Where its files lie is no matter of a version: an old one may know another place.
        return super().with_content_json({**content, "collection": self.collection_id})

    def catalogue_fields(self) -> dict:
        marks = [block.value for block in self.recognitions]
        newest = max(marks, key=lambda mark: mark["year"], default=None)
        return {
            "place": self.place or self.title,
            "variety": self.kind,
            "number": f"{newest.label} {newest['year']}" if newest else "",
            "fact": str(self.municipality or ""),
        }

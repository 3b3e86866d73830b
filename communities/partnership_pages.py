"""The page of a partnership: the house that owns all below it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from hub.blocks import BodyBlock, OrganisationBlock, ResultBlock
from hub.blocks.text import RICH_TEXT_FEATURES
from hub.catalogue import Kind
from hub.pages import HubPage
from hub.structured_data import filled, hub, thing
from search.selections import entries_of_owner, unsaved_entry

_SHOWN_AS_NEWEST = (Kind.SOLUTION, Kind.STORY, Kind.METHOD, Kind.GUIDE, Kind.EVENT)


class PartnershipPage(HubPage):
    """A local action group: who they are, where, and all that is theirs."""

    parent_page_types = ["communities.PartnershipIndexPage"]
    subpage_types = [
        "communities.CommunityPage",
        "toolkit.MethodPage",
        "toolkit.GuidePage",
        "stories.StoryPage",
        "events.EventPage",
        "home.NewsPage",
        "home.StandardPage",
    ]

    owning = models.ForeignKey(
        "hub.Owner",
        verbose_name=_("owner"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    legal_name = models.CharField(_("legal name"), max_length=160, blank=True)
    founded = models.CharField(_("founded"), max_length=60, blank=True)
    seat = models.CharField(_("seat"), max_length=160, blank=True)
    website = models.URLField(_("website"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    municipalities = ParentalManyToManyField(
        "hub.Municipality",
        verbose_name=_("municipalities in its territory"),
        blank=True,
        related_name="+",
        limit_choices_to={"is_current": True},
    )
    territory = RichTextField(
        _("territory"),
        features=RICH_TEXT_FEATURES,
        blank=True,
        help_text=_("In words: before the reform of 2021 and today."),
    )
    role = models.CharField(_("role in the project"), max_length=160, blank=True)
    facts = StreamField(
        [("fact", ResultBlock())], verbose_name=_("facts"), blank=True, collapsed=True
    )
    supporters = StreamField(
        [("organisation", OrganisationBlock())],
        verbose_name=_("supporters"),
        blank=True,
        collapsed=True,
        help_text=_("Organisations that look after some of the communities."),
    )
    logo = models.ForeignKey(
        "hub.Image",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    content_panels = [
        *HubPage.content_panels,
        MultiFieldPanel(
            ["legal_name", "role", FieldRowPanel(["founded", "seat"]), "logo"],
            heading=_("Who they are"),
            icon="group",
        ),
        MultiFieldPanel(
            ["website", FieldRowPanel(["email", "phone"])], heading=_("Contacts"), icon="mail"
        ),
        MultiFieldPanel(["municipalities", "territory"], heading=_("Territory"), icon="site"),
        FieldPanel("body"),
        FieldPanel("facts"),
        FieldPanel("supporters"),
    ]
    search_fields = [*HubPage.search_fields, index.SearchField("body")]
    override_translatable_fields = [
        *HubPage.override_translatable_fields,
        SynchronizedField("municipalities"),
        SynchronizedField("owning"),
        SynchronizedField("phone"),
    ]

    pack_type = "partnership"
    shown_with = ("locale", "owning", "logo")
    is_owner_root = True
    quoted = ("legal_name",)
    catalogue_kind = "partnership"
    catalogue_text = ["legal_name", "territory", "role", "body"]

    class Meta:
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        entries = entries_of_owner(self.owner_key, self.locale.language_code)
        own = [entry for entry in entries if entry.kind == Kind.PARTNERSHIP]
        context["entry"] = own[0] if own else unsaved_entry(self)
        context["communities"] = [entry for entry in entries if entry.kind == Kind.COMMUNITY]
        context["territory"] = [municipality.slug for municipality in self.municipalities.all()]
        context["latest"] = [entry for entry in entries if entry.kind in _SHOWN_AS_NEWEST][:6]
        return context

    def schema_org(self, head) -> list[dict]:
        told = {
            "legalName": self.legal_name,
            "email": self.email,
            "telephone": self.phone,
            "sameAs": self.website,
            "address": filled({"@type": "PostalAddress", "addressLocality": self.seat})
            if self.seat
            else {},
            "memberOf": hub(),
        }
        return [filled({**thing(head, "Organization"), **told})]

    def with_content_json(self, content):
        # Whose it is is no matter of a version: an old one may name an owner that has left.
        return super().with_content_json({**content, "owning": self.owning_id})

    @property
    def owner_key(self) -> str:
        """The key by which everything below is filtered."""
        return self.owning.key if self.owning else ""

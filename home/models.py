"""The home page, news, the plain pages around them, and what stands around every page."""

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from home.permissions import HomePagePermissionTester
from home.strips import StripsBlock
from home.surroundings import Surroundings
from hub.blocks import BodyBlock
from hub.pages import HubPage
from hub.structured_data import article, dataset_of_all, hub, thing, work
from search.index_pages import CatalogueIndexPage

__all__ = ["HomePage", "NewsIndexPage", "NewsPage", "StandardPage", "Surroundings"]


class HomePage(HubPage):
    """The front door: one sentence, one search field, then the strips that editors arrange."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "communities.PartnershipIndexPage",
        "communities.SolutionIndexPage",
        "stories.StoryIndexPage",
        "toolkit.ToolkitIndexPage",
        "events.EventIndexPage",
        "communities.ResourceIndexPage",
        "home.NewsIndexPage",
        "home.StandardPage",
    ]

    claim = models.CharField(
        _("the one sentence"),
        max_length=160,
        help_text=_("Says in plain words what a visitor finds here."),
    )
    strips = StreamField(StripsBlock(), verbose_name=_("strips"), blank=True, collapsed=True)

    content_panels = [*HubPage.content_panels, FieldPanel("claim"), FieldPanel("strips")]

    pack_type = "home"
    main_stream = "strips"
    belongs_to_hub = True

    @property
    def line(self) -> str:
        """What its picture says below its title."""
        return self.claim

    def schema_org(self, head) -> list[dict]:
        organisation = {**thing(head, "Organization"), **hub(), "description": self.claim}
        website = {**thing(head, "WebSite"), "inLanguage": head.language, "publisher": hub()}
        return [organisation, website, dataset_of_all(head)]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def permissions_for_user(self, user):
        return HomePagePermissionTester(user, self)


class StandardPage(HubPage):
    """A page of plain text: about, contacts, privacy, accessibility, publicity."""

    parent_page_types = [
        "home.HomePage",
        "home.StandardPage",
        "communities.PartnershipPage",
    ]
    subpage_types = ["home.StandardPage"]

    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    content_panels = [*HubPage.content_panels, FieldPanel("body")]
    search_fields = [*HubPage.search_fields, index.SearchField("body")]

    pack_type = "standard"
    catalogue_kind = "page"
    catalogue_text = ["body"]

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")

    def schema_org(self, head) -> list[dict]:
        return [{**work(head, "Article"), "headline": self.title}]


class NewsIndexPage(CatalogueIndexPage):
    """News of the hub and of all partnerships."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.NewsPage"]
    max_count_per_parent = 1

    pack_type = "news-index"
    main_stream = ""
    gathers = ("page",)
    gathers_only_dated = True

    class Meta:
        verbose_name = _("news list")
        verbose_name_plural = _("news lists")


class NewsPage(HubPage):
    """A piece of news with its day."""

    parent_page_types = ["home.NewsIndexPage", "communities.PartnershipPage"]
    subpage_types: list[str] = []

    date = models.DateField(_("date"))
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    content_panels = [*HubPage.content_panels, FieldPanel("date"), FieldPanel("body")]
    search_fields = [*HubPage.search_fields, index.SearchField("body")]

    pack_type = "news"
    eyebrow = _("piece of news")
    catalogue_kind = "page"
    catalogue_text = ["body"]

    class Meta:
        verbose_name = _("piece of news")
        verbose_name_plural = _("news")

    def schema_org(self, head) -> list[dict]:
        return [article(head, published=self.date)]

    @property
    def line(self) -> str:
        """What its picture says below its title."""
        return date_format(self.date)

    def catalogue_fields(self) -> dict:
        return {"date": self.date, "variety": "news"}

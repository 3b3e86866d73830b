"""Lists that gather from all partnerships: houses, solutions, resources."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.fields import RichTextField

from hub.blocks.text import RICH_TEXT_FEATURES
from hub.pages import HubPage
from search.index_pages import CatalogueIndexPage


class PartnershipIndexPage(CatalogueIndexPage):
    """The partnerships and all their communities."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["communities.PartnershipPage"]
    max_count_per_parent = 1

    introduction = RichTextField(_("introduction"), features=RICH_TEXT_FEATURES, blank=True)

    content_panels = [*HubPage.content_panels, FieldPanel("introduction")]

    pack_type = "partnership-index"
    main_stream = ""
    gathers = ("community",)
    facets = ("partnership", "municipality", "theme")

    class Meta:
        verbose_name = _("list of partnerships")
        verbose_name_plural = _("lists of partnerships")


class SolutionIndexPage(CatalogueIndexPage):
    """Gathers all solutions, the communities' and those from elsewhere."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["communities.SolutionPage"]
    max_count_per_parent = 1

    pack_type = "solution-index"
    main_stream = ""
    gathers = ("solution",)
    facets = ("theme", "partnership", "municipality", "stage", "audience")

    class Meta:
        verbose_name = _("list of solutions")
        verbose_name_plural = _("lists of solutions")


class ResourceIndexPage(RoutablePageMixin, CatalogueIndexPage):
    """The inventory: what the communities have."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    pack_type = "resource-index"
    is_inventory = True
    main_stream = ""
    gathers = ("resource",)
    facets = ("partnership", "municipality", "community")

    class Meta:
        verbose_name = _("inventory of resources")
        verbose_name_plural = _("inventories of resources")

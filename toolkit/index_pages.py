"""The toolkit: six phases, the hub's methods and guides and those of the partnerships."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from hub.blocks.text import RICH_TEXT_FEATURES
from hub.pages import HubPage
from hub.vocabulary import Phase
from search.filters import Sort
from search.index_pages import CatalogueIndexPage


class ToolkitIndexPage(CatalogueIndexPage):
    """Methods and guides by phase."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["toolkit.MethodPage", "toolkit.GuidePage"]
    max_count_per_parent = 1

    introduction = RichTextField(_("introduction"), features=RICH_TEXT_FEATURES, blank=True)

    content_panels = [*HubPage.content_panels, FieldPanel("introduction")]

    pack_type = "toolkit-index"
    main_stream = ""
    gathers = ("method", "guide")
    facets = ("phase", "kind", "theme", "audience")
    page_size = 60
    usual_sort = Sort.PHASE

    class Meta:
        verbose_name = _("toolkit")
        verbose_name_plural = _("toolkits")

    def get_context(self, request, *args, **kwargs):
        return {**super().get_context(request, *args, **kwargs), "phases": list(Phase)}

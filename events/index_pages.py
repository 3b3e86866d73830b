"""The calendar of all partnerships."""

from django.utils.translation import gettext_lazy as _

from search.index_pages import CatalogueIndexPage
from search.selections import upcoming


class EventIndexPage(CatalogueIndexPage):
    """Gathers all events: what comes, and what was."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["events.EventPage"]
    max_count_per_parent = 1

    pack_type = "event-index"
    main_stream = ""
    gathers = ("event",)
    facets = ("theme", "partnership", "municipality")

    class Meta:
        verbose_name = _("calendar")
        verbose_name_plural = _("calendars")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["upcoming"] = upcoming(self.locale.language_code, count=12)
        return context

"""All video stories, from every partnership."""

from django.utils.translation import gettext_lazy as _

from search.index_pages import CatalogueIndexPage


class StoryIndexPage(CatalogueIndexPage):
    """Gathers all stories."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["stories.StoryPage"]
    max_count_per_parent = 1

    pack_type = "story-index"
    main_stream = ""
    gathers = ("story",)
    facets = ("theme", "partnership", "municipality", "captions")

    class Meta:
        verbose_name = _("list of stories")
        verbose_name_plural = _("lists of stories")

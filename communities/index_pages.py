"""Lists that gather from all partnerships: houses, solutions, resources."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail.models import Page

from communities.records import Resource, told_of
from hub.blocks.text import RICH_TEXT_FEATURES
from hub.catalogue import Kind
from hub.pages import HubPage
from hub.structured_data import dataset
from search.filters import Sort
from search.index_pages import CatalogueIndexPage
from search.public import public_pages
from search.selections import entries_in_languages, houses


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
    usual_sort = Sort.TITLE

    class Meta:
        verbose_name = _("list of partnerships")
        verbose_name_plural = _("lists of partnerships")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["houses"] = houses(self.locale.language_code)
        return context


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
    usual_sort = Sort.TITLE

    class Meta:
        verbose_name = _("inventory of resources")
        verbose_name_plural = _("inventories of resources")

    def schema_org(self, head) -> list[dict]:
        return [dataset(head, [head.feed])]

    @path("<int:pk>-<slug:slug>/", name="resource")
    def resource(self, request, pk, slug):
        """One public resource; an old name in its address leads to the new one."""
        resource = get_object_or_404(
            Resource.objects.public().select_related("municipality", "photo", "locale"), pk=pk
        )
        if not public_pages(Page.objects.filter(pk=resource.community_id)).exists():
            raise Http404
        if slug != resource.slug:
            return redirect(f"{self.get_url(request)}{pk}-{resource.slug}/", permanent=True)
        entries = entries_in_languages(Kind.RESOURCE, resource.translation_key)
        language = self.locale.language_code
        here = {language: f"{self.url}{pk}-{resource.slug}/"}
        overrides = {
            "resource": resource,
            "community": resource.community,
            "entry": entries.get(language),
            "told": told_of(resource, {**{code: e.url for code, e in entries.items()}, **here}),
            "listing": None,
        }
        return self.render(
            request, template="communities/resource.html", context_overrides=overrides
        )

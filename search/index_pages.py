"""Pages that gather entries of the catalogue, and pages that show what is related."""

from hub.pages import HubPage
from search.filters import SearchQuery
from search.listing import PAGE_SIZE, CatalogueListing, Scope
from search.selections import related_to


class CatalogueIndexPage(HubPage):
    """A list of entries with facets, drawn from the catalogue."""

    gathers: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()
    gathers_only_dated = False
    page_size = PAGE_SIZE

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        scope = Scope(
            language=self.locale.language_code,
            kinds=self.gathers,
            facets=self.facets,
            is_dated=self.gathers_only_dated,
            page_size=self.page_size,
        )
        context["listing"] = CatalogueListing(SearchQuery.read(request.GET), scope)
        return context


class CataloguedPage(HubPage):
    """A page that stands in the catalogue and shows what is related to it."""

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["related"] = related_to(self)
        return context

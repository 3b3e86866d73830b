"""Pages that gather entries of the catalogue, and pages that show what is related."""

from hub.pages import HubPage
from hub.structured_data import work
from search.filters import SearchQuery, Sort
from search.listing import PAGE_SIZE, CatalogueListing, Scope
from search.selections import entry_and_related


class CatalogueIndexPage(HubPage):
    """A list of entries with facets, drawn from the catalogue."""

    gathers: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()
    gathers_only_dated = False
    usual_sort = Sort.NEWEST
    page_size = PAGE_SIZE
    show_in_menus_default = True

    class Meta:
        abstract = True

    def schema_org(self, head) -> list[dict]:
        return [work(head, "CollectionPage")]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        scope = Scope(
            language=self.locale.language_code,
            kinds=self.gathers,
            facets=self.facets,
            is_dated=self.gathers_only_dated,
            usual_sort=self.usual_sort,
            page_size=self.page_size,
        )
        context["listing"] = CatalogueListing(SearchQuery.read(request.GET), scope)
        return context


class CataloguedPage(HubPage):
    """A page that shows its own entry's facts and what is related to it."""

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["entry"], context["related"] = entry_and_related(self)
        return context

"""The search page: one GET form that works without JavaScript."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hub.head import Told
from hub.navigation import home_address
from search.filters import SearchQuery
from search.listing import CatalogueListing, Scope

_FACTS = {"@type": "SearchResultsPage"}
FACETS = ("kind", "theme", "partnership", "municipality", "stage", "audience", "captions")


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Hits of the whole catalogue in the reader's language, with facets."""
    scope = Scope(language=get_language() or "lv", facets=FACETS)
    listing = CatalogueListing(SearchQuery.read(request.GET), scope, action=reverse("search"))
    addresses = {code: f"{home_address(code)}search/" for code, _name in settings.LANGUAGES}
    told = Told(_("Search the hub"), addresses=addresses, is_indexed=False, facts=_FACTS)
    return render(request, "search/search.html", {"listing": listing, "told": told})

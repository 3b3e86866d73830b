"""The search page: one GET form that works without JavaScript."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from search.filters import SearchQuery
from search.listing import CatalogueListing, Scope

FACETS = ("kind", "theme", "partnership", "municipality", "stage", "audience", "captions")


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Hits of the whole catalogue in the reader's language, with facets."""
    scope = Scope(language=get_language() or "lv", facets=FACETS)
    listing = CatalogueListing(SearchQuery.read(request.GET), scope, action=reverse("search"))
    return render(request, "search/search.html", {"listing": listing})

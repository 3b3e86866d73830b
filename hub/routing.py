"""Finds the page of an address in two queries, however deep it stands.

Stock Wagtail asks twice for each part of an address, and again for who may see the page.
"""

from dataclasses import dataclass
from itertools import accumulate

from django.conf import settings
from django.db.models import Q, Subquery
from django.db.models.functions import Length
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from wagtail import views
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult

from hub.navigation import HOME_DEPTH, Found, is_shown, pages_around
from hub.pages import HubPage


@dataclass(frozen=True)
class WayFound:
    """What there is of an address where no page is: for the page that says so."""

    nearest: Page | None
    was_taken_down: bool


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's own view, told beforehand which page it is."""
    if home := _home_path():
        request._wagtail_route_for_request = find_route(request, home, path)
    return views.serve(request, path)


def public_answer(request: HttpRequest, path: str) -> HttpResponse:
    """What the page at `path` answers, if anyone may read it now. Raises Http404."""
    home = _home_path()
    route = find_route(request, home, path) if home else Page.route_for_request(request, path)
    if route is None or _is_expired(route.page) or route.page.get_view_restrictions().exists():
        raise Http404
    return route.page.serve(request, *route.args, **route.kwargs)


def _is_expired(page: Page) -> bool:
    return page.expire_at is not None and page.expire_at <= timezone.now()


def _home_path() -> str:
    """The `url_path` of the home page in the reader's language; empty if it is not plain."""
    roots = Site.get_site_root_paths()
    if len({root.site_id for root in roots}) != 1:
        return ""
    return next((root.root_path for root in roots if root.language_code == get_language()), "")


def find_route(request: HttpRequest, home: str, path: str) -> RouteResult | None:
    """The route of the address `path` below the home page at `home`; None if there is none.

    The deepest page on the way answers for what is left of the address, so pages with addresses
    of their own keep them.
    """
    names = [name for name in path.split("/") if name]
    ways = ["/", *accumulate([home, *names], lambda way, name: f"{way}{name}/")]
    found = _find(home, ways)
    on_the_way = [page for page in found.pages if page.url_path in ways]
    if not any(page.live and page.url_path == home for page in on_the_way):
        return Page.route_for_request(request, path)
    deepest = on_the_way[-1]
    request.way_found = _way_found(on_the_way, ways)
    page = _to_show(deepest)
    page.found_with = found
    page.is_known_public = not any(page.alias_of_id or page.is_private for page in on_the_way)
    try:
        return page.route(request, names[ways.index(deepest.url_path) - 1 :])
    except Http404:
        return None


def _way_found(on_the_way: list[Page], ways: list[str]) -> WayFound:
    shown = [page for page in on_the_way if page.depth > HOME_DEPTH and is_shown(page)]
    last = on_the_way[-1]
    is_here = last.url_path == ways[-1] and not last.is_private
    was_taken_down = is_here and not last.live and last.first_published_at is not None
    return WayFound(shown[-1] if shown else None, was_taken_down)


def _find(home: str, ways: list[str]) -> Found:
    """The pages at these `url_path`s and all that is shown around the deepest of them."""
    # By length and not by depth, whose index would be read until one of these pages comes.
    on_the_way = Page.objects.filter(url_path__in=ways).order_by(-Length("url_path"))
    deepest = on_the_way.values("translation_key")[:1]
    wanted = Q(url_path__in=ways) | Q(translation_key=Subquery(deepest))
    return pages_around(home, get_language() or settings.LANGUAGE_CODE, wanted)


def _to_show(page: Page) -> Page:
    """The page in its own type, with what its template shows of other tables."""
    model = page.specific_class
    if model is None or not issubclass(model, HubPage):
        return page.specific
    return model.objects.select_related(*model.shown_with).get(pk=page.pk)

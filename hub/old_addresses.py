"""Old addresses lead to where their page stands now.

Wagtail writes a redirect for a page and all below it when its address changes. Its own middleware
leads to drafts and private pages too, loses the query string, and does not know the addresses
that a page has below its own.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.urls import Resolver404
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, Site

_GONE = (404, 410)
_MOST_HOPS = 5


class OldAddressMiddleware:
    """Answers with a redirect where there is no page, but was one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code in _GONE and request.method in ("GET", "HEAD"):
            return new_address(request) or response
        return response


def new_address(request: HttpRequest) -> HttpResponse | None:
    """Where the reader is led from an address of old; None where that is no place to go to."""
    site = Site.find_for_request(request)
    whole = Redirect.normalise_path(request.get_full_path())
    path = Redirect.normalise_path(request.path)
    if "\0" in whole + path or site is None:  # PostgreSQL refuses to be asked
        return None
    known = Redirect.get_for_site(site).filter(old_path__in={whole, *_ways(path)})
    rows = sorted(known.select_related("redirect_page"), key=lambda row: _rank(row, whole))
    for row in rows:
        rest = "" if row.old_path == whole else path.removeprefix(row.old_path)
        target = _target(request, row, rest)
        if target and Redirect.normalise_path(target) not in (path, whole):
            return _lead(request, target, row)
    return None


def _ways(path: str) -> list[str]:
    """The path and the paths above it."""
    parts = path.split("/")
    return ["/".join(parts[:end]) for end in range(len(parts), 1, -1)]


def _rank(row: Redirect, whole: str) -> tuple[bool, int, bool]:
    """The very address first, then the nearest above it; a site's own before everybody's."""
    return row.old_path != whole, -len(row.old_path), row.site_id is None


def _target(request: HttpRequest, row: Redirect, rest: str) -> str:
    """The address to lead to; `rest` is what was asked for below the old address."""
    if row.redirect_page:
        is_open = _may_be_read(request, row.redirect_page)
        return (
            _address(request, row.redirect_page, rest or row.redirect_page_route_path, bool(rest))
            if is_open
            else ""
        )
    if rest or _comes_back(request, row.redirect_link):
        return ""
    return row.redirect_link


def _may_be_read(request: HttpRequest, page: Page) -> bool:
    """Whether this reader may see the page now; nobody else is told where it stands."""
    is_over = page.expire_at is not None and page.expire_at <= timezone.now()
    if not page.live or is_over:
        return False
    return all(rule.accept_request(request) for rule in page.get_view_restrictions())


def _address(request: HttpRequest, page: Page, below: str, is_needed: bool) -> str:
    """The page's address with what is `below` it, if the page answers for that."""
    address = page.get_url(request) or ""
    if not below:
        return address
    model = page.specific_class
    if model is not None and issubclass(model, RoutablePageMixin):
        route = f"{below.rstrip('/')}/"
        try:
            page.specific_deferred.resolve_subpage(route)
        except Resolver404:
            return "" if is_needed else address
        return address.rstrip("/") + route
    return "" if is_needed else address


def _comes_back(request: HttpRequest, link: str) -> bool:
    """Whether redirects that people wrote lead round to where the reader is."""
    here = Redirect.normalise_path(request.path)
    for _hop in range(_MOST_HOPS):
        parts = urlsplit(link)
        if parts.netloc and parts.netloc != request.get_host():
            return False
        path = Redirect.normalise_path(parts.path)
        if path == here:
            return True
        row = Redirect.objects.filter(old_path=path, redirect_page=None).first()
        if row is None:
            return False
        link = row.redirect_link
    return True


def _lead(request: HttpRequest, target: str, row: Redirect) -> HttpResponse:
    """The redirect, with the question that the reader asked unless it has one of its own."""
    query = request.META.get("QUERY_STRING", "")
    if query and "?" not in target and "?" not in row.old_path:
        target = f"{target}?{query}"
    kind = HttpResponsePermanentRedirect if row.is_permanent else HttpResponseRedirect
    return kind(target)

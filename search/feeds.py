"""What was published last, as Atom (RFC 4287): of the whole hub, or of what a list gathers.

A feed takes the same question as the list beside it, and tells of the same entries.
"""

from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.feedgenerator import Atom1Feed, Enclosure
from django.utils.html import escape
from django.utils.http import http_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from hub.head import FEED
from hub.navigation import absolute, home_address
from hub.routing import public_answer
from search.filters import SearchQuery, printable
from search.listing import CatalogueListing, Scope
from search.models import Entry
from search.views import FACETS

NEWEST = 50
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)


class _AtomFeed(Atom1Feed):
    """Django's own, whose entries name their language and the words of their themes."""

    def item_attributes(self, item):
        return {"xml:lang": item["language"]}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for slug, name in item["themes"]:
            handler.addQuickElement("category", "", {"term": slug, "label": name})

    def latest_post_date(self):
        """When an entry was changed last; an empty feed stays as it is."""
        return super().latest_post_date() if self.items else _NEVER


def _add(feed: _AtomFeed, entry: Entry, themes: dict[str, str]) -> None:
    film = entry.recording
    files = [Enclosure(absolute(film["url"]), str(film["length"]), film["type"])] if film else []
    feed.add_item(
        title=printable(entry.title),
        link=absolute(entry.url),
        description=escape(printable(entry.summary)) or None,
        # Stays the same wherever the hub and the page move.
        unique_id=f"urn:uuid:{uuid5(NAMESPACE_URL, entry.key)}",
        pubdate=entry.published_at,
        updateddate=entry.changed_at or entry.published_at,
        author_name=entry.owner_name or settings.WAGTAIL_SITE_NAME,
        enclosures=files,
        language=entry.language,
        themes=[(slug, themes.get(slug, slug)) for slug in entry.themes],
    )


def _answer(listing: CatalogueListing, title: str, place: str, shown_at: str) -> HttpResponse:
    """The feed of `listing` at `place`; people read the same at `shown_at`."""
    address = f"{absolute(place)}{FEED}{listing.feed_query}"
    words = ", ".join(listing.words)
    feed = _AtomFeed(
        title=" – ".join(part for part in (words, title, settings.WAGTAIL_SITE_NAME) if part),
        link=absolute(shown_at) + listing.feed_query,
        description="",
        subtitle=_("What was published last"),
        language=listing.scope.language,
        author_name=settings.WAGTAIL_SITE_NAME,
        feed_url=address,
        feed_guid=address,
    )
    for entry in listing.latest(NEWEST):
        _add(feed, entry, listing.themes)
    response = HttpResponse(content_type=feed.content_type)
    response["Last-Modified"] = http_date(feed.latest_post_date().timestamp())
    feed.write(response, "utf-8")
    return response


@require_safe
@conditional_page
@cache_control(public=True, max_age=900)
def of_everything(request: HttpRequest) -> HttpResponse:
    """The newest of the whole hub in the reader's language."""
    language = get_language() or settings.LANGUAGE_CODE
    scope = Scope(language=language, facets=FACETS)
    home = home_address(language)
    listing = CatalogueListing(SearchQuery.read(request.GET), scope)
    return _answer(listing, _("Newest"), home, f"{home}search/" if listing.is_narrowed else home)


@require_safe
@conditional_page
@cache_control(public=True, max_age=900)
def of_list(request: HttpRequest, path: str) -> HttpResponse:
    """The newest of what the list at `path` gathers."""
    answer = public_answer(request, path)
    context = (answer.context_data or {}) if isinstance(answer, TemplateResponse) else {}
    if not context.get("listing"):
        raise Http404
    page = context["page"]
    return _answer(context["listing"], page.title, page.url, page.url)

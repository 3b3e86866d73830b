"""The sitemap: each public page and resource with its translations (sitemaps.org, hreflang).

Written as plain text: a template takes two hundred calls for a page. An address is made of slugs
only, so nothing in it needs to be escaped. A file may name 50,000 addresses at most; where there
are more, there are sixteen files, and one that names them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from hub.catalogue import Kind
from hub.navigation import absolute, home_address
from search.public import public_pages
from search.selections import shown

MOST_IN_A_FILE = 40_000
_PARTS = "0123456789abcdef"  # of the first digit of a thing's key, which its translations share
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
_INDEX_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
)

# The key that all its translations have, language, address, and when it was changed.
Row = tuple[UUID, str, str, datetime | None]


def _pages():
    return public_pages(Page.objects.filter(depth__gt=1)).order_by("path")


def _records():
    return shown().of_kinds(Kind.RESOURCE).order_by("pk")


def _keys(part: str) -> tuple[UUID, UUID]:
    """The first and the last key that begins with the digit `part`; all of them for none."""
    first, last = (part, part) if part else ("0", "f")
    return UUID(first + "0" * 31), UUID(last + "f" * 31)


def _page_rows(keys: tuple[UUID, UUID]) -> Iterator[Row]:
    """Pages of the site's trees as plain rows: no page object is made."""
    roots = tuple(
        translation.url_path
        for site in Site.objects.select_related("root_page")
        for translation in site.root_page.get_translations(inclusive=True)
    )
    columns = ("translation_key", "locale__language_code", "url_path", "last_published_at")
    for key, language, url_path, changed in (
        _pages().filter(translation_key__range=keys).values_list(*columns)
    ):
        if url_path.startswith(roots):
            rest = url_path.split("/", 2)[2]  # without the name of the tree's root
            yield key, language, absolute(home_address(language) + rest), changed


def _record_rows(keys: tuple[UUID, UUID]) -> Iterator[Row]:
    columns = ("uuid", "language", "url", "changed_at")
    for key, language, url, changed in _records().filter(uuid__range=keys).values_list(*columns):
        yield key, language, absolute(url), changed


def _lines(rows: Iterable[Row]) -> Iterator[str]:
    """The document line by line."""
    known = list(rows)
    versions: dict[object, str] = defaultdict(str)
    for key, language, address, _changed in known:
        versions[key] += f'<xhtml:link rel="alternate" hreflang="{language}" href="{address}"/>'
    yield _HEAD
    for key, _language, address, changed in known:
        day = f"<lastmod>{changed.isoformat(timespec='seconds')}</lastmod>" if changed else ""
        yield f"<url><loc>{address}</loc>{day}{versions[key]}</url>\n"
    yield "</urlset>\n"


def _index() -> str:
    """The sixteen files by name."""
    files = "".join(
        f"<sitemap><loc>{settings.SITE_URL}/sitemap-{part}.xml</loc></sitemap>\n" for part in _PARTS
    )
    return f"{_INDEX_HEAD}{files}</sitemapindex>\n"


def sitemap_document(part: str = "") -> str:
    """Every public page and resource in every language, or those of one part, as XML."""
    keys = _keys(part)
    return "".join(_lines([*_page_rows(keys), *_record_rows(keys)]))


def _xml(text: str) -> HttpResponse:
    return HttpResponse(text, content_type="application/xml; charset=utf-8")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """The whole sitemap, or the names of its parts where it is too long for one file."""
    is_long = _pages().count() + _records().count() > MOST_IN_A_FILE
    return _xml(_index() if is_long else sitemap_document())


@require_safe
def sitemap_part(request: HttpRequest, part: str) -> HttpResponse:
    """Those whose key begins with the digit `part`."""
    return _xml(sitemap_document(part))

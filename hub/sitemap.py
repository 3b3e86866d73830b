"""The sitemap: each live public page with its translations (sitemaps.org, hreflang).

Written as plain text: a template takes two hundred calls for a page. An address is made of slugs
only, so nothing in it needs to be escaped.
"""

from collections import defaultdict
from collections.abc import Iterator

from django.conf import settings
from wagtail.models import Page, Site

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def _rows():
    """Live public pages as plain rows: no page object is made."""
    return (
        Page.objects.live()
        .public()
        .filter(depth__gt=1)
        .order_by("path")
        .values_list("translation_key", "locale__language_code", "url_path", "last_published_at")
    )


def _address(language: str, url_path: str) -> str:
    """The absolute address of a page: its `url_path` without the name of the tree's root."""
    rest = url_path.split("/", 2)[2]
    prefix = "" if language == settings.LANGUAGE_CODE else f"{language}/"
    return f"{settings.SITE_URL}/{prefix}{rest}"


def _parts() -> Iterator[str]:
    """The document line by line; pages outside the site's trees are left out."""
    roots = tuple(
        translation.url_path
        for site in Site.objects.select_related("root_page")
        for translation in site.root_page.get_translations(inclusive=True)
    )
    pages = [
        (key, language, _address(language, url_path), changed)
        for key, language, url_path, changed in _rows()
        if url_path.startswith(roots)
    ]
    versions: dict[object, str] = defaultdict(str)
    for key, language, address, _changed in pages:
        versions[key] += f'<xhtml:link rel="alternate" hreflang="{language}" href="{address}"/>'
    yield _HEAD
    for key, _language, address, changed in pages:
        day = f"<lastmod>{changed.isoformat(timespec='seconds')}</lastmod>" if changed else ""
        yield f"<url><loc>{address}</loc>{day}{versions[key]}</url>\n"
    yield "</urlset>\n"


def sitemap_document() -> str:
    """Every public page in every language, as XML."""
    return "".join(_parts())

"""The sitemap: each live public page with its translations (sitemaps.org, hreflang)."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from wagtail.models import Page, Site


@dataclass(frozen=True)
class SitemapLine:
    """One address, the day of its last change, and (language, address) of all its versions."""

    url: str
    changed: datetime | None
    alternates: list[tuple[str, str]]


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


def sitemap_lines() -> Iterator[SitemapLine]:
    """Every public page; pages outside the site's trees are left out."""
    roots = tuple(
        translation.url_path
        for site in Site.objects.select_related("root_page")
        for translation in site.root_page.get_translations(inclusive=True)
    )
    rows = [row for row in _rows() if row[2].startswith(roots)]
    versions = defaultdict(list)
    for key, language, url_path, _changed in rows:
        versions[key].append((language, _address(language, url_path)))
    for key, language, url_path, changed in rows:
        yield SitemapLine(_address(language, url_path), changed, versions[key])

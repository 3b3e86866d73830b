"""What stands around every page: menu, footer, the way up, the same page in other languages.

One query answers all of it: the home page's children, what editors chose for menu and footer, the
partnerships, the pages above this one and its translations. Where a page is found by its address
(`hub.routing`), it is the query that finds it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property
from typing import Any
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override
from wagtail.models import Page, PageViewRestriction, Site

from hub import arrangement
from hub.arrangement import Arrangement, ChosenLink

HOME_DEPTH = 2


@dataclass(frozen=True)
class Version:
    """A language of the site and where to go for it."""

    language: str
    name: str
    url: str
    is_here: bool = False
    is_same_page: bool = True

    @property
    def whole_url(self) -> str:
        """With the site's own address."""
        return absolute(self.url)


@dataclass(frozen=True)
class NewerOriginal:
    """The original of a translation that is older than it; the name in the reader's language."""

    language: str
    name: str
    changed_at: datetime


@dataclass(frozen=True)
class Link:
    """What a reader can go to from the menu or the footer."""

    title: str
    url: str
    page: Page | None = None
    owner: str = ""


@dataclass(frozen=True)
class LinkColumn:
    """Links of the footer under one heading."""

    title: str
    links: list[Link]


@dataclass(frozen=True)
class Found:
    """Pages from the root down, and the arrangement whose pages are among them."""

    pages: list[Page]
    arranged: Arrangement


def home_address(language: str) -> str:
    """The address of the home page in `language`."""
    return "/" if language == settings.LANGUAGE_CODE else f"/{language}/"


def absolute(address: str) -> str:
    """The whole address, for those who read it outside the site."""
    return f"{settings.SITE_URL}{address}" if address.startswith("/") else address


def language_name(language: str) -> str:
    """The language's name in itself."""
    with override(language):
        return gettext(dict(settings.LANGUAGES)[language].title())


def ancestor_paths(page: Page) -> list[str]:
    """The tree paths of the pages above `page`, from the home page down."""
    return [page.path[: depth * Page.steplen] for depth in range(HOME_DEPTH, page.depth)]


@cache
def _owner_model() -> Any:
    """The type of page below which everything belongs to one owner."""
    return next((m for m in apps.get_models() if getattr(m, "is_owner_root", False)), None)


def _chosen(keys: Iterable[UUID], language: str) -> Q:
    return Q(translation_key__in=sorted(keys), locale__language_code=language)


@cache
def described_pages(language: str) -> QuerySet[Page]:
    """All pages, each with its language, its owner's key if it is one's own page, whether it or a
    page above it is restricted, when the arrangement for `language` changed, and since when
    it is older than its original.

    Built once: to put the parts together takes more calls than to ask.
    """
    whole = ExpressionWrapper(OuterRef("path"), CharField())
    above = PageViewRestriction.objects.annotate(whole=whole)
    restrictions = above.filter(whole__startswith=F("page__path"))
    return (
        Page.objects.annotate(
            is_private=Exists(restrictions),
            owner_key=F(f"{_owner_model()._meta.model_name}__owning__key"),
            arranged_at=arrangement.moment_of_change(language),
            original_changed_at=F("older_than_original__original_changed_at"),
            original_language=F("older_than_original__original_language"),
        )
        .select_related("locale")
        .order_by("path")
    )


def pages_around(home_path: str, language: str, wanted: Q) -> Found:
    """What may stand around a page in `language`, and what else is wanted; drafts too."""
    arranged = arrangement.kept(language)
    wanted |= Q(depth=HOME_DEPTH + 1, url_path__startswith=home_path)
    owners = ContentType.objects.get_for_model(_owner_model())
    wanted |= Q(content_type=owners, url_path__startswith=home_path)
    if arranged.page_keys:
        wanted |= _chosen(arranged.page_keys, language)
    return Found(list(described_pages(language).filter(wanted)), arranged)


def untranslated_address(language: str, page: Page) -> str:
    """Where it is said that `page` is not told in `language` yet."""
    with override(language):
        return reverse("not_translated", args=[page.pk])


def is_shown(page: Page) -> bool:
    """Whether anyone may read it now."""
    is_over = page.expire_at is not None and page.expire_at <= timezone.now()
    return page.live and not page.is_private and not is_over


class Navigation:
    """What surrounds `page`, or an address that is no page, for a reader of `language`.

    `draft` stands in place of the published arrangement, for a preview.
    """

    def __init__(self, language: str, page: Page | None = None, draft: Arrangement | None = None):
        self.language = language
        self.page = page if page is not None and page.pk else None
        self.home_url = home_address(language)
        self._draft = draft

    @cached_property
    def _home_path(self) -> str:
        """The `url_path` of the home page in this language; empty if there is none."""
        paths = {root.language_code: root.root_path for root in Site.get_site_root_paths()}
        return paths.get(self.language, "")

    @cached_property
    def _found(self) -> Found:
        if self.page and self.page.found_with:
            return self.page.found_with
        wanted = Q()
        if self.page:
            wanted |= Q(path__in=ancestor_paths(self.page))
            wanted |= Q(translation_key=self.page.translation_key)
        return pages_around(self._home_path, self.language, wanted)

    @cached_property
    def _pages(self) -> list[Page]:
        return [page for page in self._found.pages if is_shown(page)]

    def _is_here(self, page: Page) -> bool:
        return page.url_path.startswith(self._home_path or " ")

    def _link(self, page: Page, label: str = "") -> Link:
        url = self.home_url + page.url_path[len(self._home_path) :]
        return Link(label or page.title, url, page, page.owner_key or "")

    # What editors arrange

    @cached_property
    def arranged(self) -> Arrangement:
        """Words, contacts and emblems as editors arranged them; empty where they did not."""
        if self._draft is not None:
            return self._draft
        known, pages = self._found.arranged, self._found.pages
        if not pages or pages[0].arranged_at == known.changed_at:
            return known
        return arrangement.read(self.language)

    @cached_property
    def _chosen(self) -> dict[UUID, Page]:
        """The pages that editors chose and anyone may read in this language, by key."""
        pages = self._pages
        missing = self.arranged.page_keys - self._found.arranged.page_keys
        if missing:
            asked = described_pages(self.language).filter(_chosen(missing, self.language))
            pages = [*pages, *filter(is_shown, asked)]
        return {page.translation_key: page for page in pages if self._is_here(page)}

    def _links(self, chosen: Iterable[ChosenLink]) -> list[Link]:
        """Those of the chosen that can be followed."""
        links = []
        for link in chosen:
            if link.url:
                links.append(Link(link.label, link.url))
            elif page := self._chosen.get(link.page_key):
                links.append(self._link(page, link.label))
        return links

    @cached_property
    def _children(self) -> list[Page]:
        """The home page's children."""
        return [p for p in self._pages if p.depth == HOME_DEPTH + 1 and self._is_here(p)]

    def _top(self, in_menu: bool) -> list[Link]:
        """What stands there while editors chose nothing."""
        return [self._link(page) for page in self._children if page.show_in_menus == in_menu]

    @cached_property
    def menu(self) -> list[Link]:
        """The main menu; if none of its pages can be shown, those of the tree."""
        return self._links(self.arranged.menu) or self._top(in_menu=True)

    @cached_property
    def columns(self) -> list[LinkColumn]:
        """The footer's links; if there are none, the home page's children not in the menu."""
        columns = [
            LinkColumn(column.title, self._links(column.links)) for column in self.arranged.columns
        ]
        if not any(column.links for column in columns):
            columns = [LinkColumn("", self._top(in_menu=False))]
        return [column for column in columns if column.links]

    @cached_property
    def owners(self) -> list[Link]:
        """The partnerships, each with its owner's key."""
        return [self._link(page) for page in self._pages if page.owner_key and self._is_here(page)]

    @cached_property
    def lists(self) -> dict[str, str]:
        """The address of the page that gathers a kind of thing, by kind."""
        return {
            kind: self._link(page).url
            for page in self._children
            for kind in getattr(page.specific_class, "gathers", ())
        }

    # Where the page stands

    @cached_property
    def trail(self) -> list[Page]:
        """The pages above this one, from the home page down; who reads it may read them."""
        above = ancestor_paths(self.page) if self.page else []
        return [page for page in self._found.pages if page.live and page.path in above]

    @cached_property
    def _translations(self) -> dict[str, Page]:
        if not self.page:
            return {}
        key = self.page.translation_key
        versions = [page for page in self._pages if page.translation_key == key]
        return {page.locale.language_code: page for page in versions if not page.alias_of_id}

    @cached_property
    def older_than(self) -> NewerOriginal | None:
        """What the page was translated from, if that has changed since."""
        here = next((p for p in self._found.pages if self.page and p.pk == self.page.pk), None)
        if here is None or not here.original_changed_at:
            return None
        name = dict(settings.LANGUAGES).get(here.original_language, here.original_language)
        return NewerOriginal(here.original_language, name, here.original_changed_at)

    def versions(
        self, same_address: str = "", addresses: Mapping[str, str] | None = None
    ) -> list[Version]:
        """Every language of the site; without a translation it leads to a page that says so.

        For what is no page: `same_address` is what follows the home address of every language,
        or `addresses` says where it is told in each.
        """
        if addresses is None:
            addresses = {code: page.url for code, page in self._translations.items()}
        versions = []
        for language, _name in settings.LANGUAGES:
            url = addresses.get(language) or self._without_page(language, same_address)
            is_same = language in addresses or bool(same_address)
            is_here = language == self.language
            versions.append(Version(language, language_name(language), url, is_here, is_same))
        return versions

    def _without_page(self, language: str, same_address: str) -> str:
        is_public = self.page and any(page.pk == self.page.pk for page in self._pages)
        if is_public and language != self.language:
            return untranslated_address(language, self.page)
        return home_address(language) + same_address

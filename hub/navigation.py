"""What stands around every page: the menu, the way up, the same page in other languages.

One query answers all of it: the home page's children, the pages above this one and its
translations. Where a page is found by its address (`hub.routing`), it is the query that finds it.
"""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext, override
from wagtail.models import Page, PageViewRestriction, Site

HOME_DEPTH = 2


@dataclass(frozen=True)
class Version:
    """A language of the site and where to go for it."""

    language: str
    name: str
    url: str
    is_here: bool = False
    is_same_page: bool = True


def home_address(language: str) -> str:
    """The address of the home page in `language`."""
    return "/" if language == settings.LANGUAGE_CODE else f"/{language}/"


def language_name(language: str) -> str:
    """The language's name in itself."""
    with override(language):
        return gettext(dict(settings.LANGUAGES)[language].title())


def ancestor_paths(page: Page) -> list[str]:
    """The tree paths of the pages above `page`, from the home page down."""
    return [page.path[: depth * Page.steplen] for depth in range(HOME_DEPTH, page.depth)]


def pages_around(home_path: str, wanted: Q) -> list[Page]:
    """The home page's children and what else is wanted, from the root down; drafts too.

    Each page knows its language and, as `is_private`, whether it is restricted itself.
    """
    children = Q(depth=HOME_DEPTH + 1, url_path__startswith=home_path)
    restrictions = PageViewRestriction.objects.filter(page=OuterRef("pk"))
    pages = Page.objects.filter(children | wanted).annotate(is_private=Exists(restrictions))
    return list(pages.select_related("locale").order_by("path"))


class Navigation:
    """What surrounds `page`, or an address that is no page, for a reader of `language`."""

    def __init__(self, language: str, page: Page | None = None):
        self.language = language
        self.page = page if page is not None and page.pk else None
        self.home_url = home_address(language)

    @property
    def _home_path(self) -> str:
        """The `url_path` of the home page in this language; empty if there is none."""
        paths = {root.language_code: root.root_path for root in Site.get_site_root_paths()}
        return paths.get(self.language, "")

    @cached_property
    def _pages(self) -> list[Page]:
        pages = self.page.found_with if self.page else []
        if not pages:
            wanted = Q()
            if self.page:
                wanted |= Q(path__in=ancestor_paths(self.page))
                wanted |= Q(translation_key=self.page.translation_key)
            pages = pages_around(self._home_path, wanted)
        return [page for page in pages if page.live and not page.is_private]

    def _top(self, in_menu: bool) -> list[Page]:
        return [
            page
            for page in self._pages
            if page.depth == HOME_DEPTH + 1
            and page.show_in_menus == in_menu
            and page.url_path.startswith(self._home_path or " ")
        ]

    @property
    def menu(self) -> list[Page]:
        """The pages of the main menu, in the order of the tree."""
        return self._top(in_menu=True)

    @property
    def footer(self) -> list[Page]:
        """The other pages below the home page: about, contacts, privacy …"""
        return self._top(in_menu=False)

    @cached_property
    def lists(self) -> dict[str, str]:
        """The address of the page that gathers a kind of thing, by kind."""
        return {
            kind: page.url
            for page in self.menu
            for kind in getattr(page.specific_class, "gathers", ())
        }

    @cached_property
    def trail(self) -> list[Page]:
        """The pages above this one, from the home page down."""
        above = ancestor_paths(self.page) if self.page else []
        return [page for page in self._pages if page.path in above]

    @cached_property
    def _translations(self) -> dict[str, Page]:
        if not self.page:
            return {}
        key = self.page.translation_key
        versions = [page for page in self._pages if page.translation_key == key]
        return {page.locale.language_code: page for page in versions if not page.alias_of_id}

    def versions(self, same_address: str = "") -> list[Version]:
        """Every language of the site; without a translation it leads to its home page.

        `same_address` is what follows the home address of every language, for what is no page.
        """
        versions = []
        for language, _name in settings.LANGUAGES:
            page = self._translations.get(language)
            home = home_address(language)
            url = page.url if page else home + same_address
            is_same = bool(page) or bool(same_address)
            is_here = language == self.language
            versions.append(Version(language, language_name(language), url, is_here, is_same))
        return versions

"""Worlds to measure: a site in both languages with every type of page."""

from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime

from wagtail.models import Page

from communities.models import (
    CommunityPage,
    Need,
    PartnershipIndexPage,
    PartnershipPage,
    ResourceIndexPage,
    SolutionIndexPage,
    SolutionPage,
)
from events.models import EventIndexPage, EventPage
from home.models import HomePage, NewsIndexPage, NewsPage, StandardPage
from hub.deferral import putting_off
from hub.onboarding import onboard_owner
from stories.models import StoryIndexPage, StoryPage
from tests import factories
from tests.world_pages import MAKERS, STRIPS, TEXT, Files
from toolkit.models import GuidePage, MethodPage, ToolkitIndexPage

LISTS = (
    PartnershipIndexPage,
    SolutionIndexPage,
    StoryIndexPage,
    ToolkitIndexPage,
    EventIndexPage,
    ResourceIndexPage,
    NewsIndexPage,
)
_THEMES = ("turisms", "vide", "jauniesi", "kultura")
_HOUSES = ("Pierīga", "Cēsis", "Darīsim paši", "Zied zeme")
_PUBLISHED = datetime(2026, 3, 1, 12, tzinfo=UTC)
_SUMMARY = "Divi teikumi par to, kas šeit stāstīts. Otrais ir īsāks."
# As on the real hub, pages of plain text are few, however many others there are.
_PLAIN_PAGES = 4

Addresses = dict[str, str]


def build_world(
    number: int,
    languages: tuple[str, ...] = ("lv", "en"),
    progress: Callable = lambda pages: None,
    picture: Callable[[str], bytes] = factories.picture_bytes,
) -> dict[str, Addresses]:
    """Make `number` communities, solutions, stories … in each language, all of them public.

    Answers the address of the first page of each type by language and pack type; the first has
    all that an editor can give it, the others are plainer.
    """
    home = factories.make_site()
    files = Files(picture)
    themes = [factories.make_theme(slug) for slug in _THEMES]
    owners = [onboard_owner(f"house-{n}", name) for n, name in enumerate(_HOUSES)]
    trees: list[_Tree] = []
    with putting_off():
        for language in languages:
            tree = _Tree(language, files, themes, trees[0].pages if trees else {})
            tree.build(home, owners, number, progress)
            trees.append(tree)
    return {tree.language: tree.addresses() for tree in trees}


class _Tree:
    """The world in one language; `pages` holds what is in it by pack type."""

    def __init__(self, language: str, files: Files, themes: list, originals: dict):
        self.language = language
        self.locale = factories.make_locale(language)
        self.files = files
        self.themes = themes
        self.originals = originals
        self.pages: dict[str, list[Page]] = defaultdict(list)

    def build(self, home: HomePage, owners: list, number: int, progress: Callable) -> None:
        """The home page, its lists, the houses, and `number` times what they hold."""
        home = self._add_home(home)
        lists = {model.pack_type: self._add(home, model) for model in LISTS}
        houses = [self._add(lists["partnership-index"], PartnershipPage, owning=o) for o in owners]
        toolkit, news = lists["toolkit-index"], lists["news-index"]
        for place in range(number):
            key = {"key": f"community-{place}"}
            community = self._add(houses[place % len(houses)], CommunityPage, **key)
            self._add_records(community)
            for model in (SolutionPage, StoryPage, EventPage):
                self._add(community, model)
            self._add(toolkit, MethodPage)
            self._add(toolkit, GuidePage)
            self._add(news, NewsPage)
            if place < _PLAIN_PAGES:
                self._add(home, StandardPage)
            progress(sum(map(len, self.pages.values())))
        self._link()

    def _add_home(self, home: HomePage) -> HomePage:
        if home.locale_id != self.locale.pk:
            home = Page.get_first_root_node().add_child(
                instance=HomePage(
                    title="KOPA", slug=f"kopa-{self.language}", claim="Villages share.",
                    locale=self.locale, translation_key=home.translation_key,
                )
            )  # fmt: skip
        home.strips = STRIPS
        home.save()
        self.pages["home"].append(home)
        return home

    def _add(self, parent: Page, model: type[Page], **fields) -> Page:
        """A live page, the translation of the original that stands in the same place."""
        name = model.pack_type
        place = len(self.pages[name])
        if self.originals:
            fields["translation_key"] = self.originals[name][place].translation_key
        if model in MAKERS:
            fields.update(MAKERS[model](self.files, place == 0))
        municipalities = fields.pop("municipalities", [])
        page = model(
            title=f"{name.capitalize()} {place}",
            slug=f"{name}-{place}",
            summary=_SUMMARY,
            locale=self.locale,
            first_published_at=_PUBLISHED,
            last_published_at=_PUBLISHED,
            audience=["residents"],
            lead_image=self.files.pictures[place % len(self.files.pictures)],
            sources=[("source", {"title": "Lauku tīkls", "url": "https://example.org"})],
            **fields,
        )
        page.themes = self.themes[place % 3 : place % 3 + 2]
        if municipalities:
            page.municipalities = municipalities
        parent.add_child(instance=page)
        self.pages[name].append(page)
        return page

    def _add_records(self, community: CommunityPage) -> None:
        photo = self.files.pictures[0]
        resource = factories.make_resource(community, photo=photo, description=TEXT)
        self.pages["resource"].append(resource)
        fields = {"community": community, "locale": self.locale}
        for number in range(2):
            Need.objects.create(text=f"Vajadzība {number}", **fields)

    def _link(self) -> None:
        """Let the first pages refer to others, in every way they can."""
        first = {name: pages[0] for name, pages in self.pages.items()}
        others = [pages[-1] for name, pages in self.pages.items() if name in ("solution", "story")]
        solution, community = first["solution"], first["community"]
        solution.methods_used = [("page", page) for page in self.pages["method"][:3]]
        adopted = {"name": "Kaimiņu ciems", "url": "", "page": self.pages["community"][-1]}
        solution.adopted_by = [("adoption", adopted)] * 2
        first["story"].solution = solution
        first["method"].used_by = [("used_by", {"page": community, "note": "rudenī"})] * 2
        community.needs.update(solution=solution)
        for name in ("news", "standard"):
            first[name].body = [
                *self.files.body(is_rich=True),
                ("related_pages", {"title": "", "pages": others}),
            ]
        for name in ("solution", "story", "method", "news", "standard"):
            first[name].save()

    def addresses(self) -> Addresses:
        """Where the first of each type is, and the search for a word that all pages have."""
        resource = self.pages["resource"][0]
        inventory = self.pages["resource-index"][0]
        pages = {name: pages[0].url for name, pages in self.pages.items() if name != "resource"}
        return {
            **pages,
            "resource": f"{inventory.url}{resource.pk}-{resource.slug}/",
            "search": f"{pages['home']}search/?q=apmācība",
        }

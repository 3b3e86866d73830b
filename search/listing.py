"""A list of entries as a reader asked for it: hits, total, facets, chips, pages."""

from dataclasses import dataclass, replace

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from search.analysis import query_groups
from search.engines import get_engine
from search.facets import Option, build_chips, build_facets, count_facets, theme_names
from search.filters import COLUMNS, TAGS, SearchQuery, Sort
from search.models import ALPHABETICAL, Entry, EntryQuerySet, EntryTag
from search.passages import passage

PAGE_SIZE = 24
# A degree of longitude is about half as long as one of latitude at 57° north; squared.
_LONGITUDE_WEIGHT = 0.3


@dataclass(frozen=True)
class Scope:
    """What a list gathers before a reader chooses anything."""

    language: str
    kinds: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()
    is_dated: bool = False
    usual_sort: str = Sort.NEWEST
    page_size: int = PAGE_SIZE


class CatalogueListing:
    """The answer to a `SearchQuery` within a `Scope`, in a handful of queries at any size."""

    def __init__(self, query: SearchQuery, scope: Scope, action: str = ""):
        self.query = query
        self.scope = scope
        self.action = action
        self.any_word = False

    # What is found

    @cached_property
    def groups(self) -> list[tuple[str, ...]]:
        """The stems of each word asked for."""
        return query_groups(self.query.q, self._language)

    @property
    def _language(self) -> str:
        chosen = self.query.values("lang")
        return chosen[0] if len(chosen) == 1 else self.scope.language

    def filtered(self, without: str = "") -> EntryQuerySet:
        """Entries by scope, words and choices; those of the facet `without` left out."""
        entries = Entry.objects.current()
        if self.scope.kinds:
            entries = entries.of_kinds(*self.scope.kinds)
        if self.scope.is_dated:
            entries = entries.exclude(date=None)
        if without != "lang" and not self.query.values("lang"):
            entries = entries.in_language(self.scope.language)
        for name, values in self.query.chosen.items():
            if name != without and values:
                entries = entries.filter(_choice(name, values))
        return entries

    def _matching(self, without: str = "") -> EntryQuerySet:
        entries = self.filtered(without)
        if self.query.q and not self.groups:
            return entries.none()
        if self.groups:
            return get_engine().matching(entries, self.groups, self.any_word)
        return entries

    @cached_property
    def total(self) -> int:
        """How many entries are found; if none has all the words, those that have any."""
        count = self._matching().count()
        if not count and len(self.groups) > 1:
            self.any_word = True
            count = self._matching().count()
        return count

    @property
    def _sort(self) -> str:
        """The order asked for, else the usual one."""
        return self.query.sort or (Sort.RELEVANCE if self.groups else self.scope.usual_sort)

    @property
    def is_by_phase(self) -> bool:
        """Whether the entries stand in the order of the toolkit's phases."""
        return self._sort == Sort.PHASE

    def _ordered(self) -> EntryQuerySet:
        sort = self._sort
        if sort == Sort.RELEVANCE and self.groups:
            return get_engine().ranked(self.filtered(), self.groups, self.any_word)
        entries = self._matching()
        if sort == Sort.TITLE:
            return entries.by_title()
        if sort == Sort.PHASE:
            return entries.by_phase()
        if sort == Sort.NEAREST and self.query.near:
            return _nearest_first(entries, *self.query.near)
        return entries.newest_first()

    @cached_property
    def entries(self) -> PaginatorPage:
        """The asked page of entries; the last one if there are fewer pages."""
        total = self.total
        paginator = Paginator(self._ordered().defer(*_NOT_SHOWN), self.scope.page_size)
        paginator.count = total
        page = paginator.get_page(self.query.page)
        page.object_list = list(page.object_list)
        if self.groups:
            for entry in page.object_list:
                entry.passage = passage(entry, self.groups)
        return page

    @property
    def is_empty(self) -> bool:
        """Whether nothing is found."""
        return not self.total

    # What one can choose

    @cached_property
    def themes(self) -> dict[str, str]:
        """The themes' names by slug."""
        return theme_names(self.scope.language)

    @cached_property
    def _counts(self):
        self.total  # noqa: B018 – decides whether any word is enough
        found = self._matching()

        def counted(name: str) -> EntryQuerySet:
            is_chosen = name == "lang" or self.query.values(name)
            return self._matching(name) if is_chosen else found

        return count_facets(self.scope.facets, counted)

    @cached_property
    def facets(self):
        """Facets with counts; OR within a facet, AND across."""
        return build_facets(self.scope.facets, self._counts, self.query, self.themes)

    @cached_property
    def chips(self):
        """What is chosen."""
        return build_chips(self._counts, self.query, self.themes)

    @property
    def ignored(self) -> tuple[str, ...]:
        """What was asked for and not understood."""
        return self.query.ignored

    @property
    def clear_url(self) -> str:
        """The same words without any choice."""
        return self.query.query_string(chosen={}, page=1)

    @property
    def sorts(self) -> list[Option]:
        """The orders to choose from."""
        words = {
            Sort.RELEVANCE: _("best match"),
            Sort.NEWEST: _("newest"),
            Sort.PHASE: _("phase"),
            Sort.TITLE: _("title"),
        }
        offered = {Sort.TITLE, self.scope.usual_sort, *([Sort.RELEVANCE] if self.groups else [])}
        return [
            Option(sort, word, 0, sort == self._sort, self.query.query_string(sort=sort, page=1))
            for sort, word in words.items()
            if sort in offered
        ]

    @cached_property
    def places(self) -> list[Option]:
        """The municipalities that have any of the hits, each with the address that chooses it."""
        options = next((facet.options for facet in self.facets if facet.name == "municipality"), [])
        return [
            replace(option, url=self.query.toggled("municipality", option.value).query_string())
            for option in options
        ]

    # For those who read it elsewhere

    @cached_property
    def is_narrowed(self) -> bool:
        """Whether a reader looked for something in it."""
        return bool(self.query.q or self.query.near or any(self.query.chosen.values()))

    @cached_property
    def words(self) -> list[str]:
        """What was looked for and chosen, in the reader's words."""
        asked = [_("“%(words)s”") % {"words": self.query.q}] if self.query.q else []
        return asked + [chip.label for chip in self.chips] if self.is_narrowed else []

    @cached_property
    def canonical_query(self) -> str:
        """What of the question makes it another list: not its order, nor what is unknown."""
        query = self.query.query_string(sort="", near=None, page=self.entries.number)
        return "" if query == "?" else query

    @cached_property
    def feed_query(self) -> str:
        """The question to ask the feed, which has an order of its own."""
        query = self.query.query_string(sort="", near=None, page=1)
        return "" if query == "?" else query

    @property
    def feed_url(self) -> str:
        """Where the feed is, seen from the page that shows the list."""
        return f"{'../' if self.action else ''}feed.atom{self.feed_query}"

    def latest(self, count: int) -> list[Entry]:
        """What was published last of all that is found."""
        self.total  # noqa: B018 – decides whether any word is enough
        return list(self._matching().latest_first().defer(*_STEMS, "body")[:count])

    # Its pages

    def _page_url(self, number: int) -> str:
        return self.query.query_string(page=number)

    @property
    def pages(self) -> list[tuple[int | str, str, bool]]:
        """Number („…” for a gap), address, and whether it is this one."""
        page = self.entries
        return [
            (number, "" if number == "…" else self._page_url(number), number == page.number)
            for number in page.paginator.get_elided_page_range(page.number, on_each_side=1)
        ]

    @property
    def previous_url(self) -> str:
        page = self.entries
        return self._page_url(page.previous_page_number()) if page.has_previous() else ""

    @property
    def next_url(self) -> str:
        page = self.entries
        return self._page_url(page.next_page_number()) if page.has_next() else ""


_STEMS = ("title_stems", "summary_stems", "place_stems", "body_stems")
# What only feeds tell costs a list forty calls a row.
_NOT_SHOWN = (*_STEMS, "published_at", "changed_at", "recording")


def _choice(name: str, values: tuple[str, ...]) -> Q:
    if name in TAGS:
        return Q(pk__in=EntryTag.objects.filter(name=name, value__in=values).values("entry"))
    if name == "captions":
        return Q(has_captions=True)
    return Q(**{f"{COLUMNS[name][0]}__in": values})


def _nearest_first(entries: EntryQuerySet, latitude: float, longitude: float) -> EntryQuerySet:
    north, east = F("latitude") - latitude, F("longitude") - longitude
    distance = north * north + east * east * _LONGITUDE_WEIGHT
    return entries.with_point().annotate(distance=distance).order_by("distance", *ALPHABETICAL)

"""What both databases share: filters, counts of facets, order, pages."""

from abc import abstractmethod
from collections import defaultdict
from collections.abc import Collection

from django.db import connection
from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from search.analysis import query_groups
from search.engines.base import Engine, Scope, SearchResult
from search.facets import COLUMNS, TAGS
from search.filters import SearchQuery
from search.models import Entry, EntryTag

MAX_WORDS = 24
# One degree of longitude is this much of one of latitude at 57° north: its cosine.
_NARROWING = 0.5446


class Hits:
    """A list of entries that knows its length beforehand, as a paginator wants it."""

    def __init__(self, entries: QuerySet, total: int):
        self.entries = entries
        self.total = total

    def __len__(self) -> int:
        return self.total

    def __getitem__(self, wanted):
        return list(self.entries[wanted])


def choice(facet: str, values: Collection[str]) -> Q:
    """One of `values` of one facet."""
    if facet in TAGS:
        tags = EntryTag.objects.filter(entry=OuterRef("pk"), name=facet, value__in=values)
        return Q(Exists(tags))
    if facet == "captions":
        return Q(has_captions=True)
    return Q(**{f"{COLUMNS[facet]}__in": values})


def choices(query: SearchQuery) -> dict[str, Q]:
    """What is chosen, facet by facet; without a chosen language, that of the page."""
    chosen = {facet: choice(facet, values) for facet, values in query.chosen}
    chosen.setdefault("lang", Q(language=query.language))
    return chosen


def in_scope(scope: Scope) -> QuerySet:
    """The entries within the frame of a list."""
    entries = Entry.objects.current()
    if scope.kinds:
        entries = entries.filter(kind__in=scope.kinds)
    if scope.is_dated:
        entries = entries.exclude(date=None)
    if scope.owner:
        entries = entries.filter(owner=scope.owner)
    if scope.community:
        entries = entries.filter(community=scope.community)
    return entries


def _is_ok(facet: str) -> str:
    return f"ok_{facet}"


def _arm(facet: str, others: list[str]) -> str:
    """The SELECT that counts one facet's values where the other facets' choices hold."""
    where = " AND ".join(f"{_is_ok(other)} = 1" for other in others if other != facet)
    where = f" WHERE {where}" if where else ""
    if facet in TAGS:
        return (
            f"SELECT '{facet}', tag.value, COUNT(*) FROM base JOIN search_entrytag tag"
            f" ON tag.entry_id = base.id AND tag.name = '{facet}'{where} GROUP BY tag.value"
        )
    if facet not in COLUMNS:
        return f"SELECT '{facet}', '', COUNT(*) FROM base{where}"
    column = COLUMNS[facet]
    return (
        f"SELECT '{facet}', CAST({column} AS varchar(50)), COUNT(*)"
        f" FROM base{where} GROUP BY {column}"
    )


def count(
    entries: QuerySet, chosen: dict[str, Q], facets: Collection[str]
) -> tuple[int, dict[str, dict[str, int]]]:
    """The total, and each facet's counts without its own choice, in one query."""
    columns = ["id", *(COLUMNS[facet] for facet in facets if facet in COLUMNS)]
    flags = {
        _is_ok(facet): Case(When(condition, then=1), default=0, output_field=IntegerField())
        for facet, condition in chosen.items()
    }
    rows = entries.order_by().annotate(**flags).values_list(*columns, *flags)
    base, parameters = rows.query.get_compiler(connection.alias).as_sql()
    arms = [_arm(facet, list(chosen)) for facet in ("total", *facets)]
    sql = f"WITH base ({', '.join([*columns, *flags])}) AS MATERIALIZED ({base}) "
    found: dict[str, dict[str, int]] = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(sql + " UNION ALL ".join(arms), parameters)
        for facet, value, number in cursor.fetchall():
            found[facet][value] = number
    return found.pop("total", {}).get("", 0), dict(found)


def _nearest(entries: QuerySet, near: tuple[float, float]) -> QuerySet:
    """By the square of the distance, in degrees of latitude; what has no point comes last."""
    north = F("latitude") - Value(near[0])
    east = (F("longitude") - Value(near[1])) * Value(_NARROWING)
    return entries.annotate(distance=north * north + east * east).order_by(
        F("distance").asc(nulls_last=True), "title", "pk"
    )


def soonest_first(entries: QuerySet) -> QuerySet:
    """Events to come, the next one first; then those that were, the last one first."""
    coming = Case(When(ends_at__gte=timezone.now(), then=F("starts_at")))
    return entries.order_by(coming.asc(nulls_last=True), F("starts_at").desc(), "title", "pk")


def ordered(entries: QuerySet, query: SearchQuery, scope: Scope) -> QuerySet:
    """In the order asked for, where it is not relevance."""
    if query.sort == "title":
        return entries.by_title()
    if query.sort == "nearest" and query.near:
        return _nearest(entries, query.near)
    if query.sort != "newest" and scope.kinds == ("event",):
        return soonest_first(entries)
    return entries.newest_first()


class DatabaseEngine(Engine):
    """Search inside the database that holds the entries; two queries, three without a hit."""

    @abstractmethod
    def matching(self, entries: QuerySet, words, needs_all: bool) -> QuerySet:
        """Those of `entries` that have all of `words`, or any."""

    @abstractmethod
    def ranked(self, entries: QuerySet, words, needs_all: bool) -> QuerySet:
        """The same, the best first."""

    def search(
        self, query: SearchQuery, scope: Scope, facets: Collection[str] = ()
    ) -> SearchResult:
        entries, chosen = in_scope(scope), choices(query)
        if not query.q:
            total, counts = count(entries, chosen, facets)
            hits = ordered(entries.filter(*chosen.values()), query, scope)
            return SearchResult(Hits(hits, total), total, counts)
        words = query_groups(query.q, query.language)[:MAX_WORDS]
        if not words:
            return SearchResult(Hits(Entry.objects.none(), 0), 0)
        for needs_all in (True, False):
            total, counts = count(self.matching(entries, words, needs_all), chosen, facets)
            if total or len(words) == 1:
                break
        entries = entries.filter(*chosen.values())
        if query.sort in ("", "relevance"):
            hits = self.ranked(entries, words, needs_all)
        else:
            hits = ordered(self.matching(entries, words, needs_all), query, scope)
        return SearchResult(Hits(hits, total), total, counts, is_any_word=not needs_all)

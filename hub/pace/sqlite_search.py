"""Wagtail's own search on SQLite: each hit's rank is asked for once, not anew for every hit."""

from django.db.models import QuerySet
from modelsearch.backends.database.sqlite.query import normalize
from modelsearch.backends.database.sqlite.sqlite import (
    MatchExpression,
    SQLiteFTSIndexEntry,
    SQLiteSearchQueryCompiler,
    SQLiteSearchResults,
)
from modelsearch.query import MatchAll, Not, SearchQuery
from modelsearch.utils import get_descendants_content_types_pks


class RankedOnceResults(SQLiteSearchResults):
    """Hits in the order of their ranks: numbers are sorted first, then one page of hits is read."""

    def _do_search(self) -> list:
        compiler = self.query_compiler
        is_ranked = compiler.order_by_relevance and not self._score_field
        query = normalize(compiler.query)
        if not is_ranked or isinstance(query, (MatchAll, Not)):
            return super()._do_search()
        ranks = self._ranks(query)
        found = self._matching().order_by().values_list("pk", flat=True)
        newest_first = sorted(found, reverse=True)
        ranked = sorted(newest_first, key=lambda pk: ranks[str(pk)])[self.start : self.stop]
        hits = {hit.pk: hit for hit in compiler.queryset.filter(pk__in=ranked)}
        return [hits[pk] for pk in ranked if pk in hits]

    def _matching(self) -> QuerySet:
        compiler = self.query_compiler
        compiler.order_by_relevance = False
        try:
            return compiler.search(compiler.get_config(self.backend), None, None)
        finally:
            compiler.order_by_relevance = True

    def _ranks(self, query: SearchQuery) -> dict[str, float]:
        """The rank of everything that has the words, by number; the best is the smallest."""
        compiler: SQLiteSearchQueryCompiler = self.query_compiler
        config = compiler.get_config(self.backend)
        words = compiler.build_search_query(query, config=config)
        kinds = get_descendants_content_types_pks(compiler.queryset.model)
        entries = SQLiteFTSIndexEntry.objects.filter(
            MatchExpression(compiler.fields or compiler.FTS_TABLE_FIELDS, words),
            index_entry__content_type__in=kinds,
        )
        rank = compiler._build_rank_expression(compiler.get_search_vectors(), config)
        return dict(entries.annotate(rank=rank).values_list("index_entry__object_id", "rank"))

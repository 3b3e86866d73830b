"""Full text in SQLite: an FTS5 table over the stems, kept by triggers.

The triggers run in the transaction that writes an entry, so the index cannot differ from it.
https://www.sqlite.org/fts5.html#external_content_tables
"""

from django.db import DatabaseError, connection
from django.db.models import FloatField
from django.db.models.expressions import RawSQL

from search.engines.base import Engine, Groups
from search.models import EntryQuerySet

FIELDS = ("title_stems", "summary_stems", "place_stems", "body_stems")
_COLUMNS = ", ".join(FIELDS)
_NEW = ", ".join(f"new.{name}" for name in FIELDS)
_OLD = ", ".join(f"old.{name}" for name in FIELDS)
_INSERT = f"INSERT INTO search_words(rowid, {_COLUMNS}) VALUES (new.id, {_NEW});"
_DELETE = (
    f"INSERT INTO search_words(search_words, rowid, {_COLUMNS}) VALUES ('delete', old.id, {_OLD});"
)
CREATE = [
    f"CREATE VIRTUAL TABLE search_words USING fts5({_COLUMNS}, content='search_entry',"
    " content_rowid='id', tokenize='unicode61 remove_diacritics 0')",
    f"CREATE TRIGGER search_words_insert AFTER INSERT ON search_entry BEGIN {_INSERT} END",
    f"CREATE TRIGGER search_words_delete AFTER DELETE ON search_entry BEGIN {_DELETE} END",
    f"CREATE TRIGGER search_words_update AFTER UPDATE OF id, {_COLUMNS} ON search_entry"
    f" BEGIN {_DELETE} {_INSERT} END",
    "INSERT INTO search_words(search_words) VALUES ('rebuild')",
]
DROP = [
    "DROP TRIGGER IF EXISTS search_words_insert",
    "DROP TRIGGER IF EXISTS search_words_delete",
    "DROP TRIGGER IF EXISTS search_words_update",
    "DROP TABLE IF EXISTS search_words",
]
# A word in the title counts ten times one in the body; lower is better in SQLite.
_MATCHING = "SELECT rowid FROM search_words WHERE search_words MATCH %s"
_SCORE = "bm25(search_words, 10.0, 4.0, 4.0, 1.0)"


def match_expression(groups: Groups, any_word: bool) -> str:
    """The words in FTS5's own language; stems are letters and digits, quoted all the same."""
    parts = ["(" + " OR ".join(f'"{stem}"' for stem in stems) + ")" for stems in groups]
    return (" OR " if any_word else " AND ").join(parts)


class SQLiteEngine(Engine):
    """FTS5 with BM25."""

    def matching(self, entries: EntryQuerySet, groups: Groups, any_word: bool) -> EntryQuerySet:
        found = RawSQL(_MATCHING, [match_expression(groups, any_word)])
        return entries.filter(pk__in=found)

    def ranked(self, entries: EntryQuerySet, groups: Groups, any_word: bool) -> EntryQuerySet:
        found = entries.extra(
            tables=["search_words"],
            where=["search_words.rowid = search_entry.id", "search_words MATCH %s"],
            params=[match_expression(groups, any_word)],
        )
        return found.annotate(score=RawSQL(_SCORE, [], FloatField())).order_by(
            "score", "-date", "pk"
        )

    def rebuild(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_words(search_words) VALUES ('rebuild')")

    def check(self) -> list[str]:
        """FTS5 compares each row of the index with its entry itself."""
        command = "INSERT INTO search_words(search_words, rank) VALUES ('integrity-check', 1)"
        try:
            with connection.cursor() as cursor:
                cursor.execute(command)
        except DatabaseError as error:
            return [f"the FTS5 index differs from the entries: {error}"]
        return []

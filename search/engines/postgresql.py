"""Full text in PostgreSQL: a generated tsvector column over the stems, with a GIN index.

The column is computed by the database, so the index cannot differ from the entries.
"""

from django.db import connection
from django.db.models import FloatField
from django.db.models.expressions import RawSQL

from search.engines.base import Engine, Groups
from search.models import EntryQuerySet

# The weights stand for title, summary and place, body.
_FIELDS = {"title_stems": "A", "summary_stems": "B", "place_stems": "B", "body_stems": "D"}
_VECTOR = " || ".join(
    f"setweight(to_tsvector('simple', {name}), '{weight}')" for name, weight in _FIELDS.items()
)
CREATE = [
    f"ALTER TABLE search_entry ADD COLUMN words tsvector GENERATED ALWAYS AS ({_VECTOR}) STORED",
    "CREATE INDEX search_entry_words ON search_entry USING gin (words)",
]
DROP = [
    "DROP INDEX IF EXISTS search_entry_words",
    "ALTER TABLE search_entry DROP COLUMN IF EXISTS words",
]
_MATCHING = "SELECT id FROM search_entry WHERE words @@ to_tsquery('simple', %s)"
# Weights of D, C, B, A; the length of the text counts a little (1).
_SCORE = "ts_rank('{0.1, 0.2, 0.4, 1.0}', search_entry.words, to_tsquery('simple', %s), 1)"


def match_expression(groups: Groups, any_word: bool) -> str:
    """The words as a tsquery; stems are letters and digits, quoted all the same."""
    parts = ["(" + " | ".join(f"'{stem}'" for stem in stems) + ")" for stems in groups]
    return (" | " if any_word else " & ").join(parts)


class PostgreSQLEngine(Engine):
    """tsvector with ts_rank."""

    def matching(self, entries: EntryQuerySet, groups: Groups, any_word: bool) -> EntryQuerySet:
        found = RawSQL(_MATCHING, [match_expression(groups, any_word)])
        return entries.filter(pk__in=found)

    def ranked(self, entries: EntryQuerySet, groups: Groups, any_word: bool) -> EntryQuerySet:
        expression = match_expression(groups, any_word)
        found = self.matching(entries, groups, any_word)
        return found.annotate(score=RawSQL(_SCORE, [expression], FloatField())).order_by(
            "-score", "-date", "pk"
        )

    def rebuild(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("REINDEX INDEX search_entry_words")

    def check(self) -> list[str]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT to_regclass('search_entry_words')")
            is_there = cursor.fetchone()[0] is not None
        return [] if is_there else ["the index search_entry_words is missing"]

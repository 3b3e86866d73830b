"""English stems (Snowball, by PyStemmer)."""

from functools import lru_cache

import Stemmer

from search.analysis.tokens import fold

_stemmer = Stemmer.Stemmer("english")


@lru_cache(maxsize=100_000)
def stems(word: str, is_query: bool = False) -> tuple[str, ...]:
    """The stem of `word`."""
    return (_stemmer.stemWord(fold(word)),)

"""Text to stems, once, in Python, for every engine."""

from collections.abc import Callable
from functools import lru_cache

from search.analysis import english, latvian
from search.analysis.stop_words import STOP_WORDS
from search.analysis.tokens import WORD, Token, fold, tokens

__all__ = ["WORD", "Token", "analyse", "fold", "index_stems", "query_groups", "tokens"]

_STEMMERS: dict[str, Callable[..., tuple[str, ...]]] = {
    "lv": latvian.stems,
    "en": english.stems,
}


def _stems(word: str, language: str, is_query: bool = False) -> tuple[str, ...]:
    return _STEMMERS.get(language, english.stems)(word, is_query)


@lru_cache(maxsize=100_000)
def index_stems(word: str, language: str) -> tuple[str, ...]:
    """The stems under which `word` is kept."""
    return _stems(word, language)


def analyse(text: str, language: str) -> str:
    """All stems of `text`, divided by spaces: what engines store."""
    return " ".join(stem for token in tokens(text) for stem in _stems(token.text, language))


def query_groups(text: str, language: str) -> list[tuple[str, ...]]:
    """For each word that counts, the stems of which any may match."""
    words = list(dict.fromkeys(token.text.lower() for token in tokens(text)))
    stop = STOP_WORDS.get(language, frozenset())
    counting = [word for word in words if word not in stop] or words
    groups = (tuple(filter(None, _stems(word, language, True))) for word in counting)
    return [group for group in groups if group]

"""A light Latvian stemmer that knows diacritics and gives stems without them.

Two words match when their stems meet. It takes off one ending, undoes the change of the last
consonant that the ending caused (lācis, lāča), and the marks of comparison (-āk-, vis-).
"""

from collections.abc import Iterator
from functools import lru_cache

from search.analysis.tokens import fold

_VOWELS = frozenset("aeiouyāēīōū")
_LONGEST_ENDING = 5
_DEFINITE = frozenset({"aja", "ajas", "ajam", "ajai"})
# Endings after which a stem of two letters is enough: upe, ēka, acs.
_SHORT = frozenset("a e i u s as es is am em im ai ei os".split())
# Folded ending: (shortest stem, whether the stem's last consonant may have changed).
_ENDINGS = {
    **dict.fromkeys(["ajiem", "ajam", "ajai", "ajas", "ajos", "aja"], (3, False)),
    **dict.fromkeys(["amies", "oties", "aties", "eties", "ities"], (4, False)),
    **dict.fromkeys(["iem", "os", "us", "a", "i", "u"], (3, True)),
    **dict.fromkeys(["ies", "ij", "um", "at", "et", "it", "ot"], (4, False)),
    **dict.fromkeys(["ais", "ai", "ei", "am", "em", "im", "as", "es", "is", "ie"], (3, False)),
    **dict.fromkeys(["e", "o", "s"], (3, False)),
}


def _smooth(stem: str) -> str:
    """`stem` without a final j that belongs to the ending, and without doubled n or l."""
    if len(stem) > 2 and stem[-1] == "j":
        before = stem[-2]
        if before in "pbmv":
            return stem[:-1]
        if (before in "aei" and len(stem) >= 7) or (before == "o" and len(stem) >= 6):
            return stem[:-2]
    return stem[:-1] if stem[-2:] in ("nn", "ll") else stem


def _is_possible(folded: str, length: int) -> bool:
    ending = folded[-length:]
    rule = _ENDINGS.get(ending)
    rest = len(folded) - length
    return (
        rule is not None
        and rest >= (2 if ending in _SHORT else rule[0])
        and any(letter in _VOWELS for letter in folded[:rest])
    )


def _divisions(lower: str, folded: str, is_open: bool) -> Iterator[tuple[int, str]]:
    """Each way to divide the word: the length of the stem, and the ending.

    is_open: the word was typed without any diacritics, so long and short vowels are both meant.
    """
    size = len(folded)
    for length in range(min(_LONGEST_ENDING, size - 2), 0, -1):
        if not _is_possible(folded, length):
            continue
        ending, rest = folded[-length:], size - length
        if ending in _DEFINITE and not is_open and lower[rest] == "ā":
            continue  # Liepāja, vadītāja: no definite ending -ajā
        yield rest, ending
        if not (is_open and ending in _DEFINITE):
            return
    yield size, ""


def _without_comparison(folded: str) -> str:
    """The plain stem of a comparative or superlative stem ending in -āk-."""
    stem = folded[:-2]
    return stem[3:] if stem.startswith("vis") and len(stem) > 6 else stem


def _consonant_undone(stem: str, last_as_written: str, is_open: bool) -> str:
    """The stem before its last consonant changed (t, s to š; d, z to ž), or nothing."""
    if last_as_written in "šž" or (is_open and stem[-1] in "sz"):
        return stem[:-1] + ("t" if stem[-1] == "s" else "d")
    return ""


def _stems_of_division(lower: str, rest: int, ending: str, is_open: bool) -> Iterator[str]:
    folded = fold(lower)
    stem = folded[:rest]
    if ending and stem.endswith("ak") and rest >= 5 and (is_open or lower[rest - 2] == "ā"):
        plain = _without_comparison(stem)
        if len(plain) >= 3:
            yield _smooth(plain)
            if not is_open:
                return
    smooth = _smooth(stem)
    yield smooth
    if ending and _ENDINGS[ending][1] and smooth:
        undone = _consonant_undone(smooth, lower[rest - 1], is_open)
        if undone:
            yield undone


@lru_cache(maxsize=200_000)
def stems(word: str, is_query: bool = False) -> tuple[str, ...]:
    """One or two stems of `word`; as a query without diacritics, up to four readings of it."""
    lower = word.lower()
    folded = fold(lower)
    if len(folded) < 3 or not folded.isalpha() or len(folded) != len(lower):
        return (folded,)
    is_open = is_query and lower.isascii()
    found = [
        stem
        for rest, ending in _divisions(lower, folded, is_open)
        for stem in _stems_of_division(lower, rest, ending, is_open)
    ]
    return tuple(dict.fromkeys(found))

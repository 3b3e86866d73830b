"""The passage of an entry that has the words asked for, with them marked."""

import re

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from search.analysis import WORD, index_stems
from search.models import Entry

LENGTH = 220
_LOOKED_AT = 20_000


def _hits(text: str, wanted: set[str], language: str) -> list[re.Match]:
    """The words with one of the stems; each is looked at once, however often it stands."""
    words = [*WORD.finditer(text[:_LOOKED_AT])]
    hits = {
        word
        for word in {match.group() for match in words}
        if not wanted.isdisjoint(index_stems(word, language))
    }
    return [match for match in words if match.group() in hits]


def _best_start(hits: list[re.Match]) -> int:
    """Where the window with the most hits begins."""
    starts = [match.start() for match in hits]
    return max(starts, key=lambda at: (sum(at <= other < at + LENGTH for other in starts), -at))


def _bounds(text: str, start: int) -> tuple[int, int]:
    """A window of about `LENGTH` letters that begins and ends between words."""
    begin = max(text.rfind(" ", 0, max(start - 40, 0)) + 1, 0) if start > 40 else 0
    end = text.find(" ", min(begin + LENGTH, len(text)))
    return begin, len(text) if end < 0 else end


def passage(entry: Entry, groups: list[tuple[str, ...]]) -> SafeString:
    """The best window of the summary or the text, escaped, hits in `<mark>`."""
    wanted = {stem for group in groups for stem in group}
    for text in (entry.summary, entry.body):
        hits = _hits(text, wanted, entry.language)
        if hits:
            return _marked(text, hits, *_bounds(text, _best_start(hits)))
    return conditional_escape(entry.summary[:LENGTH])


def _marked(text: str, hits: list[re.Match], begin: int, end: int) -> SafeString:
    parts = ["… " if begin else ""]
    at = begin
    for match in hits:
        if begin <= match.start() and match.end() <= end:
            parts.append(conditional_escape(text[at : match.start()]))
            parts.append(f"<mark>{conditional_escape(match.group())}</mark>")
            at = match.end()
    parts.append(conditional_escape(text[at:end]))
    parts.append(" …" if end < len(text) else "")
    return mark_safe("".join(parts))

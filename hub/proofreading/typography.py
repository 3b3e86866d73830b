"""How a text is set: quotation marks, dashes, spaces, dots."""

import re
from collections.abc import Iterator

from hub.proofreading.rules import DASHES, DOTS, QUOTES, SPACES, STRAIGHT_QUOTES, TORN, Rule

# What stands in a text for a placeholder or a tag: neither a letter nor a space.
SOMETHING = "\ufffc"
SHOWN_AROUND = 32  # characters on either side of what is found

_ADDRESS = re.compile(
    r"https?://\S*|\S+@\S+|\bwww\.\S+|(?<!\w)/[\w/-]+/|#\w+"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:lv|eu|com|org|net|vtt|srt|mp4|webm|xlsx|csv|ics|pdf|html)\b"
)
_FOREIGN_QUOTES = {"lv": "“‟«»‹›‘‚", "en": "„‟«»‹›‚"}
_PAIRS = {"lv": ("„", "”"), "en": ("“", "”")}
_TYPED = re.compile(r"[\"'`´]")
_HYPHEN = re.compile(r"\s-{1,2}\s|—|(?<![\w-])\d{1,4}-\d{1,4}(?![\w-])|\w--\w")
_SPACE = re.compile(
    r"(?<=\S)[ \u00a0]{2,}(?=\S)"
    r"|(?<=\S)\s+[,;:!?](?=\s|$)|(?<=\S)\s+\.(?=\s|$)"
    r"|[„“(]\s|\s[”)]"
    r"|(?<=[^\W\d_])[,;!?](?=[^\W\d_])"
)
# Where a string puts a number in; editors have no way to type such a space.
_TORN = re.compile(rf"{SOMETHING} (?=(?:min|h|EUR|km|kB|MB)\b|[€%])")
_DOTS = re.compile(r"\.\.+")

Found = tuple[Rule, int, int]


def around(text: str, start: int, end: int) -> str:
    """The found part in brackets, with the words on either side of it."""
    before, after = text[max(0, start - SHOWN_AROUND) : start], text[end : end + SHOWN_AROUND]
    opening = "…" if start > SHOWN_AROUND else ""
    closing = "…" if end + SHOWN_AROUND < len(text) else ""
    return " ".join(f"{opening}{before}[{text[start:end]}]{after}{closing}".split("\n"))


def without_addresses(text: str) -> str:
    """The text with a sign for each letter of an address or file name, which follow other rules."""
    return _ADDRESS.sub(lambda match: SOMETHING * len(match.group()), text)


def wrong_quotes(text: str, language: str) -> Iterator[Found]:
    """Marks that the language does not use, or that do not open and close in pairs."""
    strange = [i for i, sign in enumerate(text) if sign in _FOREIGN_QUOTES.get(language, "")]
    yield from ((QUOTES, i, i + 1) for i in strange)
    if language not in _PAIRS or strange:
        return
    opening, closing = _PAIRS[language]
    depth = 0
    for position, sign in enumerate(text):
        depth += (sign == opening) - (sign == closing)
        if depth < 0:
            yield QUOTES, position, position + 1
            return
    if depth:
        last = text.rindex(opening)
        yield QUOTES, last, last + 1


def _matches(rule: Rule, pattern: re.Pattern[str], text: str) -> Iterator[Found]:
    return ((rule, match.start(), match.end()) for match in pattern.finditer(text))


def faults_of_setting(text: str, language: str) -> Iterator[Found]:
    """All that is set wrongly in a text: the rule, and where it begins and ends."""
    text = without_addresses(text)
    yield from wrong_quotes(text, language)
    yield from _matches(STRAIGHT_QUOTES, _TYPED, text)
    yield from _matches(DASHES, _HYPHEN, text)
    yield from _matches(SPACES, _SPACE, text)
    yield from _matches(DOTS, _DOTS, text)
    yield from _matches(TORN, _TORN, text)

"""Words of a text with their places, and letters without diacritics."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# Letters and digits of any script; hyphens, dashes and slashes divide words.
WORD = re.compile(r"[^\W_]+")
_LATVIAN = str.maketrans("āčēģīķļņšūžōŗ", "acegiklnsuzor")


@dataclass(frozen=True, slots=True)
class Token:
    """A word as written, with its first and its one-past-last character in the text."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """`word` in small letters without diacritics: „Ēdole” becomes „edole”."""
    plain = word.lower().translate(_LATVIAN)
    if plain.isascii():
        return plain
    decomposed = unicodedata.normalize("NFKD", plain)
    return "".join(letter for letter in decomposed if letter.isalnum())


def tokens(text: str) -> Iterator[Token]:
    """The words of `text` in their order."""
    for match in WORD.finditer(text):
        yield Token(match.group(), match.start(), match.end())

"""The same sentence in two places."""

import re
from collections.abc import Container, Iterator
from pathlib import Path

from hub.proofreading.reading import Text

FEWEST_WORDS = 6
ALLOWED = Path(__file__).parent.parent / "data" / "repeats.txt"

_END = re.compile(r"(?<=[.!?…])[”’)]*\s+(?=[„“(]?[^\W\d_a-zāčēģīķļņšūž])")
_WHOLE = re.compile(r"[.!?…][”’)]*$")  # what ends otherwise is a label or a note
_WORD = re.compile(r"\w+")


def sentences(text: str) -> Iterator[tuple[str, str]]:
    """The whole sentences of six words and more, and each as it is compared: small, bare words."""
    for sentence in _END.split(text):
        words = _WORD.findall(sentence.lower())
        if len(words) >= FEWEST_WORDS and _WHOLE.search(sentence.strip()):
            yield sentence.strip(), " ".join(words)


def allowed_repeats() -> dict[str, str]:
    """The sentences that may stand in many places, by the form in which they are compared."""
    lines = (line.strip() for line in ALLOWED.read_text("utf-8").splitlines())
    return {
        " ".join(_WORD.findall(line.lower())): line
        for line in lines
        if line and not line.startswith("#")
    }


class Memory:
    """Remembers where each sentence of each language stood first."""

    def __init__(self, allowed: Container[str]):
        self._allowed = allowed
        self._places: dict[tuple[str, str], str] = {}

    def repeated(self, text: Text, place: str) -> Iterator[tuple[str, str]]:
        """The sentences of the text that were read before, and where."""
        for sentence, compared in sentences(text.words):
            first = self._places.get((text.language, compared))
            if first is None:
                self._places[text.language, compared] = place
            elif compared not in self._allowed:
                yield sentence, first

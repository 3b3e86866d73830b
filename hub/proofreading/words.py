"""The project's own words: names and terms that the dictionaries do not know.

`hub/data/words.lv.txt` and `words.en.txt` hold one word a line below a heading in brackets. A word
that inflects is followed by a word of the dictionary that inflects the same way:
„Alsunga (puķe)”, so that „Alsungā” and „Alsungas” are known too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "data"
_LINE = re.compile(r"(?P<word>[^\s()\[\]#]+)(?: \((?P<like>[^\s()]+)\))?$")


@dataclass(frozen=True)
class Word:
    """A word with the section it stands in, and one that inflects like it."""

    word: str
    like: str
    section: str


def own_words(language: str) -> Iterator[Word]:
    """The words of the list of a language. Raises ValueError for a line that is none."""
    section = ""
    for line in (FOLDER / f"words.{language}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            match = _LINE.match(line)
            if match is None:
                raise ValueError(f"words.{language}.txt: „{line}” is not a word")
            yield Word(match["word"], match["like"] or "", section)

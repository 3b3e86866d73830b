"""Spelling: hunspell's dictionaries and the project's own words."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from hub.proofreading.typography import without_addresses
from hub.proofreading.words import Word, own_words

FOLDERS = (Path("/usr/share/hunspell"), Path("/usr/share/myspell/dicts"))
DICTIONARIES = {"lv": "lv_LV", "en": "en_GB"}
PACKAGES = {"lv": "hunspell-lv", "en": "hunspell-en-gb"}

_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?:[’'-][^\W\d_]+)*(?!\w|-\d)")
_ENGLISH_QUOTATION = re.compile("“[^”]*”")  # often a Latvian name
_LATVIAN = re.compile("[āčēģīķļņšūž]", re.I)


class DictionaryMissing(Exception):
    """Spelling cannot be checked here; the message says how to get what is missing."""


def _load(language: str) -> Any:
    try:
        from hunspell import Hunspell
    except ImportError as error:
        raise DictionaryMissing("Python lacks chunspell: run  pip install chunspell") from error
    name = DICTIONARIES[language]
    for folder in FOLDERS:
        if (folder / f"{name}.dic").is_file():
            return Hunspell(name, hunspell_data_dir=str(folder))
    raise DictionaryMissing(f"a dictionary is missing: run  apt install {PACKAGES[language]}")


class Dictionary:
    """The words of one language. Raises DictionaryMissing where they are not on this machine."""

    def __init__(self, language: str, own: Iterable[Word] | None = None):
        self._hunspell = _load(language)
        self._known: dict[str, bool] = {}
        for word in own_words(language) if own is None else own:
            self._add(word)

    def _add(self, word: Word) -> None:
        if not word.like:
            self._hunspell.add(word.word)
        elif self._hunspell.add_with_affix(word.word, word.like):
            raise ValueError(f"„{word.word}”: the dictionary has no „{word.like}” to inflect like")

    def knows(self, word: str) -> bool:
        """Whether the word is spelt right; one with hyphens also if each part of it is."""
        if word not in self._known:
            self._known[word] = self._hunspell.spell(word) or (
                "-" in word and all(self.knows(part) for part in word.split("-"))
            )
        return self._known[word]

    def stems(self, word: str) -> tuple[str, ...]:
        """The words that this one can be a form of."""
        return self._hunspell.stem(word)


class Speller:
    """Finds unknown words in texts of both languages. Raises DictionaryMissing."""

    def __init__(self):
        self._dictionaries = {language: Dictionary(language) for language in DICTIONARIES}

    def unknown(
        self, text: str, language: str, is_quoted: bool = False
    ) -> Iterator[tuple[int, int]]:
        """Where words stand that nobody knows; what is quoted may be in either language."""
        quotations = [match.span() for match in _ENGLISH_QUOTATION.finditer(text)]
        for start, end, word in words_of(text):
            is_within = any(first < start < last for first, last in quotations)
            if not self.knows(word, language, is_quoted or is_within):
                yield start, end

    def knows(self, word: str, language: str, is_quoted: bool = False) -> bool:
        """Whether the word may stand in a text; an English one has Latvian names in it."""
        if language not in self._dictionaries or self._dictionaries[language].knows(word):
            return True
        if is_quoted:
            return any(dictionary.knows(word) for dictionary in self._dictionaries.values())
        is_name = language == "en" and (word[0].isupper() or _LATVIAN.search(word) is not None)
        return is_name and self._dictionaries["lv"].knows(word)


def words_of(text: str) -> Iterator[tuple[int, int, str]]:
    """The words with their places; addresses, file names and what has digits in it are none."""
    for match in _WORD.finditer(without_addresses(text)):
        word = match.group().replace("’", "'").removesuffix("'s")
        if len(word) > 1:
            yield match.start(), match.end(), word

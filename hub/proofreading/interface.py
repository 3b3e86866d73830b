"""The interface's strings – English in the code, Latvian in the catalogues – and its guide."""

import re
from collections.abc import Iterator
from pathlib import Path

import polib
from bs4 import BeautifulSoup
from django.conf import settings

from hub import guide
from hub.proofreading.reading import Text
from hub.proofreading.typography import SOMETHING

OWNER = "interface"

_GUIDE_TAGS = ["h2", "h3", "p", "li", "td", "th"]
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{\w*\}|</?\w+[^>]*>|&\w+;")
_TEMPLATE_SYNTAX = re.compile(
    r"{%\s*comment.*?endcomment\s*%}|{%\s*blocktrans.*?endblocktrans\w*\s*%}"
    r"|{#.*?#}|{%.*?%}|{{.*?}}|<!--.*?-->|<(script|style|svg)\b.*?</\1>|<[^>]*>|&[#\w]+;",
    re.S,
)


def interface_texts() -> Iterator[tuple[str, Text]]:
    """Every string with the file it stands in."""
    for folder in settings.LOCALE_PATHS:
        for file in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
            name = str(file.relative_to(settings.ROOT))
            yield from ((name, text) for text in _texts_of_catalogue(file))
    for file in sorted((settings.ROOT / "templates").rglob("*.*")):
        name = str(file.relative_to(settings.ROOT))
        yield from ((name, text) for text in _texts_of_template(file))
    name = str(guide.FILE.relative_to(settings.ROOT))
    yield from ((name, text) for text in _texts_of_guide(guide.FILE.read_text("utf-8")))


def _texts_of_catalogue(file: Path) -> Iterator[Text]:
    """The translations, and of the originals those that stand in our own code."""
    language = file.parent.parent.name
    for entry in polib.pofile(str(file)):
        if entry.obsolete:
            continue
        path = " ".join(entry.msgid.split())[:40]
        originals = [entry.msgid, entry.msgid_plural] if entry.occurrences else []
        said = [entry.msgstr, *entry.msgstr_plural.values()]
        for words in filter(None, originals):
            yield Text(path, without_placeholders(words), "en")
        for words in filter(None, said):
            yield Text(path, without_placeholders(words), language)


def _texts_of_template(file: Path) -> Iterator[Text]:
    """Words written past gettext: the same in every language, such as names."""
    text = file.read_text("utf-8").replace("&nbsp;", "\u00a0")
    for line in _TEMPLATE_SYNTAX.sub(_what_stays, text).splitlines():
        if line.strip():
            yield Text("", line.strip(), settings.LANGUAGE_CODE, is_quoted=True)


def _what_stays(syntax: re.Match[str]) -> str:
    """A sign where a value is put in, the end of a line for all other syntax."""
    return SOMETHING if syntax.group().startswith("{{") else "\n"


def _texts_of_guide(markdown: str) -> Iterator[Text]:
    """The paragraphs, lines and cells of the editors' guide, below their section's heading."""
    path = ""
    for element in BeautifulSoup(guide.read(markdown).html, "html.parser").find_all(_GUIDE_TAGS):
        if element.name == "h2":
            path = element.get_text()
        if element.find(_GUIDE_TAGS):
            continue
        for code in element.find_all("code"):
            code.replace_with(SOMETHING)
        yield Text(path, element.get_text(), str(element.get("lang") or settings.LANGUAGE_CODE))


def without_placeholders(text: str) -> str:
    """The text with a sign in place of each placeholder and tag."""
    return _PLACEHOLDER.sub(SOMETHING, text).strip()

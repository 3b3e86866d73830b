"""Reads a PO file that comes back from a translator; refuses it whole, by line and reason."""

import re
from dataclasses import dataclass

import polib
from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, Translation

from hub.translating.wording import what_is_wrong

MOST_BYTES = 2_000_000
KEY = "X-WagtailLocalize-TranslationID"


@dataclass(frozen=True)
class Mistake:
    """What is wrong, and in which line; 0 where it is no single line."""

    line: int
    reason: str

    def __str__(self):
        if not self.line:
            return self.reason
        words = {"line": self.line, "reason": self.reason}
        return _("Line %(line)d: %(reason)s") % words


class RefusedFile(Exception):
    """Nothing of the file was taken over."""

    def __init__(self, *mistakes: Mistake):
        super().__init__(*mistakes)
        self.mistakes = mistakes


def read_po(content: bytes, translation: Translation) -> polib.POFile:
    """The file, if all of it can be taken over into `translation`. Raises RefusedFile."""
    text = _decoded(content)
    file = _parsed(text)
    if file.metadata.get(KEY) != str(translation.uuid):
        raise RefusedFile(
            Mistake(_line_of(text, KEY), _("This file is of another page or language."))
        )
    mistakes = list(_mistakes(file, translation))
    if mistakes:
        raise RefusedFile(*mistakes)
    return file


def _decoded(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise RefusedFile(Mistake(0, _("The file is larger than 2 MB.")))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        reason = _("This is not UTF-8. Save the file in that encoding and try again.")
        raise RefusedFile(Mistake(line, reason)) from error


def _parsed(text: str) -> polib.POFile:
    # Without these polib could take the text for the name of a file on the server.
    if "\n" not in text or "msgid" not in text or "\0" in text:
        raise RefusedFile(Mistake(0, _("This is not a PO file.")))
    try:
        return polib.pofile(text)
    except (OSError, ValueError, IndexError, KeyError) as error:
        found = re.search(r"line (\d+)", str(error))
        reason = _("A PO file cannot be read from here on.")
        raise RefusedFile(Mistake(int(found[1]) if found else 0, reason)) from error


def _line_of(text: str, words: str) -> int:
    before, found, _after = text.partition(words)
    return before.count("\n") + 1 if found else 1


def _mistakes(file: polib.POFile, translation: Translation):
    segments = StringSegment.objects.filter(source=translation.source_id)
    known = set(segments.values_list("context__path", "string__data"))
    for entry in file:
        if entry.obsolete or not entry.msgstr:
            continue
        if (entry.msgctxt, entry.msgid) not in known:
            reason = _("The page has no such text. Download the file anew.")
            yield Mistake(entry.linenum, reason)
        elif reason := what_is_wrong(entry.msgid, entry.msgstr):
            yield Mistake(entry.linenum, reason)

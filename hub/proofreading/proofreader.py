"""Reads everything once and gathers what every rule finds."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings

from hub.proofreading.interface import OWNER as INTERFACE
from hub.proofreading.interface import interface_texts
from hub.proofreading.languages import is_foreign
from hub.proofreading.links import LinkChecker
from hub.proofreading.reading import Subject, Text
from hub.proofreading.repeats import Memory, allowed_repeats
from hub.proofreading.rules import LANGUAGE, REPEATS, SPELLING, Fault, Rule
from hub.proofreading.spelling import Speller
from hub.proofreading.structure import faults_of_structure
from hub.proofreading.subjects import SiteContent
from hub.proofreading.translated import TranslationChecker
from hub.proofreading.typography import around, faults_of_setting


@dataclass(frozen=True)
class Finding:
    """A fault with whose it is and where a reader meets it."""

    owner: str
    language: str
    address: str
    path: str
    rule: Rule
    words: str


class Proofreader:
    """Reads the site's content and the interface; without a speller, all but the spelling."""

    def __init__(self, speller: Speller | None, with_drafts: bool = False):
        self.speller = speller
        self.with_drafts = with_drafts

    def findings(self) -> Iterator[Finding]:
        """All that is found, thing by thing."""
        yield from self.of_content()
        yield from self.of_interface()

    def of_content(self) -> Iterator[Finding]:
        """What is found in pages, records and files."""
        site = SiteContent(self.with_drafts)
        subjects = list(site.subjects())
        links = LinkChecker(site, subjects)
        translations = TranslationChecker(_originals(subjects))
        memory = Memory(allowed_repeats())
        for subject in subjects:
            faults = [
                *faults_of_structure(subject),
                *links.faults(subject),
                *translations.faults(subject),
            ]
            yield from (_found(subject, subject.language, fault) for fault in faults)
            for text in subject.texts:
                faults = [*self.of_text(text), *_repeats(text, subject, memory)]
                yield from (_found(subject, text.language, fault) for fault in faults)

    def of_interface(self) -> Iterator[Finding]:
        """What is found in the strings of code, catalogues and templates."""
        for file, text in interface_texts():
            for fault in self.of_text(text):
                yield Finding(INTERFACE, text.language, file, fault.path, fault.rule, fault.words)

    def of_text(self, text: Text) -> Iterator[Fault]:
        """What is found in one text by itself."""
        language = "" if text.is_quoted else text.language
        for rule, start, end in faults_of_setting(text.words, language):
            yield Fault(rule, text.path, around(text.words, start, end))
        if language and is_foreign(text.words, language):
            yield Fault(LANGUAGE, text.path, f"[{text.words[:80]}]")
        if self.speller is not None:
            for start, end in self.speller.unknown(text.words, text.language, text.is_quoted):
                yield Fault(SPELLING, text.path, around(text.words, start, end))


def _found(subject: Subject, language: str, fault: Fault) -> Finding:
    return Finding(subject.owner, language, subject.address, fault.path, fault.rule, fault.words)


def _originals(subjects: list[Subject]) -> dict[object, object]:
    """What translations are made of, by the key that they share."""
    return {
        subject.thing.translation_key: subject.thing
        for subject in subjects
        if subject.language == settings.LANGUAGE_CODE and hasattr(subject.thing, "translation_key")
    }


def _repeats(text: Text, subject: Subject, memory: Memory) -> Iterator[Fault]:
    if text.is_quoted or text.is_spoken:
        return
    place = " ".join(filter(None, (subject.address, text.path)))
    for sentence, first in memory.repeated(text, place):
        yield Fault(REPEATS, text.path, f"[{sentence}] = {first}")

"""What is worth telling of a page or record, as its fields stand now."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.text import capfirst

from hub.proofreading.links import is_well_written, links_of
from hub.proofreading.reading import Subject
from hub.proofreading.rules import ADDRESSES, LONG_SUMMARY, Fault, Words
from hub.proofreading.structure import faults_of_structure
from hub.proofreading.weight import heavy_files
from hub.proofreading.wording import is_long


@dataclass(frozen=True)
class Advice:
    """What to mend, why, and in which field of the form."""

    field: str
    label: str
    name: Words
    why: Words
    mend: Words


def advice_for(thing: models.Model) -> list[Advice]:
    """All advice for a thing, each said once a field; queries only for the files it shows."""
    locale = getattr(thing, "locale", None)
    language = locale.language_code if locale else settings.LANGUAGE_CODE
    told = (_told(thing, fault) for fault in _faults(Subject(thing, "", language, "")))
    return list(dict.fromkeys(told))


def _faults(subject: Subject) -> Iterator[Fault]:
    yield from faults_of_structure(subject)
    for part in subject.parts:
        for link in links_of(part):
            is_outside = link.address and not link.address.startswith(("/", "#"))
            if is_outside and not is_well_written(link.address, link.is_quoted):
                yield Fault(ADDRESSES, link.path, f"[{link.address}]")
    if is_long(getattr(subject.thing, "summary", "")):
        yield Fault(LONG_SUMMARY, "summary", "")
    yield from heavy_files(subject)
    for advised in getattr(subject.thing, "advised", ()):
        yield from advised(subject.thing)


def _told(thing: models.Model, fault: Fault) -> Advice:
    name = fault.path.split("/", 1)[0]
    rule = fault.rule
    return Advice(name, _label(thing, name), rule.name, rule.why, rule.mend)


def _label(thing: models.Model, name: str) -> str:
    """A field as its form calls it."""
    try:
        field = thing._meta.get_field(name)
    except FieldDoesNotExist:
        return ""
    words = getattr(field, "verbose_name", None) or field.related_model._meta.verbose_name_plural
    return str(capfirst(words))

"""Translations whose original has changed since."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Model
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from hub.proofreading.reading import Subject
from hub.proofreading.rules import OUTDATED, Fault

Strings = dict[str, set[str]]  # by the path of their field or block


class TranslationChecker:
    """Compares originals with what was translated of them, two queries in all."""

    def __init__(self, originals: dict[object, Model]):
        self._originals = originals
        translations = Translation.objects.filter(enabled=True)
        self._kept = set(translations.values_list("source__object_id", "target_locale"))
        self._translated: dict[tuple, Strings] = defaultdict(lambda: defaultdict(set))
        rows = StringTranslation.objects.values_list(
            "context__object_id", "locale", "context__path", "translation_of__data"
        )
        for key, locale, path, original in rows:
            self._translated[key, locale][path].add(original)

    def faults(self, subject: Subject) -> Iterator[Fault]:
        """Places whose original reads otherwise than the one that was translated."""
        key = getattr(subject.thing, "translation_key", None)
        mark = (key, getattr(subject.thing, "locale_id", None))
        original = self._originals.get(key)
        if mark not in self._kept or original is None:
            return
        translated = self._translated[mark]
        for segment in extract_segments(original):
            if not isinstance(segment, StringSegmentValue):
                continue
            known = translated.get(segment.path)
            if known and segment.string.data not in known:
                name = segment.path.split(".")[0]
                yield Fault(OUTDATED, f"{subject.prefix}{name}", segment.string.render_text())

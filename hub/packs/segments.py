"""Words of a translation as wagtail-localize keeps them: one string for each of the original."""

import json
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup
from django.db import models
from wagtail_localize.models import (
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue
from wagtail_localize.segments.extract import extract_segments, quote_path_component

TOOL = "content pack"  # stands beside each string; an editor's own has another name or none

Attributes = dict[str, dict[str, str]]


class Unlike(ValueError):
    """A field of the translation is not divided like the original's."""

    def __init__(self, name: str, reason: str):
        super().__init__(reason)
        self.name, self.reason = name, reason


@dataclass
class Wording:
    """What stands for each string of an original, and for what else may differ."""

    strings: dict[tuple[int, int], str] = field(default_factory=dict)  # by string and context
    overrides: dict[int, Any] = field(default_factory=dict)  # by context


def name_of(path: str) -> str:
    """The field to which a segment belongs."""
    return path.split(".")[0]


def wording_of(
    source: TranslationSource, wanted: models.Model, names: Collection[str], fixed: Collection[str]
) -> Wording:
    """The words of `wanted` in these fields; `fixed` ones are never overridden.

    Raises Unlike.
    """
    pairing = _Pairing(source)
    ours = defaultdict(list)
    for segment in extract_segments(wanted):
        name = name_of(segment.path)
        if name not in names:
            continue
        if isinstance(segment, StringSegmentValue):
            ours[segment.path].append(segment)
        elif isinstance(segment, OverridableSegmentValue) and name not in fixed:
            pairing.override(segment.path, segment.data)
    for path, segments in ours.items():
        pairing.pair(path, segments)
    return pairing.wording


class _Pairing:
    """Gathers the wording, segment by segment of the original."""

    def __init__(self, source: TranslationSource):
        overridable = source.overridablesegment_set.select_related("context")
        self._overridable = {row.context.path: row for row in overridable}
        self._strings = defaultdict(list)
        for row in source.stringsegment_set.select_related("context").order_by("order"):
            self._strings[row.context.path].append(row)
        self.wording = Wording()

    def override(self, path: str, data: Any) -> None:
        """Say something else than the original there, if it says anything."""
        row = self._overridable.get(path)
        if row is None or row.data == data:
            return
        if self.wording.overrides.setdefault(row.context_id, data) != data:
            raise Unlike(name_of(path), f"„{row.data}” became two different addresses")

    def pair(self, path: str, segments: list[StringSegmentValue]) -> None:
        """Put the strings of one place beside the original's, in their order."""
        rows = self._strings[path]
        if not rows:
            raise Unlike(name_of(path), "the original says nothing here")
        if len(segments) != len(rows):
            numbers = f"{len(segments)} here, {len(rows)} there"
            raise Unlike(name_of(path), f"not as many pieces of text as in the original: {numbers}")
        for row, segment in zip(rows, segments, strict=True):
            text, addresses = _with_original_links(row, segment)
            if self.wording.strings.setdefault((row.string_id, row.context_id), text) != text:
                reason = f"„{segment.string.render_text()}”: the original says the same twice there"
                raise Unlike(name_of(path), reason)
            for old, new in addresses.items():
                self.override(f"{path}.{quote_path_component(old)}", new)


def _with_original_links(
    row: StringSegment, segment: StringSegmentValue
) -> tuple[str, dict[str, str]]:
    """The words with their links named as the original names them; new addresses by old ones."""
    links: Attributes = segment.attrs or {}
    if not links:
        return segment.string.data, {}
    names, addresses = _matched(links, json.loads(row.attrs) or {}, name_of(segment.path))
    soup = BeautifulSoup(segment.string.data, "html.parser")
    for element in soup.find_all(id=True):
        element["id"] = names[str(element["id"])]
    return str(soup), addresses


def _matched(
    links: Attributes, originals: Attributes, name: str
) -> tuple[dict[str, str], dict[str, str]]:
    """For each link the original's: the same one, else the next free one with an address."""
    names: dict[str, str] = {}
    addresses: dict[str, str] = {}
    free = dict(originals)
    for link, attributes in links.items():
        same = [other for other, known in originals.items() if known == attributes]
        if same:
            names[link] = next((other for other in same if other in free), same[0])
            free.pop(names[link], None)
    for link, attributes in links.items():
        if link not in names:
            other = next((o for o, known in free.items() if "href" in known), "")
            if not other or "href" not in attributes:
                raise Unlike(name, "a link that the original does not have in this paragraph")
            names[link] = other
            addresses[free.pop(other)["href"]] = attributes["href"]
    return names, addresses


def write(translation: Translation, wording: Wording) -> None:
    """Put the words in place of those that an earlier import wrote."""
    key, locale = translation.source.object_id, translation.target_locale
    StringTranslation.objects.filter(context__object_id=key, locale=locale).delete()
    SegmentOverride.objects.filter(context__object_id=key, locale=locale).delete()
    StringTranslation.objects.bulk_create(
        StringTranslation(
            translation_of_id=string,
            context_id=context,
            locale=locale,
            data=data,
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            tool_name=TOOL,
        )
        for (string, context), data in wording.strings.items()
    )
    SegmentOverride.objects.bulk_create(
        SegmentOverride(locale=locale, context_id=context, data_json=json.dumps(data))
        for context, data in wording.overrides.items()
    )


def is_touched(translation: Translation) -> bool:
    """Whether an editor has worked on it: changed words, or made it a page of its own."""
    key, locale = translation.source.object_id, translation.target_locale_id
    strings = StringTranslation.objects.filter(context__object_id=key, locale=locale)
    overrides = SegmentOverride.objects.filter(context__object_id=key, locale=locale)
    return (
        not translation.enabled
        or strings.exclude(tool_name=TOOL).exists()
        or overrides.exclude(last_translated_by=None).exists()
    )

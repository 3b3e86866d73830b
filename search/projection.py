"""Keeps the catalogue right: what is public has its rows, what is not has none."""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from hub.catalogue import CatalogueRecord
from hub.taxonomy import Theme
from search.analysis import analyse
from search.engines import get_engine
from search.models import Entry, EntryTag
from search.pictures import card_picture

_NOT_COLUMNS = {"image", "image_alt"}


def theme_words() -> dict[str, str]:
    """The names and synonyms of each theme in all languages, by slug."""
    return {
        theme.slug: " ".join(f"{row.name} {row.synonyms}" for row in theme.names.all())
        for theme in Theme.objects.with_names()
    }


def _stems(record: CatalogueRecord, words: dict[str, str]) -> dict[str, str]:
    language = record.language
    place = [
        record.place, record.parish, record.community_name, record.municipality_name,
        record.owner_name, *(words.get(slug, "") for slug in record.themes),
    ]  # fmt: skip
    return {
        "title_stems": analyse(record.title, language),
        "summary_stems": analyse(record.summary, language),
        "place_stems": analyse(" ".join(place), language),
        "body_stems": analyse(record.body, language),
    }


def _plain_columns(record: CatalogueRecord) -> dict:
    """The record's columns, without the picture, which is kept in its made sizes."""
    return {
        name: getattr(record, name)
        for name in record.__dataclass_fields__
        if name not in _NOT_COLUMNS
    }


def _columns(record: CatalogueRecord, source, words: dict[str, str]) -> dict:
    columns = _plain_columns(record)
    columns |= _stems(record, words)
    columns["picture"] = card_picture(record.image, record.image_alt)
    columns["source_type"] = ContentType.objects.get_for_model(source)
    columns["source_id"] = source.pk
    return columns


@transaction.atomic
def write(pairs: Iterable[tuple[CatalogueRecord, object]]) -> list[int]:
    """Write the rows of these records and their sources; returns the rows' ids."""
    words = theme_words()
    entries, tags = [], []
    for record, source in pairs:
        entry, _created = Entry.objects.update_or_create(
            kind=record.kind,
            uuid=record.uuid,
            language=record.language,
            defaults=_columns(record, source, words),
        )
        entries.append(entry)
        values = {("theme", slug) for slug in record.themes}
        values |= {("audience", slug) for slug in record.audience}
        tags += [EntryTag(entry=entry, name=name, value=value) for name, value in sorted(values)]
    EntryTag.objects.filter(entry__in=entries).delete()
    EntryTag.objects.bulk_create(tags)
    if entries:
        get_engine().upsert(entries)
    return [entry.pk for entry in entries]


@transaction.atomic
def forget(entries) -> None:
    """Take these rows out of the catalogue."""
    ids = list(entries.values_list("pk", flat=True))
    if ids:
        get_engine().remove(ids)
        entries.model.objects.filter(pk__in=ids).delete()

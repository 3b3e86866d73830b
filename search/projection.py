"""Keeps the catalogue right: what is public has its rows, what is not has none."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model

from hub.catalogue import CatalogueRecord
from hub.taxonomy import Theme
from search.analysis import analyse
from search.engines import get_engine
from search.models import Entry, EntryTag
from search.pictures import card_picture, film, is_to_draw, poster
from search.tasks import draw_card_pictures

_NOT_COLUMNS = {"image", "image_alt", "recording"}
_IDENTITY = ["kind", "uuid", "language"]
DELETED_AT_ONCE = 500


def theme_words() -> dict[str, str]:
    """The names and synonyms of each theme in all languages, by slug."""
    return {
        theme.slug: " ".join(
            f"{row.name} {row.synonyms}"
            for row in sorted(theme.names.all(), key=lambda row: row.language)
        )
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
    """The record's columns, without its files, of which is kept what a list tells of them."""
    return {
        name: getattr(record, name)
        for name in record.__dataclass_fields__
        if name not in _NOT_COLUMNS
    }


def entry_of(record: CatalogueRecord) -> Entry:
    """The record as an entry that is not saved and cannot be found."""
    return Entry(**_plain_columns(record), **_files(record))


def _files(record: CatalogueRecord) -> dict:
    picture = card_picture(record.image, record.image_alt) or poster(record.recording)
    return {"picture": picture, "recording": film(record.recording)}


def _entry(record: CatalogueRecord, source: Model, words: dict[str, str]) -> Entry:
    return Entry(
        **_plain_columns(record),
        **_stems(record, words),
        **_files(record),
        source_type=ContentType.objects.get_for_model(source),
        source_id=source.pk,
    )


def _tags(entry: Entry) -> list[EntryTag]:
    values = [("theme", slug) for slug in entry.themes]
    values += [("audience", slug) for slug in entry.audience]
    return [EntryTag(entry=entry, name=name, value=value) for name, value in sorted(set(values))]


@transaction.atomic
def write(pairs: Collection[tuple[CatalogueRecord, Model]]) -> list[int]:
    """Write the rows of these records and their sources; returns the rows' ids."""
    if not pairs:
        return []
    words = theme_words()
    entries = Entry.objects.bulk_create(
        [_entry(record, source, words) for record, source in pairs],
        update_conflicts=True,
        unique_fields=_IDENTITY,
        update_fields=[
            field.name
            for field in Entry._meta.concrete_fields
            if not field.primary_key and field.name not in _IDENTITY
        ],
    )
    EntryTag.objects.filter(entry__in=entries).delete()
    EntryTag.objects.bulk_create(tag for entry in entries for tag in _tags(entry))
    get_engine().upsert(entries)
    _have_drawn(pairs, entries)
    return [entry.pk for entry in entries]


def _have_drawn(pairs: Collection[tuple[CatalogueRecord, Model]], entries: list[Entry]) -> None:
    """Ask the task worker for pictures that are missing; it writes their entries again."""
    waiting = defaultdict(list)
    for (record, _source), entry in zip(pairs, entries, strict=True):
        if is_to_draw(record.image):
            waiting[record.image.pk].append(entry.pk)
    for image_id, entry_ids in waiting.items():
        draw_card_pictures.enqueue(image_id, entry_ids)


@transaction.atomic
def forget(ids: Iterable[int]) -> None:
    """Take the rows of these ids out of the catalogue."""
    rest = iter(sorted(ids))
    while some := list(islice(rest, DELETED_AT_ONCE)):
        get_engine().remove(some)
        Entry.objects.filter(pk__in=some).delete()

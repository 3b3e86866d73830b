"""What to write again when something changes: one page, a subtree, a record, everything."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain, islice, starmap

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import Q, QuerySet
from wagtail.documents import get_document_model
from wagtail.models import Page, ReferenceIndex

from hub.batches import batches
from hub.pages import is_community_root, is_owner_root
from search.models import Entry
from search.projection import forget, write
from search.public import (
    BATCH,
    Pair,
    count_everything,
    document_pairs,
    everything,
    inventory_paths,
    keys_of,
    page_models,
    page_pairs,
    record_models,
    record_pairs,
    references_to_documents,
)

# What the entries below a partnership or community, or of its records, tell of it.
_TOLD_BY_OTHERS = (
    "title", "url", "owner", "community", "municipality", "municipality_name", "place", "parish",
    "latitude", "longitude", "precision",
)  # fmt: skip

# Told how many records are written, of how many.
Progress = Callable[[int, int], None]


def _types(of: Iterable[type[models.Model]]) -> Collection[ContentType]:
    return ContentType.objects.get_for_models(*of).values()


def _rewrite(before: QuerySet[Entry], pairs: Iterable[Pair], progress=lambda done: None) -> int:
    """Write these pairs; of the entries that were there `before`, forget the rest.

    A batch is read and written in one transaction; there is none around all of them, so that
    a long work keeps nobody waiting.
    """
    stale = set(before.values_list("pk", flat=True))
    rest, done, is_more = iter(pairs), 0, True
    while is_more:
        with transaction.atomic():
            batch = list(islice(rest, BATCH))
            stale.difference_update(write(batch))
        if batch:
            done += len(batch)
            progress(done)
        is_more = len(batch) == BATCH
    forget(stale)
    return done


def _entries_of(source: models.Model) -> QuerySet[Entry]:
    content_type = ContentType.objects.get_for_model(source)
    return Entry.objects.filter(source_type=content_type, source_id=source.pk)


# Pages


def _entries_in(tree: QuerySet[Page]) -> QuerySet[Entry]:
    """Entries of these pages and of their communities' records."""
    pages = tree.values("pk")
    found = Q(source_type__in=_types(page_models()), source_id__in=pages)
    for model in record_models():
        records = model.objects.filter(community__in=pages).values("pk")
        found |= Q(source_type__in=_types([model]), source_id__in=records)
    return Entry.objects.filter(found)


@transaction.atomic
def project_tree(page: Page) -> None:
    """Bring the entries of `page`, all below it, their records and documents up to date."""
    tree = Page.objects.filter(path__startswith=page.path)
    pairs = chain(page_pairs(tree), record_pairs(community__in=tree.values("pk")))
    _rewrite(_entries_in(tree), pairs)
    project_documents(documents_referred_to(keys_of(tree)))
    if any(path.startswith(page.path) for path in inventory_paths()):
        project_records()


@transaction.atomic
def project_page(page: Page, documents_before: Collection[int] = ()) -> None:
    """Bring the entry of `page` up to date, and all that tells of it.

    `documents_before` are those it referred to before it changed.
    """
    entries = _entries_of(page)
    told_before = entries.values(*_TOLD_BY_OTHERS).first()
    pairs = list(page_pairs(Page.objects.filter(pk=page.pk), [type(page)]))
    for _record, source in pairs:
        ReferenceIndex.create_or_update_for_object(source)
    _rewrite(entries, pairs)
    if is_owner_root(page) or is_community_root(page):
        if told_before is None or told_before != entries.values(*_TOLD_BY_OTHERS).first():
            project_tree(page)
    elif getattr(page, "is_inventory", False):
        project_records()
    project_documents(documents_referred_to([str(page.pk)]).union(documents_before))


# Records and documents


@transaction.atomic
def project_records() -> None:
    """Bring the entries of all records up to date, as when their addresses change."""
    _rewrite(Entry.objects.filter(source_type__in=_types(record_models())), record_pairs())


@transaction.atomic
def project_record(record: models.Model) -> None:
    """Bring the entry of a community's record up to date."""
    _rewrite(_entries_of(record), record_pairs(pk=record.pk))


def documents_referred_to(page_keys: Collection[str] | QuerySet) -> set[int]:
    """Documents to which the pages of these ids, written as text, refer."""
    references = references_to_documents().filter(object_id__in=page_keys)
    return {int(pk) for pk in references.values_list("to_object_id", flat=True)}


def project_documents(ids: Iterable[int]) -> None:
    """Bring the entries of these documents up to date."""
    for some in batches(sorted(ids), BATCH):
        before = Entry.objects.filter(
            source_type__in=_types([get_document_model()]), source_id__in=some
        )
        _rewrite(before, document_pairs(pk__in=some))


# What many entries tell of


@transaction.atomic
def project_entries(ids: Iterable[int]) -> None:
    """Bring the entries of these ids, of pages and records, up to date from what they tell of."""
    for some in batches(sorted(ids), BATCH):
        entries = Entry.objects.filter(pk__in=some)
        sources = defaultdict(list)
        for type_id, source_id in entries.values_list("source_type", "source_id"):
            sources[ContentType.objects.get_for_id(type_id).model_class()].append(source_id)
        _rewrite(entries, chain.from_iterable(starmap(_pairs_of, sources.items())))


def _pairs_of(model: type, ids: list[int]) -> Iterator[Pair]:
    """Records of what has these ids."""
    if model in page_models():
        return page_pairs(Page.objects.filter(pk__in=ids), [model])
    return record_pairs(pk__in=ids) if model in record_models() else document_pairs(pk__in=ids)


def entries_with(thing: models.Model) -> list[int]:
    """The ids of the entries of pages and records that have `thing`, a file, in a field."""
    references = ReferenceIndex.get_references_to(thing).exclude(model_path__contains=".")
    found = Q(pk__in=[])
    for type_id, key in references.values_list("content_type", "object_id"):
        found |= Q(source_type=type_id, source_id=key)
    return list(Entry.objects.filter(found).values_list("pk", flat=True))


@transaction.atomic
def forget_source(source: models.Model) -> None:
    """Forget what was written of `source`, which is deleted."""
    forget(set(_entries_of(source).values_list("pk", flat=True)))


def project_everything(progress: Progress | None = None) -> int:
    """Write the whole catalogue anew; returns the number of entries."""
    total = count_everything() if progress else 0
    return _rewrite(
        Entry.objects.all(), everything(), lambda done: progress and progress(done, total)
    )

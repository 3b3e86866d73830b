"""What to write again when something changes: one page, a subtree, a record, everything."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from wagtail.documents import get_document_model
from wagtail.models import Page, ReferenceIndex

from hub.catalogue import catalogued_models, is_page_model
from search.models import Entry
from search.projection import forget, write
from search.public import Pair, document_pairs, inventory_paths, page_pairs, record_pairs

BATCH = 100


def _batches(pairs: Iterable[Pair]) -> Iterator[list[Pair]]:
    rest = iter(pairs)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _rewrite(before, pairs: Iterable[Pair], progress: Callable[[int], None] | None = None) -> int:
    """Write these pairs; of the entries that were there `before`, forget the rest."""
    kept: list[int] = []
    for batch in _batches(pairs):
        kept += write(batch)
        if progress:
            progress(len(kept))
    forget(before.exclude(pk__in=kept))
    return len(kept)


def _entries_in(path: str):
    """Entries of a tree: of its pages wherever they lay before, and of their records."""
    pages = Page.objects.filter(path__startswith=path).values("pk")
    found = Q(path__startswith=path)
    for model in catalogued_models():
        content_type = ContentType.objects.get_for_model(model)
        if is_page_model(model):
            found |= Q(source_type=content_type, source_id__in=pages)
        else:
            records = model.objects.filter(community__in=pages).values("pk")
            found |= Q(source_type=content_type, source_id__in=records)
    return Entry.objects.filter(found)


def _entries_of(source):
    if isinstance(source, Page):
        content_type = source.cached_content_type
    else:
        content_type = ContentType.objects.get_for_model(source)
    return Entry.objects.filter(source_type=content_type, source_id=source.pk)


@transaction.atomic
def project_tree(page: Page) -> None:
    """Bring the entries of `page`, all below it, their records and documents up to date."""
    tree = Page.objects.filter(path__startswith=page.path)
    before = list(_entries_in(page.path).values_list("pk", flat=True))
    pairs = chain(page_pairs(tree), record_pairs(tree))
    _rewrite(Entry.objects.filter(pk__in=before), pairs)
    project_documents(documents_referred_to(page.path))
    if any(path.startswith(page.path) for path in inventory_paths()):
        project_records()


@transaction.atomic
def project_page(page: Page) -> None:
    """Bring the entry of `page` alone up to date, and those of its documents."""
    before = documents_referred_to(page.path, only=page.pk)
    ReferenceIndex.create_or_update_for_object(page)
    own = Page.objects.filter(pk=page.pk)
    _rewrite(_entries_of(page), page_pairs(own, [type(page)]))
    project_documents(before | documents_referred_to(page.path, only=page.pk))


@transaction.atomic
def project_records() -> None:
    """Bring the entries of all records up to date, as when their addresses change."""
    types = [
        ContentType.objects.get_for_model(model)
        for model in catalogued_models()
        if not is_page_model(model)
    ]
    _rewrite(Entry.objects.filter(source_type__in=types), record_pairs(Page.objects.all()))


@transaction.atomic
def project_theme(slug: str) -> None:
    """Bring the entries with this theme up to date."""
    before = Entry.objects.filter(tags__name="theme", tags__value=slug)
    ids = list(before.values_list("pk", flat=True))
    pages = list(before.values_list("source_id", flat=True))
    if ids:
        _rewrite(Entry.objects.filter(pk__in=ids), page_pairs(Page.objects.filter(pk__in=pages)))


def documents_referred_to(path: str, only: int | None = None) -> set[int]:
    """Documents to which the pages of a tree, or one page, refer."""
    tree = Page.objects.filter(path__startswith=path)
    pages = [only] if only else tree.values_list("pk", flat=True)
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(get_document_model()),
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id__in=[str(pk) for pk in pages],
    )
    return {int(pk) for pk in references.values_list("to_object_id", flat=True)}


def project_documents(ids: set[int]) -> None:
    """Bring the entries of these documents up to date."""
    if ids:
        content_type = ContentType.objects.get_for_model(get_document_model())
        before = Entry.objects.filter(source_type=content_type, source_id__in=ids)
        _rewrite(before, document_pairs(ids))


@transaction.atomic
def project_record(record) -> None:
    """Bring the entry of a community's record up to date."""
    community = Page.objects.filter(pk=record.community_id)
    pairs = (pair for pair in record_pairs(community) if pair[1] == record)
    _rewrite(_entries_of(record), pairs)


@transaction.atomic
def forget_source(source) -> None:
    """Forget what was written of `source`, which is being deleted."""
    forget(_entries_of(source))


@transaction.atomic
def project_everything(progress: Callable[[int], None] | None = None) -> int:
    """Write the whole catalogue anew; returns the number of entries."""
    pages = Page.objects.all()
    pairs = chain(page_pairs(pages), record_pairs(pages), document_pairs())
    return _rewrite(Entry.objects.all(), pairs, progress)

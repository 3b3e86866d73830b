"""Who refers to what, page by page: Wagtail reads every reference and each source by itself."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.contrib.contenttypes.models import ContentType
from django.db.models import PROTECT, Count, Model, Q, QuerySet
from django.utils.functional import cached_property
from wagtail.models import ReferenceIndex
from wagtail.models.reference_index import ReferenceGroups, ReferenceIndexQuerySet

_AT_ONCE = 100


class PagedReferenceGroups(ReferenceGroups):
    """The sources of references, of which only those asked for are read, all at once."""

    def __init__(self, references: QuerySet[ReferenceIndex]):
        self.qs = references.order_by("base_content_type", "object_id")

    def __iter__(self) -> Iterator[tuple[Model, list[ReferenceIndex]]]:
        for start in range(0, len(self), _AT_ONCE):
            yield from self[start : start + _AT_ONCE]

    def __getitem__(self, some: slice) -> list[tuple[Model, list[ReferenceIndex]]]:
        sources = list(self.qs.values_list("base_content_type", "object_id").distinct()[some])
        found = _objects(sources)
        references = defaultdict(list)
        for reference in self.qs.filter(_of(sources)) if sources else ():
            references[reference.base_content_type_id, reference.object_id].append(reference)
        # What was deleted a moment ago may still be in the index.
        return [(found[source], references[source]) for source in sources if source in found]

    @cached_property
    def _count(self) -> int:
        return self.qs.values("base_content_type", "object_id").distinct().count()

    @cached_property
    def is_protected(self) -> bool:
        fields = self.qs.order_by().values_list("content_type", "model_path").distinct()
        return any(_protects(*field) for field in fields)


class CountedReferenceGroups(PagedReferenceGroups):
    """The same, where number and protection are known already."""

    def __init__(self, references: QuerySet[ReferenceIndex], number: int, is_protected: bool):
        super().__init__(references)
        self._count = number
        self.is_protected = is_protected


def group_by_source_object(references: QuerySet[ReferenceIndex]) -> PagedReferenceGroups:
    """In place of Wagtail's method of the same name."""
    return PagedReferenceGroups(references)


def group_by_source_object_in_bulk(references: QuerySet[ReferenceIndex]) -> dict:
    """In place of Wagtail's method of the same name: two queries, whatever the number."""
    targets = references.order_by().values("to_content_type", "to_object_id")
    numbers: dict[tuple, int] = defaultdict(int)
    counted = targets.values_list("to_content_type", "to_object_id", "base_content_type")
    for *target, _base, number in counted.annotate(number=Count("object_id", distinct=True)):
        numbers[tuple(target)] += number
    fields = targets.values_list("to_content_type", "to_object_id", "content_type", "model_path")
    is_protected = {
        (kind, pk) for kind, pk, source, field in fields.distinct() if _protects(source, field)
    }
    return {
        (kind, pk): CountedReferenceGroups(
            references.filter(to_content_type=kind, to_object_id=pk),
            number,
            (kind, pk) in is_protected,
        )
        for (kind, pk), number in numbers.items()
    }


def read_references_by_page() -> None:
    """Let every view of Wagtail group references in this way."""
    ReferenceIndexQuerySet.group_by_source_object = group_by_source_object
    ReferenceIndexQuerySet.group_by_source_object_in_bulk = group_by_source_object_in_bulk


def _objects(sources: Iterable[tuple[int, str]]) -> dict[tuple[int, str], Model]:
    """The objects by kind and number, in one query a kind."""
    numbers = defaultdict(list)
    for kind, pk in sources:
        numbers[kind].append(pk)
    return {
        (kind, str(thing.pk)): thing
        for kind, pks in numbers.items()
        for thing in ContentType.objects.get_for_id(kind).get_all_objects_for_this_type(pk__in=pks)
    }


def _of(sources: Iterable[tuple[int, str]]) -> Q:
    numbers = defaultdict(list)
    for kind, pk in sources:
        numbers[kind].append(pk)
    condition = Q()
    for kind, pks in numbers.items():
        condition |= Q(base_content_type=kind, object_id__in=pks)
    return condition


def _protects(kind: int, field: str) -> bool:
    """Whether what the field of that kind refers to cannot be deleted."""
    return ReferenceIndex(content_type_id=kind, model_path=field).on_delete == PROTECT

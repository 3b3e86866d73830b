"""What the public may see: live, not private, not expired; pages, records, documents.

Each `…_pairs` gives catalogue records with what they tell of, a hundred at a time in a constant
number of queries.
"""

from collections.abc import Collection, Iterable, Iterator
from uuid import NAMESPACE_URL, uuid5

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Model, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import override
from wagtail.documents import get_document_model
from wagtail.models import (
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
    ReferenceIndex,
)

from hub.catalogue import (
    CatalogueRecord,
    Kind,
    catalogued_models,
    is_page_model,
    record_of_page,
    record_of_resource,
    resource_address,
)
from hub.navigation import ancestor_paths
from hub.ownership import HUB_KEY

Pair = tuple[CatalogueRecord, Model]
BATCH = 100


def page_models() -> list[type[Model]]:
    """The types of page that stand in the catalogue."""
    return [model for model in catalogued_models() if is_page_model(model)]


def record_models() -> list[type[Model]]:
    """The types of record that stand in the catalogue."""
    return [model for model in catalogued_models() if not is_page_model(model)]


def public_pages(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Those of `pages` that anyone may read now; an alias is no page of its own."""
    private = Q()
    for path in PageViewRestriction.objects.values_list("page__path", flat=True):
        private |= Q(path__startswith=path)
    current = Q(expire_at=None) | Q(expire_at__gt=timezone.now())
    return pages.live().exclude(private).filter(current, alias_of=None)


def in_batches(query: QuerySet) -> Iterator[list]:
    """What `query` finds, a hundred at a time; each hundred is asked for when it is needed."""
    ids = list(query.values_list("pk", flat=True))
    for start in range(0, len(ids), BATCH):
        yield list(query.filter(pk__in=ids[start : start + BATCH]))


def _record(instance, make, *args) -> CatalogueRecord:
    """The record, its words in the language of what it tells of."""
    with override(instance.locale.language_code):
        return make(instance, *args)


# Pages


def _with_relations(pages: QuerySet) -> QuerySet:
    """Pages of one type with all that their records speak of."""
    names = {field.name for field in pages.model._meta.concrete_fields}
    related = names & {"lead_image", "municipality", "video", "owning"}
    return pages.select_related("locale", *related).prefetch_related("themes")


def _give_ancestors(pages: Collection[Page]) -> None:
    """Fill in `path_to_here` of all `pages` at once."""
    paths = {path for page in pages for path in ancestor_paths(page)}
    above = {page.path: page for page in Page.objects.filter(path__in=paths).specific()}
    for page in pages:
        page.path_to_here = [above[path] for path in ancestor_paths(page)]


def page_pairs(pages: QuerySet[Page], models: Iterable[type] | None = None) -> Iterator[Pair]:
    """Records of the public ones of `pages` (base pages), type by type (all, or these)."""
    public = public_pages(pages).values("pk")
    for model in page_models() if models is None else set(models).intersection(page_models()):
        own = _with_relations(model.objects.filter(pk__in=public))
        for batch in in_batches(own.order_by("path")):
            _give_ancestors(batch)
            for page in batch:
                yield _record(page, record_of_page), page


# Records of communities


def _inventories() -> list[Page]:
    return [
        page
        for model in apps.get_models()
        if getattr(model, "is_inventory", False)
        for page in public_pages(model.objects.select_related("locale"))
    ]


def inventory_paths() -> list[str]:
    """Where in the tree the inventory pages lie, public or not."""
    models = [model for model in apps.get_models() if getattr(model, "is_inventory", False)]
    return [path for model in models for path in model.objects.values_list("path", flat=True)]


def inventory_addresses() -> dict[str, str]:
    """The address of the inventory page in each language."""
    return {page.locale.language_code: page.get_url() or "" for page in _inventories()}


def public_records(model: type) -> QuerySet:
    """The records that anyone may read now, of communities that anyone may read."""
    communities = public_pages(Page.objects.all()).values("pk")
    return model.objects.public().filter(community__in=communities)


def record_pairs(**wanted) -> Iterator[Pair]:
    """Records of the public resources, all or those `wanted` (a filter), that have an address."""
    addresses = inventory_addresses()
    for model in record_models() if addresses else []:
        query = public_records(model).filter(**wanted, locale__language_code__in=addresses)
        query = query.select_related(
            "locale", "photo", "municipality", "community__locale", "community__municipality"
        )
        for batch in in_batches(query.order_by("pk")):
            _give_ancestors([resource.community for resource in batch])
            for resource in batch:
                address = resource_address(resource, addresses)
                yield _record(resource, record_of_resource, address), resource


# Documents


def references_to_documents() -> QuerySet[ReferenceIndex]:
    """Where the live text of pages refers to documents."""
    return ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(get_document_model()),
        base_content_type=ContentType.objects.get_for_model(Page),
    )


def keys_of(query: QuerySet) -> QuerySet:
    """The ids of what `query` finds, as the index of references writes them."""
    return query.order_by().annotate(key=Cast("pk", CharField())).values("key")


def _open_documents() -> QuerySet:
    """The documents that are not in a private collection."""
    private = Q()
    for path in CollectionViewRestriction.objects.values_list("collection__path", flat=True):
        private |= Q(collection__path__startswith=path)
    documents = get_document_model().objects.exclude(private)
    return documents.annotate(key=Cast("pk", CharField()))


def _oldest_public_pages(documents: list) -> dict[int, Page]:
    """For each document's id the oldest public page that refers to it."""
    keys = [str(document.pk) for document in documents]
    rows = [
        (int(document), int(page))
        for document, page in references_to_documents()
        .filter(to_object_id__in=keys)
        .values_list("to_object_id", "object_id")
    ]
    referring = sorted({page for _document, page in rows})
    public: set[int] = set()
    for start in range(0, len(referring), BATCH):
        some = Page.objects.filter(pk__in=referring[start : start + BATCH])
        public.update(public_pages(some).values_list("pk", flat=True))
    oldest: dict[int, int] = {}
    for document, page in rows:
        if page in public:
            oldest[document] = min(page, oldest.get(document, page))
    pages = Page.objects.filter(pk__in=set(oldest.values())).select_related("locale").specific()
    by_id = {page.pk: page for page in pages}
    return {document: by_id[page] for document, page in oldest.items()}


def document_pairs(**wanted) -> Iterator[Pair]:
    """Records of documents, all or those `wanted` (a filter), that a public page refers to.

    A document speaks the language of the oldest such page and belongs to its owner.
    """
    referred_to = _open_documents().filter(key__in=references_to_documents().values("to_object_id"))
    for documents in in_batches(referred_to.filter(**wanted).order_by("pk")):
        pages = _oldest_public_pages(documents)
        _give_ancestors(pages.values())
        for document in documents:
            if document.pk in pages:
                yield _document_record(document, pages[document.pk]), document


def _document_record(document, page) -> CatalogueRecord:
    owner = getattr(page, "owner_page", None)
    community = getattr(page, "community_page", None)
    return CatalogueRecord(
        kind=Kind.DOCUMENT,
        uuid=uuid5(NAMESPACE_URL, f"document:{document.pk}"),
        language=page.locale.language_code,
        title=document.title,
        summary=page.title,
        url=document.url,
        owner=owner.owner_key if owner else HUB_KEY,
        owner_name=owner.title if owner else "",
        community=community.key if community else "",
        community_name=community.title if community else "",
        date=timezone.localdate(document.created_at),
        published_at=document.created_at,
        changed_at=document.created_at,
        fact=document.file_extension.upper(),
    )


# Everything


def everything() -> Iterator[Pair]:
    """Records of all that the public may see."""
    yield from page_pairs(Page.objects.all())
    yield from record_pairs()
    yield from document_pairs()


def count_everything() -> int:
    """How many records `everything` gives."""
    public = public_pages(Page.objects.all())
    types = ContentType.objects.get_for_models(*page_models()).values()
    languages = inventory_addresses()
    told = references_to_documents().filter(object_id__in=keys_of(public))
    return (
        public.filter(content_type__in=types).count()
        + sum(
            public_records(model).filter(locale__language_code__in=languages).count()
            for model in record_models()
        )
        + _open_documents().filter(key__in=told.values("to_object_id")).count()
    )

"""What the public may see: live, not private, not expired; pages, records, documents."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from uuid import NAMESPACE_URL, uuid5

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
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
from hub.ownership import HUB_KEY

Pair = tuple[CatalogueRecord, object]


def public_pages(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Those of `pages` that anyone may read now."""
    private = Q()
    for path in PageViewRestriction.objects.values_list("page__path", flat=True):
        private |= Q(path__startswith=path)
    now = timezone.now()
    return pages.live().exclude(private).filter(Q(expire_at=None) | Q(expire_at__gt=now))


def _record(instance, make, *args) -> CatalogueRecord:
    """The record, its words in the language of what it tells of."""
    with override(instance.locale.language_code):
        return make(instance, *args)


def _with_relations(pages: QuerySet) -> QuerySet:
    """Pages of one type with all that their records speak of."""
    names = {field.name for field in pages.model._meta.concrete_fields}
    related = names & {"lead_image", "municipality", "video", "owning"}
    return pages.select_related("locale", *related).prefetch_related("themes")


def page_pairs(pages: QuerySet[Page], models: Iterable[type] | None = None) -> Iterator[Pair]:
    """Records of the public ones of `pages` (base pages), type by type (all, or these)."""
    public = public_pages(pages).values("pk")
    for model in models or catalogued_models():
        if is_page_model(model) and getattr(model, "catalogue_kind", ""):
            own = _with_relations(model.objects.filter(pk__in=public))
            for page in own.order_by("path").iterator(chunk_size=100):
                yield _record(page, record_of_page), page


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


def record_pairs(communities: QuerySet[Page]) -> Iterator[Pair]:
    """Records of the public resources of the public ones of `communities`."""
    addresses = inventory_addresses()
    for model in catalogued_models():
        if not is_page_model(model):
            public = public_pages(communities).values("pk")
            query = model.objects.public().filter(community__in=public)
            query = query.select_related("locale", "photo", "municipality", "community__locale")
            for resource in query.order_by("pk").iterator(chunk_size=100):
                address = resource_address(resource, addresses)
                if address:
                    yield _record(resource, record_of_resource, address), resource


def _referring_pages(document_ids: Collection[int] | None) -> dict[int, set[int]]:
    """For each document, the ids of the pages whose live text refers to it."""
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(get_document_model()),
        base_content_type=ContentType.objects.get_for_model(Page),
    )
    if document_ids is not None:
        references = references.filter(to_object_id__in=[str(pk) for pk in document_ids])
    pages = defaultdict(set)
    for document_id, page_id in references.values_list("to_object_id", "object_id"):
        pages[int(document_id)].add(int(page_id))
    return pages


def _private_collections() -> Q:
    private = Q()
    for path in CollectionViewRestriction.objects.values_list("collection__path", flat=True):
        private |= Q(collection__path__startswith=path)
    return private


def document_pairs(document_ids: Collection[int] | None = None) -> Iterator[Pair]:
    """Records of documents (all, or these) that a public page refers to.

    A document speaks the language of the page that refers to it and belongs to its owner.
    """
    pages_of = _referring_pages(document_ids)
    wanted = Page.objects.filter(pk__in=set().union(*pages_of.values()))
    public = {page.pk: page for page in public_pages(wanted).order_by("path").specific()}
    documents = get_document_model().objects.filter(pk__in=pages_of)
    for document in documents.exclude(_private_collections()).order_by("pk"):
        page = next((public[pk] for pk in public if pk in pages_of[document.pk]), None)
        if page is not None:
            yield _document_record(document, page), document


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
        fact=document.file_extension.upper(),
    )

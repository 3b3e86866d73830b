"""Every way a thing becomes public, changes or stops being public, and what follows from it."""

from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from hub.catalogue import is_page_model
from hub.pages import HubPage, is_community_root, is_owner_root
from hub.taxonomy import Theme, ThemeName
from search import upkeep


def _names_others(page: Page) -> bool:
    """Whether what lies below the page, or all records, show its title, point or address."""
    return is_owner_root(page) or is_community_root(page) or getattr(page, "is_inventory", False)


@receiver(page_published)
def when_published(instance, **kwargs):
    if isinstance(instance, HubPage):
        project = upkeep.project_tree if _names_others(instance) else upkeep.project_page
        project(instance)


@receiver(page_unpublished)
@receiver(page_slug_changed)
def when_unpublished_or_renamed(instance, **kwargs):
    upkeep.project_tree(instance)


@receiver(post_page_move)
def when_moved(instance, url_path_before, url_path_after, **kwargs):
    if url_path_before != url_path_after:
        upkeep.project_tree(instance)


@receiver(pre_delete)
def when_deleted(sender, instance, **kwargs):
    if getattr(sender, "catalogue_kind", "") or sender is get_document_model():
        upkeep.forget_source(instance)
    elif sender is Page:
        instance.documents_left = upkeep.documents_referred_to(instance.path, only=instance.pk)


@receiver(post_delete, sender=Page)
def when_page_is_gone(instance, **kwargs):
    upkeep.project_documents(instance.documents_left)


@receiver([post_save, post_delete], sender=PageViewRestriction)
def when_privacy_of_page_changes(instance, **kwargs):
    upkeep.project_tree(instance.page)


@receiver([post_save, post_delete], sender=CollectionViewRestriction)
def when_privacy_of_collection_changes(instance, **kwargs):
    documents = get_document_model().objects.filter(
        collection__path__startswith=instance.collection.path
    )
    upkeep.project_documents(set(documents.values_list("pk", flat=True)))


@receiver(post_save)
def when_record_or_document_is_saved(sender, instance, raw=False, **kwargs):
    if raw:
        return
    if sender is get_document_model():
        upkeep.project_documents({instance.pk})
    elif getattr(sender, "catalogue_kind", "") and not is_page_model(sender):
        upkeep.project_record(instance)


@receiver([post_save, post_delete], sender=ThemeName)
def when_theme_is_renamed(instance, **kwargs):
    upkeep.project_theme(instance.theme.slug)


@receiver(post_delete, sender=Theme)
def when_theme_is_gone(instance, **kwargs):
    upkeep.project_theme(instance.slug)

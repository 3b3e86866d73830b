"""Every way a thing becomes public, changes or stops being public, and what follows from it."""

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction
from wagtail.signals import page_slug_changed, page_unpublished, post_page_move
from wagtailmedia.models import get_media_model

from hub.catalogue import is_page_model
from hub.deferral import can_be_put_off
from hub.onboarding.handing_over import tree_changed_hands
from hub.pages import HubPage, page_saved
from hub.taxonomy import Municipality, Theme, ThemeName
from search import upkeep
from search.models import Entry
from search.pictures import SMALLEST

# Pages


@receiver(pre_save)
@can_be_put_off
def when_page_is_about_to_be_saved(instance, **kwargs):
    if isinstance(instance, HubPage):
        instance.documents_before = upkeep.documents_referred_to([str(instance.pk)])


@receiver(page_saved)
@can_be_put_off
def when_page_is_saved(instance, **kwargs):
    upkeep.project_page(instance, instance.documents_before)


@receiver(page_unpublished)
@can_be_put_off
def when_unpublished(instance, **kwargs):
    # Wagtail says this also of a live page that is about to be deleted.
    is_live = Page.objects.filter(pk=instance.pk, live=True).exists()
    if isinstance(instance, HubPage) and not is_live:
        upkeep.project_page(instance)


@receiver(page_slug_changed)
@can_be_put_off
def when_renamed(instance, **kwargs):
    upkeep.project_tree(instance)


@receiver(post_page_move)
@can_be_put_off
def when_moved(instance, url_path_before, url_path_after, **kwargs):
    if url_path_before != url_path_after:
        upkeep.project_tree(instance)


@receiver(tree_changed_hands)
def when_tree_changes_hands(page, **kwargs):
    upkeep.project_tree(page)


@receiver([post_save, post_delete], sender=PageViewRestriction)
@can_be_put_off
def when_privacy_of_page_changes(instance, **kwargs):
    upkeep.project_tree(instance.page)


@receiver(pre_delete, sender=Page)
@can_be_put_off
def when_page_goes(instance, **kwargs):
    instance.documents_left = upkeep.documents_referred_to([str(instance.pk)])


@receiver(post_delete, sender=Page)
@can_be_put_off
def when_page_is_gone(instance, **kwargs):
    upkeep.project_documents(instance.documents_left)


# Records and documents


@receiver(post_save)
@can_be_put_off
def when_record_or_document_is_saved(sender, instance, raw=False, **kwargs):
    if raw:
        return
    if sender is get_document_model():
        upkeep.project_documents({instance.pk})
    elif getattr(sender, "catalogue_kind", "") and not is_page_model(sender):
        upkeep.project_record(instance)


@receiver(post_delete)
@can_be_put_off
def when_source_is_gone(sender, instance, **kwargs):
    if getattr(sender, "catalogue_kind", "") or sender is get_document_model():
        upkeep.forget_source(instance)


@receiver([post_save, post_delete], sender=CollectionViewRestriction)
@can_be_put_off
def when_privacy_of_collection_changes(instance, **kwargs):
    documents = get_document_model().objects.filter(
        collection__path__startswith=instance.collection.path
    )
    upkeep.project_documents(set(documents.values_list("pk", flat=True)))


# Pictures and recordings


@receiver(post_save, sender=get_image_model())
@receiver(post_save, sender=get_media_model())
@can_be_put_off
def when_file_changes(instance, created, **kwargs):
    if not created:
        upkeep.project_entries(upkeep.entries_with(instance))


@receiver(post_delete, sender=get_image_model().get_rendition_model())
@can_be_put_off
def when_card_picture_is_gone(instance, **kwargs):
    # A picture's sizes go together: one is enough to notice, and all must be gone first.
    if instance.filter_spec == SMALLEST:
        entries = upkeep.entries_with(instance.image)
        transaction.on_commit(lambda: upkeep.project_entries(entries))


@receiver([post_save, post_delete])
@can_be_put_off
def when_part_of_file_changes(sender, instance, **kwargs):
    name = getattr(sender, "catalogued_with", "")
    if name:
        upkeep.project_entries(upkeep.entries_with(getattr(instance, name)))


@receiver(pre_delete, sender=get_image_model())
@receiver(pre_delete, sender=get_media_model())
@can_be_put_off
def when_file_goes(instance, **kwargs):
    instance.entries_left = upkeep.entries_with(instance)


@receiver(post_delete, sender=get_image_model())
@receiver(post_delete, sender=get_media_model())
@can_be_put_off
def when_file_is_gone(instance, **kwargs):
    upkeep.project_entries(instance.entries_left)


# Words that many entries tell


def _entries_telling(word: Model) -> list[int]:
    """The ids of the entries with this theme, or of this municipality."""
    if isinstance(word, Municipality):
        entries = Entry.objects.filter(municipality=word.slug)
    else:
        theme = word.theme if isinstance(word, ThemeName) else word
        entries = Entry.objects.filter(tags__name="theme", tags__value=theme.slug)
    return list(entries.values_list("pk", flat=True))


@receiver(pre_save, sender=Municipality)
@receiver(pre_save, sender=Theme)
@receiver(pre_save, sender=ThemeName)
@can_be_put_off
def when_word_is_about_to_change(sender, instance, **kwargs):
    told = ("slug", "name", "name_en", "synonyms")
    names = [field.name for field in sender._meta.concrete_fields if field.name in told]
    before = sender.objects.filter(pk=instance.pk).first()
    has_changed = before is None or any(
        getattr(before, name) != getattr(instance, name) for name in names
    )
    instance.entries_telling = _entries_telling(before or instance) if has_changed else []


@receiver(post_save, sender=Municipality)
@receiver(post_save, sender=Theme)
@receiver(post_save, sender=ThemeName)
@can_be_put_off
def when_word_has_changed(instance, **kwargs):
    upkeep.project_entries(instance.entries_telling)


@receiver(post_delete, sender=ThemeName)
@receiver(post_delete, sender=Theme)
@can_be_put_off
def when_word_is_gone(instance, **kwargs):
    upkeep.project_entries(_entries_telling(instance))

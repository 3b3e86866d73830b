"""Keeps the findings right: written with every version of a page, and when a file changes."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex, Revision
from wagtailmedia.models import get_media_model

from hub.batches import batches
from hub.deferral import can_be_put_off
from hub.desk.findings import CAPTIONS, Finding, PageTheme, findings_of
from hub.pages import HubPage, page_saved


def gather(*versions: HubPage) -> None:
    """Write anew what was found about pages; each version is the newest one of its page."""
    pks = [version.pk for version in versions]
    findings, themes = [], []
    for version in versions:
        findings += [Finding(page_id=version.pk, **vars(found)) for found in findings_of(version)]
        themes += [PageTheme(page_id=version.pk, theme=theme) for theme in version.themes.all()]
    with transaction.atomic():
        for model, rows in ((Finding, findings), (PageTheme, themes)):
            model.objects.filter(page__in=pks).delete()
            model.objects.bulk_create(rows)


def newest(page: HubPage) -> HubPage:
    """The version that an editor would see."""
    return page.get_latest_revision_as_object() if page.has_unpublished_changes else page


def gather_everything() -> None:
    """Write all findings anew."""
    gather_pages(Page.objects.filter(depth__gt=1).values_list("pk", flat=True))


def gather_pages(pks: Iterable[int]) -> None:
    """Write anew what was found about these pages, some at a time."""
    for some in batches(list(pks), 100):
        pages = Page.objects.filter(pk__in=some).specific()
        gather(*(newest(page) for page in pages if isinstance(page, HubPage)))


@receiver(post_save, sender=Revision)
@can_be_put_off
def when_version_is_saved(instance, created, raw=False, **kwargs):
    if not created or raw or not issubclass(instance.content_type.model_class(), HubPage):
        return
    gather(instance.as_object())


@receiver(page_saved)
@can_be_put_off
def when_page_is_saved(instance, **kwargs):
    # A draft that is newer than what is published was gathered when it was written.
    if not instance.has_unpublished_changes or not instance.latest_revision_id:
        gather(instance)


@receiver([post_save, post_delete])
@can_be_put_off
def when_captions_change(sender, instance, raw=False, **kwargs):
    if getattr(sender, "catalogued_with", "") and not raw:
        file = getattr(instance, sender.catalogued_with)
        still_missing = not type(file).objects.get(pk=file.pk).has_captions
        told = Finding.objects.filter(kind=CAPTIONS, subject=file.pk)
        told.update(is_open=still_missing)


@receiver(pre_delete, sender=get_image_model())
@receiver(pre_delete, sender=get_media_model())
@can_be_put_off
def when_file_goes(instance, **kwargs):
    users = ReferenceIndex.get_references_to(instance).filter(base_content_type__model="page")
    instance.pages_left = {int(pk) for pk in users.values_list("object_id", flat=True)}
    if isinstance(instance, get_media_model()):
        told = Finding.objects.filter(kind=CAPTIONS, subject=instance.pk)
        instance.pages_left |= set(told.values_list("page", flat=True))


@receiver(post_delete, sender=get_image_model())
@receiver(post_delete, sender=get_media_model())
@can_be_put_off
def when_file_is_gone(instance, **kwargs):
    gather_pages(instance.pages_left)

"""Knows since when a translation is older than its original, and when it is no longer."""

import hashlib
import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel, get_serializable_data_for_fields
from wagtail.models import Page
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.models import Translation
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments

# What is no content for readers.
_ASIDE = {"slug", "review_by", "show_in_menus", "seo_title", "search_description"}


class OlderTranslation(models.Model):
    """A translation whose original changed after it was made.

    `tells` and `original_says` are fingerprints of the original: as the translation tells it, and
    as it was published last.
    """

    translation = models.OneToOneField(Translation, on_delete=models.CASCADE, related_name="older")
    page = models.OneToOneField(
        Page, null=True, on_delete=models.CASCADE, related_name="older_than_original"
    )
    tells = models.CharField(max_length=64)
    original_says = models.CharField(max_length=64)
    original_language = models.CharField(max_length=12)
    original_changed_at = models.DateTimeField(_("the original changed"))

    class Meta:
        app_label = "hub"
        verbose_name = _("outdated translation")
        verbose_name_plural = _("outdated translations")

    def __str__(self):
        return f"{self.translation_id}: {self.original_changed_at:%Y-%m-%d}"


def fingerprint(thing: Any) -> str:
    """What a page or record says and shows, as one short value."""
    segments = extract_segments(thing)
    words = [(s.path, _said(s)) for s in segments if s.path.partition(".")[0] not in _ASIDE]
    data = get_serializable_data_for_fields(thing)
    if isinstance(thing, ClusterableModel):
        data = thing.serializable_data()
    synchronised = {
        field.field_name
        for field in get_translatable_fields(type(thing))
        if field.is_synchronized(thing) and not field.is_translated(thing)
    }
    values = [
        (name, json.dumps(data.get(name), cls=DjangoJSONEncoder)) for name in synchronised - _ASIDE
    ]
    told = sorted([*words, *values])
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _said(segment: Any) -> str:
    if isinstance(segment, StringSegmentValue):
        value = [segment.string.data, segment.attrs]
    elif isinstance(segment, OverridableSegmentValue):
        value = segment.data
    elif isinstance(segment, RelatedObjectSegmentValue):
        value = segment.translation_key
    else:
        value = segment.template
    return json.dumps(value, cls=DjangoJSONEncoder, sort_keys=True)


def when_original_is_public(thing: Any) -> None:
    """Note which of its translations are older from now on."""
    translations = Translation.objects.filter(
        source__object_id=thing.translation_key, source__locale=thing.locale_id
    ).select_related("source__locale", "target_locale", "older")
    translations = list(translations)
    if translations:
        # As the database keeps it: numbers typed in another form say the same.
        says = fingerprint(type(thing)._default_manager.get(pk=thing.pk))
        for translation in translations:
            _compare(translation, says)


def _compare(translation: Translation, says: str) -> None:
    older = getattr(translation, "older", None)
    tells = older.tells if older else fingerprint(translation.source.as_instance())
    if tells == says:
        if older:
            older.delete()
        return
    if older and older.original_says == says:
        return
    target = translation.source.object.get_instance_or_none(translation.target_locale)
    if target is not None:
        OlderTranslation.objects.update_or_create(
            translation=translation,
            defaults={
                "page": target if isinstance(target, Page) else None,
                "tells": tells,
                "original_says": says,
                "original_language": translation.source.locale.language_code,
                "original_changed_at": timezone.now(),
            },
        )


def when_translation_is_public(thing: Any) -> None:
    """It is no longer older if it tells all that the original says now."""
    older = OlderTranslation.objects.filter(
        translation__source__object_id=thing.translation_key,
        translation__target_locale=thing.locale_id,
    ).select_related("translation__source")
    for each in older:
        translation = each.translation
        total, translated = translation.get_progress()
        tells = fingerprint(translation.source.as_instance())
        # One that was stopped is written by hand: its editor has seen it.
        is_told = total == translated and tells == each.original_says
        if is_told or not translation.enabled:
            each.delete()

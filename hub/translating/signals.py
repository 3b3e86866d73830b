"""What is published makes translations older, or new again."""

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import DraftStateMixin, TranslatableMixin
from wagtail.signals import published

from hub.translating.ageing import when_original_is_public, when_translation_is_public


@receiver(published)
def when_published(instance, **kwargs):
    if isinstance(instance, TranslatableMixin):
        when_original_is_public(instance)
        when_translation_is_public(instance)


@receiver(post_save)
def when_saved_without_drafts(sender, instance, raw=False, **kwargs):
    """What has no drafts is public once it is saved."""
    if getattr(sender, "follows_community", False) and not issubclass(sender, DraftStateMixin):
        when_published(instance)

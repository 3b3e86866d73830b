"""Keeps the footer right when a picture of it is changed or deleted."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.images import get_image_model

from home.surroundings import Surroundings


@receiver(post_save, sender=get_image_model())
@receiver(post_delete, sender=get_image_model())
def when_picture_changes(instance, created=False, **kwargs):
    """Its addresses are kept with the arrangement: let it be read anew."""
    if not created:
        Surroundings.objects.exclude(emblems=[]).update(changed_at=timezone.now())

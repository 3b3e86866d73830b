"""What follows when a page with pictures is published, or their drawn sizes are thrown away."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver

from hub.files import Rendition
from hub.pages import page_saved
from hub.pictures import SMALLEST, pictures_in
from hub.tasks import draw_text_pictures


@receiver(page_saved)
def when_page_with_pictures_is_saved(instance, **kwargs):
    if instance.live and (found := pictures_in(instance)):
        draw_text_pictures.enqueue(sorted(found))


@receiver(post_delete, sender=Rendition)
def when_text_picture_is_gone(instance, **kwargs):
    # The sizes go together, for a new file or by a command: one is enough to notice, and all
    # must be gone first. Where the picture itself goes, there is nothing to draw.
    if instance.filter_spec == SMALLEST:
        transaction.on_commit(partial(draw_text_pictures.enqueue, [instance.image_id]))

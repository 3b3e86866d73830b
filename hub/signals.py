"""What follows when a page is made or published, or drawn sizes of pictures are thrown away."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from hub.files import Rendition
from hub.onboarding import follow_to_translation
from hub.pages import HubPage, page_saved
from hub.pictures import SMALLEST, pictures_in
from hub.tasks import draw_text_pictures


@receiver(post_save)
def when_page_is_made(instance, created, raw, **kwargs):
    if created and not raw and isinstance(instance, HubPage):
        follow_to_translation(instance)


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

"""What the task worker does for the kernel."""

import logging

from django_tasks import task

from hub import pictures
from hub.files import Image

logger = logging.getLogger(__name__)


@task()
def draw_text_pictures(image_ids: list[int]) -> None:
    """Draw all sizes of pictures in a text; one that cannot be drawn does not stop the others."""
    for image in Image.objects.filter(pk__in=image_ids):
        try:
            pictures.draw(image)
        except (OSError, ValueError) as error:
            logger.error("No sizes of %s: %s", image, error)

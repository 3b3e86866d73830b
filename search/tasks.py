"""What the task worker does for the catalogue."""

import logging

from django_tasks import task
from wagtail.images import get_image_model

from search.pictures import draw, is_to_draw

logger = logging.getLogger(__name__)


@task()
def draw_card_pictures(image_id: int, entry_ids: list[int]) -> None:
    """Draw all sizes of a picture, then have its entries show it."""
    from search.upkeep import project_entries  # which writes entries, and so imports this

    image = get_image_model().objects.filter(pk=image_id).first()
    if image is None:
        return
    try:
        draw(image)
    except (OSError, ValueError) as error:
        logger.error("No card picture of %s: %s", image, error)
        return
    if not is_to_draw(image):  # else it would be asked for again, and again
        project_entries(entry_ids)

"""The pictures of cards: two widths in two formats, made when something is published."""

import logging

logger = logging.getLogger(__name__)

_WIDTHS = (400, 800)
_FORMATS = ("avif", "webp", "jpeg")
# For a browser that knows neither `srcset` nor the newer formats.
SMALLEST = "fill-400x250|format-jpeg"


def card_picture(image, alt: str) -> dict:
    """Addresses and size of a card's picture; empty where it has none or cannot be made.

    Keys: src, width, height, alt, and srcset by format.
    """
    if image is None:
        return {}
    specs = [f"fill-{w}x{w * 5 // 8}|format-{f}" for f in _FORMATS for w in _WIDTHS]
    try:
        made = image.get_renditions(*specs)
    except (OSError, ValueError) as error:
        logger.error("No card picture of %s: %s", image, error)
        return {}
    smallest = made[SMALLEST]
    return {
        "src": smallest.url,
        "width": smallest.width,
        "height": smallest.height,
        "alt": alt,
        "srcset": {
            name: ", ".join(
                f"{made[f'fill-{w}x{w * 5 // 8}|format-{name}'].url} {w}w" for w in _WIDTHS
            )
            for name in _FORMATS
        },
    }

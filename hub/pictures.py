"""Pictures in a text: three widths in three formats, the browser takes what it needs."""

from django.core.cache import cache
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from hub.files import Image

_WIDTHS = (400, 800, 1600)
_FORMATS = ("avif", "webp", "jpeg")
_AN_HOUR = 3600


def text_picture(image: Image | None, alt: str) -> dict:
    """Addresses and size of a picture in a text; empty where it has none or cannot be made.

    Keys: src, width, height, alt, and srcset by format. All but the alternative text is kept for
    an hour, under the name of the file: to read nine renditions takes some 2,000 calls.
    """
    if image is None:
        return {}
    key = f"text-picture:{image.pk}:{image.file.name}"
    made = cache.get(key)
    if made is None:
        made = _make(image)
        cache.set(key, made, _AN_HOUR if made else 60)
    return {**made, "alt": alt} if made else {}


def _make(image: Image) -> dict:
    try:
        renditions = image.get_renditions(
            *(f"width-{width}|format-{name}" for name in _FORMATS for width in _WIDTHS)
        )
    except (SourceImageIOError, InvalidFilterSpecError):
        return {}
    by_format: dict[str, dict[int, str]] = {name: {} for name in _FORMATS}
    for spec, rendition in renditions.items():
        by_format[spec.rpartition("-")[2]][rendition.width] = rendition.url
    smallest = renditions[f"width-{_WIDTHS[0]}|format-jpeg"]
    return {
        "src": smallest.url,
        "width": smallest.width,
        "height": smallest.height,
        "srcset": {
            name: ", ".join(f"{url} {width}w" for width, url in urls.items())
            for name, urls in by_format.items()
        },
    }

"""Pictures in a text: three widths in three formats, the browser takes what it needs.

The task worker draws them when the text is published. A page never draws: it takes seconds and
memory that a web worker should not have.
"""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db.models import Count, Model
from wagtail.fields import StreamField
from wagtail.models import ReferenceIndex

from hub.files import Image, Rendition

_WIDTHS = (400, 800, 1200)
_FORMATS = ("avif", "webp", "jpeg")
SPECS = [f"width-{width}|format-{name}" for name in _FORMATS for width in _WIDTHS]
SMALLEST = f"width-{_WIDTHS[0]}|format-jpeg"
# What the admin has drawn for the editor, for as long as nothing better is there; best first.
_OF_ADMIN = ("max-800x600", "max-165x165")
_AN_HOUR, _A_MINUTE = 3600, 60


def text_picture(image: Image | None, alt: str) -> dict:
    """Addresses and size of a picture in a text; empty where there is none.

    Keys: width, height, alt; src where something is drawn; srcset by format where all is. All but
    the alternative text is kept for an hour, under the name of the file: nine renditions take
    some 2,000 calls.
    """
    if image is None:
        return {}
    key = f"text-picture:{image.pk}:{image.file.name}"
    found = cache.get(key)
    if found is None:
        found = _find(image)
        cache.set(key, found, _AN_HOUR if "srcset" in found else _A_MINUTE)
    return {**found, "alt": alt}


def _find(image: Image) -> dict:
    """What of the picture is there already."""
    there = image.renditions.filter(filter_spec__in=(*SPECS, *_OF_ADMIN), focal_point_key="")
    drawn = {rendition.filter_spec: rendition for rendition in there}
    if not drawn.keys() >= set(SPECS):
        best = next((drawn[spec] for spec in _OF_ADMIN if spec in drawn), None)
        address = {"src": best.url} if best else {}
        return {**address, "width": image.width, "height": image.height}
    smallest = drawn[SMALLEST]
    return {
        "src": smallest.url,
        "width": smallest.width,
        "height": smallest.height,
        "srcset": {name: _sources(drawn, name) for name in _FORMATS},
    }


def _sources(drawn: dict, name: str) -> str:
    """The sizes in one format; a small original gives no large ones."""
    sizes = {size.width: size for size in (drawn[f"width-{w}|format-{name}"] for w in _WIDTHS)}
    return ", ".join(f"{size.url} {width}w" for width, size in sizes.items())


def draw(image: Image) -> None:
    """Draw every size that is missing. Raises OSError or ValueError for an unreadable file."""
    image.get_renditions(*SPECS)


def waiting() -> list[int]:
    """The ids of pictures in texts of which a size is missing, as where new code needs another."""
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(Image)
    ).exclude(model_path="lead_image")
    sizes = Rendition.objects.filter(filter_spec__in=SPECS).values("image_id")
    complete = sizes.annotate(number=Count("pk")).filter(number=len(SPECS))
    used = {int(picture) for picture in references.values_list("to_object_id", flat=True)}
    return sorted(used - set(complete.values_list("image_id", flat=True)))


def pictures_in(page: Model) -> set[int]:
    """The ids of the pictures in all that is written on a page."""
    fields = (field for field in page._meta.concrete_fields if isinstance(field, StreamField))
    return {int(picture) for field in fields for picture in _pictures_of(page, field)}


def _pictures_of(page: Model, field: StreamField) -> Iterable[str]:
    references = field.extract_references(getattr(page, field.name))
    return (identity for model, identity, *_path in references if issubclass(model, Image))

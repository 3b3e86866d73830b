"""The pictures of cards and leads: three widths in three formats, drawn by the task worker.

Drawing takes seconds and memory that a web worker should not have; until it is done, the woven
band stands in the picture's place. And what is kept of recordings.
"""

from mimetypes import guess_type

from wagtail.images.models import Filter

_WIDTHS = (400, 800, 1200)
_FORMATS = ("avif", "webp", "jpeg")
# For a browser that knows neither `srcset` nor the newer formats.
SMALLEST = "fill-400x250|format-jpeg"


def _spec(width: int, name: str) -> str:
    return f"fill-{width}x{width * 5 // 8}|format-{name}"


SPECS = [_spec(width, name) for name in _FORMATS for width in _WIDTHS]


def _drawn(image) -> dict:
    """The renditions that are there already, by what they were asked for."""
    found = image.find_existing_renditions(*(Filter(spec=spec) for spec in SPECS))
    return {asked.spec: rendition for asked, rendition in found.items()}


def is_to_draw(image) -> bool:
    """Whether a size of the picture is still missing."""
    return image is not None and len(_drawn(image)) < len(SPECS)


def draw(image) -> None:
    """Draw every size. Raises OSError or ValueError where the file cannot be read."""
    image.get_renditions(*SPECS)


def card_picture(image, alt: str) -> dict:
    """Addresses and size of a card's picture; empty where it has none or none is drawn yet.

    Keys: src, width, height, alt, and srcset by format.
    """
    made = _drawn(image) if image is not None else {}
    if len(made) < len(SPECS):
        return {}
    smallest = made[SMALLEST]
    return {
        "src": smallest.url,
        "width": smallest.width,
        "height": smallest.height,
        "alt": alt,
        "srcset": {name: _sources(made, name) for name in _FORMATS},
    }


def _sources(made: dict, name: str) -> str:
    """The sizes in one format; a small original gives no large ones."""
    renditions = {r.width: r for r in (made[_spec(width, name)] for width in _WIDTHS)}
    return ", ".join(f"{rendition.url} {width}w" for width, rendition in renditions.items())


def film(recording) -> dict:
    """Address, size in bytes and type of a recording's file; empty where there is none.

    Keys: url, length, type, seconds.
    """
    if not recording:
        return {}
    try:
        length = recording.file.size
    except OSError:
        return {}
    kind = guess_type(recording.file.name)[0] or "application/octet-stream"
    seconds = round(recording.duration or 0)
    return {"url": recording.file.url, "length": length, "type": kind, "seconds": seconds}


def poster(recording) -> dict:
    """The still picture of a recording, as it was uploaded; empty where it has none."""
    if not recording or not recording.thumbnail:
        return {}
    width, height = recording.width or 16, recording.height or 9
    return {"src": recording.thumbnail.url, "width": width, "height": height, "alt": ""}

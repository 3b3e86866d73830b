"""Files that are heavy for a weak connection: recordings and documents that a page shows."""

from collections.abc import Iterator
from typing import Any

from django.core.files.storage import Storage
from django.db import models
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtailmedia.models import get_media_model

from hub.proofreading.reading import Part, Subject
from hub.proofreading.rules import HEAVY, Fault

MEGABYTE = 1024 * 1024
# At 8 Mbit/s a recording of 60 MB takes a minute, a document of 10 MB ten seconds. Readers get
# pictures in smaller sizes, but making these of a large one is slow.
LIMITS = {"media": 60, "document": 10, "image": 6}


def heavy_files(subject: Subject) -> Iterator[Fault]:
    """The files of a thing that are larger than a weak connection bears; a query a kind of file."""
    chosen: dict[type[models.Model], dict[int, str]] = {}
    for part in subject.parts:
        model, key = _file_of(part)
        if model is not None:
            chosen.setdefault(model, {}).setdefault(key, part.path)
    for model, places in chosen.items():
        limit = _limit_of(model) * MEGABYTE
        for thing in model._default_manager.filter(pk__in=places):
            size = _size(thing)
            if size > limit:
                said = f"{thing.title} [{size // MEGABYTE} MB]"  # type: ignore[attr-defined]
                yield Fault(HEAVY, places[thing.pk], said)


def _file_of(part: Part) -> tuple[Any, Any]:
    """The model and key of the file that a part chooses."""
    source, raw = part.source, part.raw
    if isinstance(source, blocks.ChooserBlock):
        model = source.model_class
    elif isinstance(source, models.ForeignKey):
        model = source.related_model
    else:
        return None, None
    return (model, raw) if raw and _limit_of(model) else (None, None)


def _limit_of(model: type[models.Model]) -> int:
    kinds = {
        "media": get_media_model(),
        "document": get_document_model(),
        "image": get_image_model(),
    }
    return next((LIMITS[name] for name, kind in kinds.items() if model is kind), 0)


def _size(thing: Any) -> int:
    """In bytes; nothing where the file is lost."""
    known = getattr(thing, "file_size", None)
    if known is not None:
        return known
    storage: Storage = thing.file.storage
    return thing.file.size if storage.exists(thing.file.name) else 0

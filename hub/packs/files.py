"""Pictures, documents and recordings of a pack: on the shelf once, with what is said of them."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.db import transaction
from django.db.models import FileField, Model
from wagtail.images import get_image_model
from wagtail.images.fields import WagtailImageField
from wagtail.models import Collection
from wagtailmedia.settings import wagtailmedia_settings

from hub.packs.errors import Problems, meant
from hub.packs.fields import rules_told
from hub.packs.keys import KeyBook, file_key
from hub.packs.reader import Pack, read_text
from hub.packs.records import PackRecord
from hub.packs.telling import explain, in_english, name_of_kind
from hub.packs.values import read_choice, read_switch
from hub.packs.yaml_values import Value, read_yaml
from hub.vocabulary import Licence

# What is written beside a file, and the field it fills.
SIDECAR_FIELDS = {
    "title": "title",
    "description": "description",
    "author": "author",
    "licence": "licence",
    "consent": "has_consent",
    "duration": "duration",
    "width": "width",
    "height": "height",
}
SIDECAR_NAMES = [*SIDECAR_FIELDS, "poster", "tracks"]
NOT_SAID = ["width", "height", "thumbnail", "uploaded_by_user"]
TRACK_NAMES = ["kind", "language", "label", "file", "default"]


def sidecar_of(file: Path) -> Path:
    """The file that says what is to know of a picture or recording."""
    return file.with_name(f"{file.name}.yaml")


class FileShelf:
    """Takes the files of packs into the hub; what it stored is removed if the import fails."""

    def __init__(self, book: KeyBook, problems: Problems, report: Callable[[str, str], None]):
        self.book, self.problems, self.report = book, problems, report
        self.stored: list[tuple[Storage, str]] = []
        self._taken: dict[str, Model] = {}

    @contextmanager
    def emptied_on_failure(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            for storage, name in self.stored:
                storage.delete(name)
            raise

    def take(
        self, pack: Pack, value: Value, model: type[Model], collection: Callable[[], Collection]
    ) -> Any:
        """The thing made of the file that `value` names. Raises PackError."""
        key = file_key(pack.owner, value.text)
        if key not in self._taken:
            try:
                file = pack.inside(value.text)
            except ValueError as error:
                raise value.error(str(error)) from error
            self._taken[key] = self._keep(_Kept(pack, value, file, key), model, collection)
        thing = self._taken[key]
        if not isinstance(thing, model):
            raise value.error(f"„{value.text}” is used as a {name_of_kind(type(thing))} already")
        return thing

    def _keep(self, kept: "_Kept", model: type[Model], collection) -> Model:
        record = self.book.records.get((kept.key, ""))
        checksum = kept.checksum()
        thing: Any = _thing_of(record) if record else None
        if record and thing is None:
            raise kept.value.error(f"„{kept.value.text}” was deleted by an editor")
        if record and record.source_checksum == checksum:
            return thing
        if record and state_of(thing) != record.object_checksum:
            self.report("edited", f"{kept.value.text}: changed by an editor since: left alone")
            return thing
        self.report("changed" if thing else "new", str(kept.pack.place(kept.file)))
        before = _stored_of(thing) if thing else []
        thing = self._write(kept, thing or model(collection=collection()))
        if before:
            _forget(before, thing)
        self.book.remember(self._record(kept, thing, checksum))
        return thing

    def _record(self, kept: "_Kept", thing: Model, checksum: str) -> PackRecord:
        record, _created = PackRecord.objects.update_or_create(
            key=kept.key,
            language="",
            defaults={
                "path": kept.value.text,
                "content_type": ContentType.objects.get_for_model(thing),
                "object_id": str(thing.pk),
                "source_checksum": checksum,
                "object_checksum": state_of(thing),
            },
        )
        return record

    def _write(self, kept: "_Kept", thing: Any) -> Model:
        _describe(thing, kept)
        with kept.file.open("rb") as content:
            file = File(content, name=kept.file.name)
            if isinstance(thing, get_image_model()):
                _check_picture(file, kept)
            thing.file = file
            with rules_told_of(kept):
                thing.full_clean(exclude=NOT_SAID)
            self._save(thing, kept)
        self._write_tracks(kept, thing)
        return thing

    def _save(self, thing: Any, kept: "_Kept") -> None:
        """Save the thing with its poster, and remember what was stored."""
        if "poster" not in kept.said:
            thing.save()
        else:
            with kept.beside(kept.said["poster"]).open("rb") as poster:
                thing.thumbnail = File(poster, name=Path(poster.name).name)
                thing.save()
            self.stored.append((thing.thumbnail.storage, thing.thumbnail.name))
        self.stored.append((thing.file.storage, thing.file.name))

    def _write_tracks(self, kept: "_Kept", thing: Any) -> None:
        if "tracks" not in kept.said:
            return
        model = thing._meta.get_field("tracks").related_model
        thing.tracks.all().delete()
        for position, value in enumerate(kept.said["tracks"].items):
            track = model(media=thing, sort_order=position)
            for name, inner in value.mapping.items():
                if name not in TRACK_NAMES:
                    raise inner.error(f"„{name}” is not known{meant(name, TRACK_NAMES)}")
                if name != "file":
                    _say(track, {"default": "is_default"}.get(name, name), inner)
            if "file" not in value.mapping:
                raise value.error("„file” is missing")
            file = kept.beside(value.mapping["file"])
            track.file = ContentFile(file.read_bytes(), name=file.name)
            with rules_told(value):
                track.full_clean(exclude=["media"])
                track.save()
            self.stored.append((track.file.storage, track.file.name))


class _Kept:
    """A file of a pack with what stands beside it."""

    def __init__(self, pack: Pack, value: Value, file: Path, key: str):
        self.pack, self.value, self.file, self.key = pack, value, file, key
        sidecar = sidecar_of(file)
        self.said: dict[str, Value] = {}
        if sidecar.is_file():
            place = pack.place(sidecar)
            self.said = read_yaml(read_text(sidecar, place), place.file).mapping

    def beside(self, value: Value) -> Path:
        """A file named in the sidecar: beside the recording, or by its path in the pack."""
        folder = self.file.parent.relative_to(self.pack.folder)
        try:
            return self.pack.inside(str(folder / value.text))
        except ValueError:
            try:
                return self.pack.inside(value.text)
            except ValueError as error:
                raise value.error(str(error)) from error

    def checksum(self) -> str:
        """Of all that belongs to it."""
        digest = hashlib.sha256(self.file.read_bytes())
        digest.update(repr({name: value.plain() for name, value in self.said.items()}).encode())
        tracks = self.said["tracks"].items if "tracks" in self.said else []
        named = [track.mapping.get("file") for track in tracks]
        for value in filter(None, [self.said.get("poster"), *named]):
            digest.update(self.beside(value).read_bytes())
        return digest.hexdigest()


def _describe(thing: Any, kept: _Kept) -> None:
    """What is said of the file: by its pack, and beside it."""
    thing.title = kept.file.stem
    for name, usual in (("author", kept.pack.credit), ("licence", kept.pack.licence)):
        if usual and hasattr(thing, name):
            setattr(thing, name, usual)
    for name, value in kept.said.items():
        if name not in SIDECAR_NAMES:
            raise value.error(f"„{name}” is not known{meant(name, SIDECAR_NAMES)}")
        if name in SIDECAR_FIELDS:
            _say(thing, SIDECAR_FIELDS[name], value)
    if hasattr(thing, "type"):
        thing.type = _media_type(kept)


def _say(thing: Model, name: str, value: Value) -> None:
    field = next((field for field in thing._meta.fields if field.name == name), None)
    if field is None:
        raise value.error(f"a {name_of_kind(type(thing))} has no such property")
    if field.get_internal_type() == "BooleanField":
        setattr(thing, name, read_switch(value))
    elif name == "licence":
        setattr(thing, name, read_choice(value, list(Licence.values)))
    else:
        with rules_told(value):
            setattr(thing, name, field.clean(value.text.strip("\n"), thing))


def _media_type(kept: _Kept) -> str:
    extension = kept.file.suffix.lstrip(".").lower()
    if extension in wagtailmedia_settings.VIDEO_EXTENSIONS:
        return "video"
    if extension in wagtailmedia_settings.AUDIO_EXTENSIONS:
        return "audio"
    raise kept.value.error(f"a recording cannot be a .{extension} file")


def _check_picture(file: File, kept: _Kept) -> None:
    """Ask what an upload is asked: kind, size in bytes and pixels, and that it is a picture."""
    with rules_told_of(kept):
        WagtailImageField().clean(file)
    file.seek(0)


@contextmanager
def rules_told_of(kept: _Kept) -> Iterator[None]:
    """Tell of a broken rule where the file is named."""
    try:
        with in_english():
            yield
    except ValidationError as error:
        raise kept.value.error(f"„{kept.value.text}”: {explain(error)}") from error


def _stored_of(thing: Any) -> list[tuple[Storage, str]]:
    """Every file that is kept of it."""
    tracks = list(thing.tracks.all()) if hasattr(thing, "tracks") else []
    fields = [
        field.value_from_object(owner)
        for owner in (thing, *tracks)
        for field in owner._meta.fields
        if isinstance(field, FileField)
    ]
    return [(stored.storage, stored.name) for stored in fields if stored]


def _forget(before: list[tuple[Storage, str]], thing: Any) -> None:
    """Take away what was kept of it earlier, once the import is sure to last."""
    if hasattr(thing, "renditions"):
        thing.renditions.all().delete()
    still_kept = _stored_of(thing)
    for storage, name in before:
        if (storage, name) not in still_kept:
            transaction.on_commit(partial(storage.delete, name))


def _thing_of(record: PackRecord) -> Any:
    model = record.content_type.model_class()
    return model and model._default_manager.filter(pk=record.object_id).first()


def state_of(thing: Any) -> str:
    """Changes when an editor changes what is said of a file, or the file."""
    names = [name for name in SIDECAR_FIELDS.values() if hasattr(thing, name)]
    said = {name: str(getattr(thing, name)) for name in names}
    files = [f.name for f in thing._meta.fields if isinstance(f, FileField)]
    said.update((name, str(getattr(thing, name))) for name in files)
    if hasattr(thing, "tracks"):
        tracks = thing.tracks.order_by("sort_order")
        rows = tracks.values_list("kind", "language", "label", "file", "is_default")
        said["tracks"] = repr(list(rows))
    return hashlib.sha256(repr(sorted(said.items())).encode()).hexdigest()

"""Writes the files of a pack, each with what is to know of it beside it."""

import shutil
from pathlib import Path, PurePosixPath
from typing import Any

from django.db.models import FileField, Model

from hub.packs.files import SIDECAR_FIELDS, sidecar_of
from hub.packs.plain_fields import Plain
from hub.packs.report import Report
from hub.packs.yaml_values import write_yaml

SIZES = ("duration", "width", "height")


def write_files(folder: Path, files: dict[str, Model], report: Report) -> list[str]:
    """Write these files by their paths in the pack; returns all paths that were written."""
    written: list[str] = []
    for path, thing in sorted(files.items()):
        try:
            beside = _write_one(folder, PurePosixPath(path), thing)
        except FileNotFoundError:
            report.notes.append(f"{path}: the file itself is missing here: left out")
            continue
        report.add("written", path)
        written += [path, *beside]
    return written


def _write_one(folder: Path, path: PurePosixPath, thing: Any) -> list[str]:
    _copy(thing.file, folder / path)
    said = _said_of(thing, path)
    beside: list[str] = []
    if getattr(thing, "thumbnail", None):
        poster = path.with_name(f"{path.stem}-poster{PurePosixPath(thing.thumbnail.name).suffix}")
        _copy(thing.thumbnail, folder / poster)
        said["poster"] = poster.name
        beside.append(str(poster))
    if hasattr(thing, "tracks"):
        tracks = _write_tracks(folder, path, thing)
        said.update({"tracks": tracks} if tracks else {})
        beside += [str(path.with_name(track["file"])) for track in tracks]
    sidecar = sidecar_of(folder / path)
    if said:
        sidecar.write_text(write_yaml(said), "utf-8")
        beside.append(str(sidecar.relative_to(folder)))
    return beside


def _copy(field_file: Any, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with field_file.storage.open(field_file.name, "rb") as content, target.open("wb") as copy:
        shutil.copyfileobj(content, copy)


def _said_of(thing: Any, path: PurePosixPath) -> Plain:
    """What differs from what an import takes for granted."""
    said: Plain = {}
    has_length = hasattr(thing, "duration")
    for name, field_name in SIDECAR_FIELDS.items():
        field = next((f for f in thing._meta.fields if f.name == field_name), None)
        if field is None or (name in SIZES and not has_length):
            continue
        value = getattr(thing, field_name)
        usual = path.stem if name == "title" else field.get_default()
        if value not in (None, "", usual) and not isinstance(field, FileField):
            said[name] = value
    return said


def _write_tracks(folder: Path, path: PurePosixPath, thing: Any) -> list[Plain]:
    tracks: list[Plain] = []
    taken: set[str] = set()
    for track in thing.tracks.order_by("sort_order"):
        name = f"{path.stem}.{track.kind}.{track.language}.vtt"
        if name in taken:
            name = f"{path.stem}.{track.kind}.{track.language}.{len(tracks)}.vtt"
        taken.add(name)
        _copy(track.file, folder / path.with_name(name))
        said = {"kind": track.kind, "language": track.language, "label": track.label, "file": name}
        if track.is_default:
            said["default"] = True
        tracks.append({key: value for key, value in said.items() if value})
    return tracks

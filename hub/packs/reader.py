"""Reads the files of a pack: what stands where, before anything is asked of the database."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from hub.ownership import HUB_KEY
from hub.packs.errors import PackError, Place, Problems, meant
from hub.packs.yaml_values import Value, read_yaml

PACK_FILE = "pack.yaml"
PACK_NAMES = ["owner", "name", "licence", "credit"]
CONTENT_NAME = re.compile(r"^(?P<name>.+)\.(?P<language>[a-z]{2,3})\.(?P<form>md|yaml)$")
KEY = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$")
KEY_LINE = re.compile(r"^(?:- )?\s*key:\s*(\S+)", re.M)
NOT_CONTENT = {"readme.md", "license.md", "licence.md"}
LARGEST_TEXT = 1_000_000


@dataclass(frozen=True)
class Pack:
    """One owner's folder."""

    folder: Path
    shown_as: str  # how the folder is named in messages
    owner: str
    name: str = ""
    licence: str = ""
    credit: str = ""

    def place(self, file: Path, line: int = 0) -> Place:
        return Place(str(Path(self.shown_as) / file.relative_to(self.folder)), line)

    def inside(self, path: str) -> Path:
        """The file at `path` in the pack. Raises ValueError if it is none of the pack's."""
        file = (self.folder / path).resolve()
        if not file.is_relative_to(self.folder):
            raise ValueError(f"„{path}” lies outside the pack")
        if not file.is_file():
            raise ValueError(f"there is no file „{path}” in the pack")
        return file


@dataclass(frozen=True)
class Entry:
    """One page or record in one language, as it stands in a file."""

    pack: Pack
    key: str
    language: str
    type: str
    path: str  # of its file, inside the pack
    place: Place
    values: dict[str, Value] = field(repr=False)
    body: Value | None = field(repr=False)
    checksum: str = ""

    def error(self, reason: str) -> PackError:
        return PackError(self.place, reason)

    @property
    def parent(self) -> str:
        return self.values["parent"].text if "parent" in self.values else ""


def find_packs(folder: Path) -> list[Pack]:
    """The pack in `folder`, or those in the folders in it, the hub's first. Raises PackError."""
    if not folder.is_dir():
        raise PackError(Place(str(folder)), "there is no such folder")
    if (folder / PACK_FILE).is_file():
        return [_read_pack(folder, "")]
    folders = sorted(inner for inner in folder.iterdir() if (inner / PACK_FILE).is_file())
    if not folders:
        raise PackError(Place(str(folder)), f"no {PACK_FILE} here, nor in a folder in it")
    packs = [_read_pack(inner, inner.name) for inner in folders]
    return sorted(packs, key=lambda pack: (pack.owner != HUB_KEY, pack.owner))


def _read_pack(folder: Path, shown_as: str) -> Pack:
    file = str(Path(shown_as) / PACK_FILE)
    value = read_yaml(read_text(folder / PACK_FILE, Place(file)), file)
    names = value.mapping
    for name, inner in names.items():
        if name not in PACK_NAMES:
            raise inner.error(f"„{name}” is not known{meant(name, PACK_NAMES)}")
    texts = {name: inner.text for name, inner in names.items()}
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", texts.get("owner", "")):
        raise value.error("„owner” is missing: the slug of the owner, small Latin letters")
    return Pack(folder=folder.resolve(), shown_as=shown_as, **texts)


def read_text(file: Path, place: Place) -> str:
    """What a text file says, if it is one and no larger than any should be. Raises PackError."""
    if file.stat().st_size > LARGEST_TEXT:
        raise PackError(place, f"the file is larger than {LARGEST_TEXT:,} bytes")
    content = file.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise PackError(Place(place.file, line), "the file must be in UTF-8") from error
    return text.replace("\r\n", "\n")


def read_entries(pack: Pack, problems: Problems) -> list[Entry]:
    """Everything the pack says, in the order of its files; what is wrong goes to `problems`."""
    entries: dict[tuple[str, str], Entry] = {}
    for file in sorted(pack.folder.rglob("*")):
        if file.suffix not in (".md", ".yaml") or not file.is_file():
            continue
        known = len(problems.errors)
        with problems.gathered():
            for entry in _read_file(pack, file, problems):
                first = entries.setdefault((entry.key, entry.language), entry)
                if first is not entry:
                    raise entry.error(f"the key „{entry.key}” is taken by {first.place}")
        if len(problems.errors) > known:
            problems.broken |= _keys_in(file)
    return list(entries.values())


def _keys_in(file: Path) -> set[str]:
    """The keys of a file that cannot be read as a whole."""
    return set(KEY_LINE.findall(file.read_bytes().decode("utf-8", "replace")))


def _read_file(pack: Pack, file: Path, problems: Problems) -> Iterator[Entry]:
    place = pack.place(file)
    name = CONTENT_NAME.match(file.name)
    is_pack_file = file == pack.folder / PACK_FILE
    if is_pack_file or file.name.lower() in NOT_CONTENT or file.with_suffix("").is_file():
        return  # what is said about a picture or recording is read with it
    if not name:
        raise PackError(place, "the name of a file ends in its language: name.lv.md")
    if not file.resolve().is_relative_to(pack.folder):
        raise PackError(place, "the file lies outside the pack")
    text, path = read_text(file, place), str(file.relative_to(pack.folder))
    if name["form"] == "md":
        front, body = _split(text, place)
        yield _entry(pack, path, name["language"], front, body, text)
        return
    for item in read_yaml(text, place.file).items:
        with problems.gathered():
            yield _entry(pack, path, name["language"], item, None, repr(item.plain()))


def _split(text: str, place: Place) -> tuple[Value, Value | None]:
    """The front matter and the Markdown below it."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        raise PackError(Place(place.file, 1), "the file begins with a line of three dashes")
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), 0)
    if not end:
        raise PackError(Place(place.file, 1), "the front matter is not closed by „---”")
    front = read_yaml("\n".join(lines[1:end]), place.file, first_line=2)
    below = "\n".join(lines[end + 1 :])
    body = Value(below, Place(place.file, end + 2)) if below.strip() else None
    return front, body


def _entry(
    pack: Pack, path: str, language: str, front: Value, body: Value | None, text: str
) -> Entry:
    values = dict(front.mapping)
    if "key" not in values:
        raise front.error("„key” is missing")
    key = values.pop("key")
    if not KEY.match(key.text):
        raise key.error("a key is made of small Latin letters, digits, hyphens and slashes")
    if key.text.split("/")[0] != pack.owner:
        raise key.error(f"a key of this pack begins with „{pack.owner}”")
    kind = values.pop("type").text if "type" in values else ""
    owner = values.pop("owner", None)
    if owner and owner.text != pack.owner:
        raise owner.error(f"this pack may write for „{pack.owner}” only")
    checksum = hashlib.sha256(text.encode()).hexdigest()
    return Entry(pack, key.text, language, kind, path, front.place, values, body, checksum)

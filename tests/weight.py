"""What a first visit to a page loads besides photographs, compressed as a server sends it."""

import gzip
import re
from collections import Counter
from pathlib import Path

from django.conf import settings

KINDS = ("css", "js", "svg", "woff2")
FOLDER = Path(settings.ROOT, "hub/static")
_GATHERED = Path(settings.STATIC_ROOT)
# In pages, styles and modules; what a module loads later, by `import()`, is not part of it.
_REFERENCES = re.compile(
    r"""(?:href=|src=|url\(|\bfrom\s|\bimport\s)\s*["']?([^"'()\s>]+\.(?:css|js|svg|woff2))"""
)


def compressed(content: bytes) -> int:
    """Bytes of `content` as gzip makes it at its best."""
    return len(gzip.compress(content, 9))


def of_file(file: Path) -> int:
    """Bytes of a file on the way; fonts are compressed as they are."""
    content = file.read_bytes()
    return len(content) if file.suffix == ".woff2" else compressed(content)


def of_page(html: bytes) -> Counter[str]:
    """Bytes by kind: html, css, js, svg and woff2; each file counts once."""
    weights = Counter({"html": compressed(html), **dict.fromkeys(KINDS, 0)})
    for file in files_of(html.decode()):
        weights[file.suffix[1:]] += of_file(file)
    return weights


def files_of(text: str, folder: Path | None = None) -> set[Path]:
    """The hub's files that `text` needs, and those that they need; it may stand in `folder`."""
    files = set()
    for address in _REFERENCES.findall(text):
        name = address.removeprefix(settings.STATIC_URL)
        # A name with a hash is one of a gathered file.
        candidates = [folder / name] if folder else [FOLDER / name, _GATHERED / name]
        file = next((file.resolve() for file in candidates if file.is_file()), None)
        if file:
            files.add(file)
            files |= files_of(file.read_text(), file.parent) if file.suffix != ".woff2" else set()
    return files

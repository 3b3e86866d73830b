"""Compiles the catalogues of translations without gettext's tools, which a bare machine lacks."""

import os
from collections.abc import Iterable
from pathlib import Path

import polib


def compile_catalogues(folders: Iterable[Path | str]) -> list[Path]:
    """Compile each `.po` below the locale folders whose `.mo` is missing or older.

    Returns the catalogues compiled; polib's OSError names the file and line of a broken one.
    """
    compiled = []
    for folder in folders:
        for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
            target = source.with_suffix(".mo")
            if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
                part = target.with_name(f"{target.name}.{os.getpid()}")
                polib.pofile(source).save_as_mofile(part)
                part.replace(target)  # whoever reads it meanwhile has it whole
                compiled.append(source)
    return compiled

"""What the commands about packs share: their progress, their report, their refusals."""

import logging
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from hub.packs.errors import ImportRefused, PackError
from hub.packs.importer import Importer
from hub.packs.reader import Pack, find_packs
from hub.packs.report import Report

SECONDS_BETWEEN_SIGNS = 5


@contextmanager
def without_small_talk() -> Iterator[None]:
    """Wagtail tells of each page and each task; here only warnings are worth a line."""
    logging.disable(logging.INFO)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


class PackCommand(BaseCommand):
    """A command that reads or writes packs."""

    def find(self, folder: Path, owner: str = "") -> list[Pack]:
        """The packs in the folder, or the one of `owner`. Raises CommandError."""
        try:
            packs = find_packs(folder)
        except PackError as error:
            raise CommandError(str(error)) from error
        theirs = [pack for pack in packs if owner in ("", pack.owner)]
        if not theirs:
            others = ", ".join(f"„{pack.owner}”" for pack in packs)
            raise CommandError(f"{folder}: no pack of „{owner}” here, only of {others}")
        return theirs

    def bring_in(self, packs: list[Pack], dry_run: bool = False) -> None:
        """Import and tell what was done. Raises CommandError with each mistake on a line."""
        try:
            with without_small_talk():
                report = Importer(packs, dry_run, self.progress()).run()
        except ImportRefused as refusal:
            for error in refusal.errors:
                self.stderr.write(str(error))
            number = len(refusal.errors)
            mistakes = "1 mistake" if number == 1 else f"{number} mistakes"
            raise CommandError(f"nothing was imported: {mistakes}") from refusal
        self.tell("would be " if dry_run else "", report)

    def progress(self):
        """Says how far the work is, every few seconds."""
        last = time.monotonic()

        def step(done: int, total: int) -> None:
            nonlocal last
            if time.monotonic() - last >= SECONDS_BETWEEN_SIGNS:
                last = time.monotonic()
                self.stdout.write(f"  {done}/{total} …")
                self.stdout.flush()

        return step

    def tell(self, would: str, report: Report) -> None:
        """How many of each status, then the notes."""
        counts: Counter = report.counts
        for status, number in sorted(counts.items()):
            self.stdout.write(f"{number:>6} {would}{status}")
        if not counts:
            self.stdout.write("nothing to do")
        for note in report.notes:
            self.stdout.write(note)

"""Measure what pages take: queries, calls, time, bytes, memory."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    """Build a scratch world, measure it, throw it away; the site's own data is not touched."""

    help = (
        "Measure public pages in a scratch world: queries, calls, time, bytes, memory. Needs the "
        "development requirements. The world is made in a temporary SQLite file, or in the empty "
        "database that DATABASE_URL names."
    )

    def add_arguments(self, parser):
        parser.add_argument("--pages", type=int, default=300, help="about how many (default: 300)")
        parser.add_argument("--admin", action="store_true", help="the admin instead of the pages")

    def handle(self, *, pages, admin, **options):
        with tempfile.TemporaryDirectory(prefix="hub-bench-") as folder:
            # Another process: this one has read the settings of the real site.
            done = subprocess.run(
                [sys.executable, "-m", "tests.bench", "--pages", str(pages), *["--admin"] * admin],
                cwd=settings.ROOT,
                env=self.environment(Path(folder)),
            )
        if done.returncode:
            raise CommandError("The measurement failed.")

    def environment(self, folder: Path) -> dict[str, str]:
        """A site of its own below `folder`, as on a server."""
        return {
            "DATABASE_URL": f"sqlite:///{folder / 'bench.sqlite3'}",
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "hub.settings.base",
            "HUB_VAR": str(folder),
            "MEDIA_ROOT": str(folder / "media"),
            "DEBUG": "off",
            "LOG_LEVEL": "ERROR",
            "SITE_URL": "http://127.0.0.1",
            "ALLOWED_HOSTS": "*",
        }

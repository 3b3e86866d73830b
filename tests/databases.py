"""The migrated database, kept from run to run: to migrate takes half a minute, to copy nothing."""

import fcntl
import shutil
from hashlib import sha256
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection

KEPT = "test-migrated-*.sqlite3"


def provide(file: Path) -> None:
    """Put an SQLite database there, migrated and without content."""
    kept = _kept_file()
    with (settings.VAR / "test-migrated.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # another run may be at it
        if not kept.exists():
            for older in settings.VAR.glob(KEPT):
                older.unlink()
            _migrate(file)
            shutil.copyfile(file, kept)
        shutil.copyfile(kept, file)


def _kept_file() -> Path:
    """Where that is kept which today's migrations make, with the data that they read."""
    folders = [Path(app.path) / "migrations" for app in apps.get_app_configs()]
    checksum = sha256()
    for folder in (*folders, Path(settings.ROOT, "hub/data")):
        for file in sorted(folder.glob("*.*")):
            checksum.update(str(file).encode() + file.read_bytes())
    return settings.VAR / KEPT.replace("*", checksum.hexdigest()[:12])


def _migrate(file: Path) -> None:
    usual = connection.settings_dict["NAME"]
    use(file)
    call_command("migrate", verbosity=0)
    use(usual)  # with its last connection closed, the file is whole


def use(name: Path | str) -> None:
    """Have this thread and those to come open the database `name`."""
    connection.close()
    connection.settings_dict["NAME"] = name
    cache.clear()


def is_for_tests() -> bool:
    """Whether the open database is the one that this run has made."""
    return connection.settings_dict["NAME"] == connection.settings_dict["TEST"]["NAME"]

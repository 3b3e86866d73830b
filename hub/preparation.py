"""What must be done between new code and a running site, each step only when it is due."""

import fcntl
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from wagtail.models import Page, Site

from hub import pictures
from hub.desk.gathering import gather_everything
from hub.onboarding.partnerships import mend_everything
from hub.ownership import Owner
from hub.tasks import draw_text_pictures


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until nobody else prepares the site in this folder."""
    with (folder / "prepare.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def migrate() -> bool:
    """Bring the database up to date; whether there was anything to do."""
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    call_command("migrate", interactive=False, verbosity=0)
    if Owner.objects.exists():
        mend_everything()  # rights on what is new as well
        gather_everything()
    return True


def _static_fingerprint() -> str:
    """Changes when a static file is added, changed or removed."""
    digest = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for path, storage in sorted(finder.list([]), key=lambda found: found[0]):
            file = Path(storage.path(path)).stat()
            digest.update(f"{path} {file.st_size} {file.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def collect_static_files() -> bool:
    """Gather, hash and compress the static files; whether there was anything to do."""
    stamp = Path(settings.STATIC_ROOT) / ".fingerprint"
    fingerprint = _static_fingerprint()
    if settings.DEBUG or (stamp.exists() and stamp.read_text() == fingerprint):
        return False
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(fingerprint)
    return True


def ask_for_pictures() -> bool:
    """Have sizes of pictures drawn that a text needs and lacks; whether there are such."""
    missing = pictures.waiting()
    if missing:
        draw_text_pictures.enqueue(missing)
    return bool(missing)


def is_site_empty() -> bool:
    """Whether there is no page but what Wagtail itself puts there."""
    return not Page.objects.filter(depth__gt=1).exclude(content_type__model="page").exists()


def load_demo() -> bool:
    """Load the demo content into an empty site, all or nothing; whether it was empty."""
    if not is_site_empty():
        return False
    with transaction.atomic():
        call_command("load_demo")
    return True


def align_site() -> bool:
    """Make the one site's address the one in the settings; whether it was another."""
    address = urlsplit(settings.SITE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    site = Site.objects.filter(is_default_site=True).first()
    if site is None or (site.hostname, site.port) == (address.hostname, port):
        return False
    site.hostname, site.port = address.hostname, port
    site.save()
    return True

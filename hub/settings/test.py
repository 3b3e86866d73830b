"""The product under test: quick passwords, plain static files, tasks done at once."""

import atexit
import shutil
import tempfile
from pathlib import Path

from hub.settings.base import *  # noqa: F403
from hub.settings.base import DATABASES, LOGGING, STORAGES

# Of this run alone: several may go on at once.
SCRATCH = Path(tempfile.mkdtemp(prefix="hub-test-"))
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
MEDIA_ROOT = SCRATCH / "media"
ALLOWED_HOSTS = ["*"]
# Each page saved and each task done is a line of theirs; what goes wrong is still told.
LOGGING = {
    **LOGGING,
    "loggers": {
        **LOGGING["loggers"],
        **dict.fromkeys(["django_tasks", "modelsearch", "wagtail"], {"level": "WARNING"}),
    },
}
# Never the site's own.
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["NAME"] = SCRATCH / "none.sqlite3"
    DATABASES["default"]["TEST"] = {"NAME": SCRATCH / "test.sqlite3"}
else:
    DATABASES["default"]["TEST"] = {"NAME": f"test_{DATABASES['default']['NAME']}"}

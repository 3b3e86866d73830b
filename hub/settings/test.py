"""The product under test: quick passwords, plain static files, tasks done at once."""

import tempfile
from pathlib import Path

from hub.settings.base import *  # noqa: F403
from hub.settings.base import DATABASES, LOGGING, STORAGES, VAR

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="hub-test-media-"))
ALLOWED_HOSTS = ["*"]
# Each page saved and each task done is a line of theirs; what goes wrong is still told.
LOGGING = {
    **LOGGING,
    "loggers": {
        **LOGGING["loggers"],
        **dict.fromkeys(["django_tasks", "modelsearch", "wagtail"], {"level": "WARNING"}),
    },
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, so that a second run can reuse it.
    DATABASES["default"]["TEST"] = {"NAME": VAR / "test.sqlite3"}

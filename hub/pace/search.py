"""The backend of Wagtail's own search, whatever the database is."""

from django.db import connection
from modelsearch.backends import database


def SearchBackend(params: dict):  # noqa: N802 – Wagtail looks for this name
    """The backend of today's database."""
    backend = database.SearchBackend(params)
    if connection.vendor == "sqlite":
        # Its models are there on SQLite only.
        from hub.pace.sqlite_search import RankedOnceResults

        backend.results_class = RankedOnceResults
    return backend

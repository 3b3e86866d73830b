"""The catalogue as an app."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Connects the signals that keep the catalogue right."""

    name = "search"

    def ready(self):
        from search import signals  # noqa: F401

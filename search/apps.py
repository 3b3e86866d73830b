"""The catalogue as an app."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Connects the signals that keep the catalogue right, and what mends it after much work."""

    name = "search"

    def ready(self):
        from hub.deferral import do_at_end
        from search import signals, upkeep  # noqa: F401

        do_at_end(upkeep.project_everything)

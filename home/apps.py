"""The front door as an app."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """Connects what keeps the emblems right."""

    name = "home"

    def ready(self):
        from home import signals  # noqa: F401

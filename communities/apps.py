"""The app of partnerships and communities."""

from django.apps import AppConfig


class CommunitiesConfig(AppConfig):
    """Connects what happens when a community's page is made."""

    name = "communities"

    def ready(self):
        from communities import signals  # noqa: F401

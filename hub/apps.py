"""The kernel as an app."""

from django.apps import AppConfig


class HubConfig(AppConfig):
    """Its models are imported by `hub.models`, each from the file of its subject."""

    name = "hub"
    verbose_name = "KOPA"

    def ready(self):
        from hub import signals  # noqa: F401
        from hub.deferral import do_at_end
        from hub.desk import gathering
        from hub.moderation import notices  # noqa: F401
        from hub.pace.references import read_references_by_page
        from hub.translating import signals as translating  # noqa: F401

        read_references_by_page()

        do_at_end(gathering.gather_everything)

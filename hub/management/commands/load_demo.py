"""Bring the demo content into the hub."""

from django.conf import settings

from hub.management.pack_command import PackCommand


class Command(PackCommand):
    """Import the packs in demo/, as anybody's packs are imported."""

    help = "Import the demo content."

    def handle(self, **options):
        self.bring_in(self.find(settings.ROOT / "demo"))

"""Compile the interface's translations."""

from django.conf import settings
from django.core.management.base import BaseCommand

from hub.translations import compile_catalogues


class Command(BaseCommand):
    """Compile the catalogues that changed."""

    help = "Compile the interface's translations (.po to .mo) where they changed."
    requires_system_checks = []

    def handle(self, **options):
        for source in compile_catalogues(settings.LOCALE_PATHS):
            self.stdout.write(f"compiled {source.relative_to(settings.ROOT)}")

"""Write the catalogue anew from what is public."""

from django.core.management.base import BaseCommand

from search.upkeep import project_everything


class Command(BaseCommand):
    """Can run while the site is used and edited."""

    help = "Write the catalogue anew from the public pages, records and documents."

    def handle(self, *args, **options):
        total = project_everything(self._show)
        self.stdout.write(f"{total} entries")

    def _show(self, done: int, total: int) -> None:
        self.stdout.write(f"  {done} of {total}")
        self.stdout.flush()

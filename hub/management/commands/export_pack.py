"""Write what the hub shows as content packs."""

from pathlib import Path

from django.core.management.base import CommandError

from hub.management.pack_command import PackCommand
from hub.packs.errors import PackError
from hub.packs.exporter import Exporter


class Command(PackCommand):
    """Export every owner's pack, or one."""

    help = "Write what is public as content packs, one folder an owner."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="a new or empty folder, or earlier packs")
        parser.add_argument("--owner", default="", help="write the pack of this owner only")

    def handle(self, *, folder, owner, **options):
        try:
            report = Exporter(folder, owner, self.progress()).run()
        except PackError as error:
            raise CommandError(str(error)) from error
        self.tell("", report)

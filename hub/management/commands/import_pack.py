"""Bring content packs into the hub."""

from pathlib import Path

from hub.management.pack_command import PackCommand


class Command(PackCommand):
    """Import a pack, or all in a folder: everything, or with a mistake anywhere, nothing."""

    help = "Import a content pack, or all packs in a folder. What editors changed is left alone."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="a pack, or a folder of packs")
        parser.add_argument("--owner", default="", help="import the pack of this owner only")
        parser.add_argument("--dry-run", action="store_true", help="say what would be done")

    def handle(self, *, folder, owner, dry_run, **options):
        self.bring_in(self.find(folder, owner), dry_run)

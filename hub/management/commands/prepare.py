"""Make the site ready to be served."""

import time

from django.conf import settings
from django.core.management.base import BaseCommand

from hub import demo_accounts, preparation
from hub.translations import compile_catalogues


class Command(BaseCommand):
    """Do what new code or a new machine asks for, and nothing that is done already."""

    help = "Make the site ready to be served: translations, database, static files, demo content."
    # Checks speak in the interface's language, whose catalogue is compiled here first.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--demo", action="store_true", help="fill an empty site and make demo accounts"
        )

    def handle(self, *, demo, **options):
        with preparation.alone(settings.VAR):
            self.step("translations compiled", lambda: compile_catalogues(settings.LOCALE_PATHS))
            self.check()
            self.step("database migrated", preparation.migrate)
            self.step("static files gathered", preparation.collect_static_files)
            self.step("missing pictures asked for", preparation.ask_for_pictures)
            loaded = demo and self.step("demo content loaded", preparation.load_demo)
            preparation.align_site()
            if demo:
                self.show_accounts(is_new_site=loaded)

    def step(self, done: str, action) -> bool:
        """Do one step and say how long it took, if it had anything to do."""
        began = time.monotonic()
        acted = bool(action())
        if acted:
            self.stdout.write(f"{done} ({time.monotonic() - began:.0f} s)")
            self.stdout.flush()
        return acted

    def show_accounts(self, is_new_site: bool) -> None:
        """Say where to log in and as whom; accounts are made with the content or the password."""
        file = settings.VAR / "demo-password"
        password, is_new_password = demo_accounts.read_or_make_password(file)
        if is_new_site or is_new_password:
            demo_accounts.make_accounts(password)
        self.stdout.write(f"\nLog in at {settings.SITE_URL}/admin/ with the password {password} as")
        for username, role, _group_names in demo_accounts.accounts():
            self.stdout.write(f"  {username:<24} {role}")
        self.stdout.write("")

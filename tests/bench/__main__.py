"""Builds the world, measures it and prints what was found."""

import argparse
import sys
import time

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from hub.translations import compile_catalogues  # noqa: E402
from tests.bench import admin, pages, server, vitals  # noqa: E402
from tests.factories import photograph_bytes  # noqa: E402
from tests.worlds import build_world  # noqa: E402

# Each place brings seven pages a language, besides some twenty that are there anyway.
PAGES_OF_A_PLACE = 14
OTHER_PAGES = 40


def prepare() -> None:
    """An empty site, ready to be served; stops where the database is not empty."""
    if connection.introspection.table_names():
        sys.exit("DATABASE_URL names a database with tables; the measurement needs an empty one.")
    from django.conf import settings

    compile_catalogues(settings.LOCALE_PATHS)
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def main() -> None:
    """Prepare, build, measure."""
    parser = argparse.ArgumentParser(prog="manage.py bench")
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--admin", action="store_true")
    arguments = parser.parse_args()
    wanted = arguments.pages
    began = time.monotonic()
    prepare()
    if arguments.admin:
        measure_admin(wanted)
        return
    places = max(1, (wanted - OTHER_PAGES) // PAGES_OF_A_PLACE)
    world = build_world(places, progress=show_progress, picture=photograph_bytes)
    connection.cursor().execute("ANALYZE")
    size = pages.number_of_pages()
    print(f"\r{size} pages on {connection.vendor}, built in {time.monotonic() - began:.0f} s")
    pages.report(world)
    connection.close()
    server.report()
    vitals.report(world["lv"])


def measure_admin(wanted: int) -> None:
    """The admin, in a world of its own."""
    world = admin.build(wanted)
    connection.cursor().execute("ANALYZE")
    print(f"{pages.number_of_pages()} pages on {connection.vendor}")
    admin.report(world)


def show_progress(done: int) -> None:
    """How many pages of this language are made, where somebody looks."""
    if sys.stderr.isatty():
        print(f"\r{done} …", end="", file=sys.stderr, flush=True)


main()

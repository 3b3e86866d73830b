"""Queries, time and bytes of every address of the admin, for an editor and an administrator."""

from django.test import Client

from tests import factories
from tests.admin_visits import cost, visits
from tests.crowd import Crowd
from tests.matrix.world import World, build_matrix_world

HOUSES = 18  # besides the two of the matrix
MOST_MILLISECONDS, MOST_BYTES = 2000, 1_000_000
# What an editor uses all day.
EVERYDAY = ("admin/pages/", "admin/choose-page/", "admin/images/chooser/", "admin/own-pages/")
MOST_EVERYDAY = 400
_FORM = "{:<2}{:>8}{:>8}{:>10}  {}"


def build(pages: int) -> World:
    """Twenty partnerships with so many pages, half of them below one community."""
    factories.make_indexes(factories.make_site())
    world = build_matrix_world()
    Crowd(world).grow(pages, HOUSES)
    return world


def report(world: World) -> None:
    """Print a line for each address; what takes too long or is too large has a !."""
    for person in ("editor", "admin"):
        client = Client(raise_request_exception=False)
        client.force_login(world.people[person])
        print(f"\n{person}\n" + _FORM.format("", "queries", "CPU ms", "bytes", "address"))
        for visit in visits(world.objects, person):
            if found := cost(client, visit.address):
                is_everyday = person == "editor" and visit.name.startswith(EVERYDAY)
                most = MOST_EVERYDAY if is_everyday else MOST_MILLISECONDS
                mark = "!" if found.milliseconds > most or found.size > MOST_BYTES else ""
                figures = (found.queries, f"{found.milliseconds:.0f}", found.size)
                print(_FORM.format(mark, *figures, visit.name), flush=True)

"""Queries, calls, time and bytes of each type of page, beside the least that Wagtail takes."""

from unittest.mock import patch

from django.http import HttpResponse
from django.template import engines
from django.test import override_settings
from wagtail.models import Page

from home.models import StandardPage
from tests import weight
from tests.measuring import Visitor, repeated
from tests.world_pages import RARE_WORD
from tests.worlds import Addresses

_HEAD = ("page", "queries", "repeated", "calls", "CPU ms", "× floor", "bytes", "gzip", "first view")
_FORM = "{:<20}{:>8}{:>9}{:>9}{:>8}{:>8}{:>9}{:>8}{:>11}"


def number_of_pages() -> int:
    """All pages but the root of the tree."""
    return Page.objects.filter(depth__gt=1).count()


def report(world: dict[str, Addresses]) -> None:
    """Print a line for each page."""
    addresses = world["lv"]
    floor = _measure_floor(addresses["standard"])
    print("\n" + _FORM.format(*_HEAD))
    print(_line("the floor", floor, floor["ms"]))
    for name, address in _to_visit(addresses).items():
        print(_line(name, _measure(Visitor(), address), floor["ms"]))
    print("\nThe floor is a page with a one-line template, served by Wagtail as it comes.")
    print("First view: page, styles, scripts and fonts, compressed; pictures come on top,")
    print(f"of which map.svg {weight.of_file(weight.FOLDER / 'hub/map.svg')} bytes.")


def _to_visit(addresses: Addresses) -> dict[str, str]:
    search = addresses["search"].partition("?")[0]
    return {
        **{name: address for name, address in addresses.items() if name != "search"},
        "search, frequent": addresses["search"],
        "search, rare": f"{search}?q={RARE_WORD}",
        "search, no word": search,
        "sitemap": "/sitemap.xml",
    }


def _measure_floor(address: str) -> dict:
    template = engines["django"].from_string("<h1>{{ page.title }}</h1>")

    def serve(page, request, *args, **kwargs):
        return HttpResponse(template.render({"page": page}, request))

    stock = override_settings(ROOT_URLCONF="tests.bench.stock_urls")
    with stock, patch.object(StandardPage, "serve", serve):
        return _measure(Visitor(), address)


def _measure(visitor: Visitor, address: str) -> dict:
    for _ in range(3):
        body = visitor.answer(address).content
    statements = visitor.statements(address)
    return {
        "queries": len(statements),
        "repeated": len(repeated(statements)),
        "calls": visitor.calls(address),
        "ms": visitor.milliseconds(address, times=11),
        "bytes": len(body),
        "gzip": weight.compressed(body),
        "first view": weight.of_page(body).total(),
    }


def _line(name: str, found: dict, floor: float) -> str:
    return _FORM.format(
        name, found["queries"], found["repeated"], found["calls"], f"{found['ms']:.1f}",
        f"{found['ms'] / floor:.1f}", found["bytes"], found["gzip"], found["first view"],
    )  # fmt: skip

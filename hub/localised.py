"""Pages that an editor chose, in the language of whoever reads."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Q
from wagtail.blocks import StreamValue
from wagtail.models import Page, Site

from hub.navigation import home_address


@dataclass(frozen=True)
class LinkedPage:
    """What a link to a live page shows."""

    pk: int
    title: str
    url: str
    live: bool = True


def localised(ids: Sequence[int], language: str) -> list[LinkedPage]:
    """The live pages of these ids in their order, each in `language` if it is told in it."""
    found = localised_by_id(ids, language)
    return [found[pk] for pk in ids if pk in found]


def localised_by_id(ids: Collection[int], language: str) -> dict[int, LinkedPage]:
    """The live pages of these ids, each in `language` if it is told in it.

    One query, where Wagtail's `localized` takes two for each page.
    """
    told_in_it = Q(
        locale__language_code=language,
        alias_of=None,
        translation_key__in=Page.objects.filter(pk__in=ids).values("translation_key"),
    )
    rows = Page.objects.live().filter(Q(pk__in=ids) | told_in_it)
    rows = list(
        rows.values_list("translation_key", "locale__language_code", "pk", "title", "url_path")
    )
    best_last = sorted(rows, key=lambda row: row[1] == language)
    best = {key: (pk, title, path) for key, _language, pk, title, path in best_last}
    homes = _homes()
    found = {}
    for key, _language, own, _title, _path in rows:
        pk, title, path = best[key]
        found[own] = LinkedPage(pk, title, _address(path, homes))
    return {pk: found[pk] for pk in ids if pk in found}


def _homes() -> dict[str, str]:
    """The address of each home page by its `url_path`; whole addresses where there are sites."""
    roots = Site.get_site_root_paths()
    are_many = len({root.site_id for root in roots}) > 1
    return {
        root.root_path: (root.root_url if are_many else "") + home_address(root.language_code)
        for root in roots
    }


def _address(url_path: str, homes: dict[str, str]) -> str:
    """The address of the page with this `url_path`; empty for one outside every site."""
    root = next((root for root in homes if url_path.startswith(root)), "")
    return homes[root] + url_path.removeprefix(root) if root else ""


def values_with_pages(stream: StreamValue, language: str) -> list[dict]:
    """What blocks with a `page` say, the page in `language` if it is told in it, or None."""
    values = [block["value"] for block in stream.raw_data]
    chosen = {value["page"] for value in values if value["page"]}
    found = localised_by_id(chosen, language) if chosen else {}
    return [{**value, "page": found.get(value["page"])} for value in values]

"""What editors arrange around every page: menu, footer, contacts, who pays; as plain values.

The model that keeps it says so with `arranges_surroundings`; the kernel knows it by no name. Its
values are kept in the cache and compared with the row's own moment of change, which the query of
`hub.navigation` reads by the way: whoever publishes a change, every process sees it at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache as remember
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.cache import cache
from django.db.models import DateTimeField, Subquery, Value

_A_DAY = 86_400


@dataclass(frozen=True)
class ChosenLink:
    """A page, by the key that its translations share, or an address outside the hub."""

    label: str = ""
    page_key: UUID | None = None
    url: str = ""


@dataclass(frozen=True)
class Column:
    """Links of the footer under one heading."""

    title: str
    links: tuple[ChosenLink, ...]


@dataclass(frozen=True)
class Emblem:
    """Who pays, as a picture."""

    src: str
    width: int
    height: int
    name: str
    url: str = ""


@dataclass(frozen=True)
class Arrangement:
    """What stands around the pages of one language; empty where editors left it to the hub."""

    changed_at: datetime | None = None
    menu: tuple[ChosenLink, ...] = ()
    columns: tuple[Column, ...] = ()
    about: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    profiles: tuple[ChosenLink, ...] = ()
    funders: str = ""
    emblems: tuple[Emblem, ...] = ()

    def _links(self) -> Iterator[ChosenLink]:
        yield from self.menu
        for column in self.columns:
            yield from column.links

    @property
    def page_keys(self) -> set[UUID]:
        """The pages that may be shown."""
        return {link.page_key for link in self._links() if link.page_key}

    @property
    def has_contacts(self) -> bool:
        return bool(self.email or self.phone or self.address or self.profiles)


NOTHING = Arrangement()


@remember
def _model() -> Any:
    models = (m for m in apps.get_models() if getattr(m, "arranges_surroundings", False))
    return next(models, None)


def moment_of_change(language: str) -> Subquery | Value:
    """When the arrangement for `language` was published last, as a part of another query."""
    if _model() is None:
        return Value(None, DateTimeField())
    return Subquery(_model().objects.in_use(language).values("changed_at")[:1])


def kept(language: str) -> Arrangement:
    """The arrangement as it was when somebody read it last; it may be out of date."""
    return cache.get(_cache_key(language)) or NOTHING


def read(language: str) -> Arrangement:
    """The arrangement as it is now."""
    row = _model().objects.in_use(language).first() if _model() else None
    arrangement = row.as_arrangement() if row else NOTHING
    cache.set(_cache_key(language), arrangement, _A_DAY)
    return arrangement


def _cache_key(language: str) -> str:
    return f"arrangement:{language}"

"""The contract between the catalogue and whatever finds things in it."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from search.filters import SearchQuery


@dataclass(frozen=True)
class Scope:
    """The frame of a list, which a reader cannot leave: its kinds and whose things it shows.

    Empty means everything. `is_dated`: only what has a day, as news have.
    """

    kinds: tuple[str, ...] = ()
    is_dated: bool = False
    owner: str = ""
    community: str = ""


@dataclass(frozen=True)
class SearchResult:
    """What was found.

    `hits` can be sliced and holds `total` entries in order; `counts` says, for each facet, how
    many entries each value has, counted without the facet's own choice. `is_any_word`: nothing
    had all the words, so these have at least one.
    """

    hits: Sequence[Any]
    total: int
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    is_any_word: bool = False


class Engine(ABC):
    """Finds, filters, counts and orders entries."""

    @abstractmethod
    def search(
        self, query: SearchQuery, scope: Scope, facets: Collection[str] = ()
    ) -> SearchResult:
        """Everything that `query` asks for within `scope`, with the counts of `facets`."""

    def upsert(self, entries: Collection[Any]) -> None:  # noqa: B027
        """Take in these entries; nothing to do where the database keeps the index itself."""

    def remove(self, ids: Collection[int]) -> None:  # noqa: B027
        """Forget the entries of these ids."""

    @abstractmethod
    def rebuild(self) -> None:
        """Build the index anew from the entries."""

    @abstractmethod
    def check(self) -> list[str]:
        """What is wrong with the index, a sentence each; empty if nothing is."""

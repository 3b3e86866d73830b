"""The contract between the catalogue and whatever finds words in it."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence

from search.models import EntryQuerySet

Groups = Sequence[tuple[str, ...]]


class Engine(ABC):
    """Finds and ranks entries by stems.

    `groups` has one tuple of stems for each word asked for; any stem of a group may match.
    All words must be there, unless `any_word`.
    """

    @abstractmethod
    def matching(self, entries: EntryQuerySet, groups: Groups, any_word: bool) -> EntryQuerySet:
        """Those of `entries` that have the words."""

    @abstractmethod
    def ranked(self, entries: EntryQuerySet, groups: Groups, any_word: bool) -> EntryQuerySet:
        """Those of `entries` that have the words, the best first."""

    def upsert(self, entries: Collection) -> None:  # noqa: B027
        """Take in these entries; nothing to do where the database keeps the index itself."""

    def remove(self, ids: Collection[int]) -> None:  # noqa: B027
        """Forget the entries of these ids."""

    @abstractmethod
    def rebuild(self) -> None:
        """Build the index anew from the entries."""

    @abstractmethod
    def check(self) -> list[str]:
        """What is wrong with the index, a sentence each; empty if nothing is."""

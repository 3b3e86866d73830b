"""Many things, some at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Thing = TypeVar("Thing")


def batches(things: Iterable[Thing], size: int) -> Iterator[list[Thing]]:
    """The things in lists of `size`; the last may be shorter."""
    rest = iter(things)
    while batch := list(islice(rest, size)):
        yield batch

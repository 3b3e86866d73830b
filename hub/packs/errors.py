"""What is wrong with a pack: said with its file, its line and the reason, all of it at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Place:
    """A line of a file; line 0 is the file as a whole."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


class PackError(Exception):
    """One thing that is wrong, and where."""

    def __init__(self, place: Place, reason: str):
        super().__init__(f"{place}: {reason}")
        self.place, self.reason = place, reason


class AlreadyTold(PackError):
    """Refers to something that is itself broken, and told of there."""


class ImportRefused(Exception):
    """The pack cannot be imported; nothing of it was."""

    def __init__(self, errors: list[PackError]):
        first_hand = [error for error in errors if not isinstance(error, AlreadyTold)]
        self.errors = sorted(set_of(first_hand or errors), key=lambda error: error.place)
        super().__init__("\n".join(str(error) for error in self.errors))


def set_of(errors: list[PackError]) -> list[PackError]:
    """The errors, each said once."""
    return list({str(error): error for error in errors}.values())


@dataclass
class Problems:
    """Gathers what is wrong, so that a writer sees all of it at the first try.

    What refers to one of the `broken` keys is not told of once more.
    """

    errors: list[PackError] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)

    def add(self, place: Place, reason: str) -> None:
        self.errors.append(PackError(place, reason))

    @contextmanager
    def gathered(self) -> Iterator[None]:
        """Keep an error of the block and go on after it."""
        try:
            yield
        except PackError as error:
            self.errors.append(error)

    def stop_if_any(self) -> None:
        """Raises ImportRefused."""
        if self.errors:
            raise ImportRefused(self.errors)


def meant(word: str, known: list[str]) -> str:
    """„; did you mean „x”?”, or the whole list if nothing is near and it is short."""
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return f"; did you mean „{near[0]}”?"
    return f"; allowed: {', '.join(known)}" if 0 < len(known) <= 20 else ""

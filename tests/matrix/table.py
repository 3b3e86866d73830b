"""Reads the table: what each person gets at each address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl

FOLDER = Path(__file__).parent / "table"
PEOPLE = (
    "anonymous", "author", "editor", "supporter", "neighbour", "stranger", "coordinator", "admin",
)  # fmt: skip
# What is the same for another person by the world's symmetry, or not worth asking.
NOT_ASKED = "."
OUTCOMES = "login|home|ok|to|none|done|4\\d\\d"


@dataclass(frozen=True)
class Row:
    """One line: a visit, and what comes of it for each person."""

    place: str  # file and line
    method: str
    address: str
    thing: str
    outcomes: dict[str, str]
    values: dict[str, str]


def read_table() -> list[Row]:
    """Every row of every file."""
    return [row for file in sorted(FOLDER.glob("*.txt")) for row in _rows(file)]


def _rows(file: Path) -> Iterator[Row]:
    for number, line in enumerate(file.read_text().splitlines(), 1):
        if line and not line.startswith("#"):
            yield _row(line.split(), f"{file.name}:{number}")


def _row(words: list[str], place: str) -> Row:
    method, address, thing, *rest = words
    outcomes, values = rest[: len(PEOPLE)], rest[len(PEOPLE) :]
    known = re.compile(f"{OUTCOMES}|{re.escape(NOT_ASKED)}")
    if len(outcomes) < len(PEOPLE) or not all(known.fullmatch(word) for word in outcomes):
        raise ValueError(f"{place}: {len(PEOPLE)} outcomes are wanted, each one of {OUTCOMES}.")
    return Row(
        place, method, address, thing,
        dict(zip(PEOPLE, outcomes, strict=True)),
        dict(parse_qsl("&".join(values), keep_blank_values=True)),
    )  # fmt: skip

"""What an import or export did, or would do."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Report:
    """A status for each thing, and notes on what was left to the editors."""

    lines: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, status: str, what: str) -> None:
        self.lines.append((status, what))

    @property
    def counts(self) -> Counter:
        return Counter(status for status, _what in self.lines)

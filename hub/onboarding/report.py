"""What an onboarding made, and what it found broken and put right."""

from dataclasses import dataclass, field

from django.utils.functional import Promise


@dataclass
class HouseReport:
    """Sentences for the one who asked; a new house is made, an old one is mended."""

    is_new: bool = False
    made: list[str] = field(default_factory=list)
    mended: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def note(self, what: str | Promise) -> None:
        """Say that this was made, or put right where the house stood already."""
        (self.made if self.is_new else self.mended).append(str(what))

    def note_number(self, what: str, number: int, **names) -> None:
        """Say how many were put right; that a new house gets its rights goes without saying."""
        if number and not self.is_new:
            self.note(what % {"number": number, **names})

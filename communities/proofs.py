"""What a solution or resource must hold to be true."""

import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from hub.proofreading.rules import ALT, Fault, rule

COST_YEAR = rule(
    "cost-year",
    _("Cost without a year"),
    _("A thousand euros of 2012 are not a thousand of today."),
    _("Fill in the years of the solution, or name the year in the note on the cost."),
)
_YEAR = re.compile(r"\b(19|20)\d\d\b")


def costs_have_a_year(solution: Any) -> Iterator[Fault]:
    """An amount of money belongs to a year: the solution's, or one named beside it."""
    if solution.year_from or solution.year_to:
        return
    for position, block in enumerate(solution.costs, 1):
        if not _YEAR.search(f"{block.value['note']} {block.value['source']}"):
            yield Fault(COST_YEAR, f"costs/{position}", f"[{block.value['amount']} EUR]")


def photo_has_words(resource: Any) -> Iterator[Fault]:
    """What a photograph shows is said in words."""
    if resource.photo_id and not resource.photo_alt.strip():
        yield Fault(ALT, "photo_alt", f"[{resource.name}]")

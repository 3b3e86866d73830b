"""What a solution, resource or need must hold to be true, and what makes it more useful."""

import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from communities.completeness import untold_fields
from hub.proofreading.rules import ALT, ALT_FILE, UNLINKED, UNTOLD, Fault, rule
from hub.proofreading.wording import is_file_name
from hub.vocabulary import NeedStatus

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
    elif is_file_name(resource.photo_alt):
        yield Fault(ALT_FILE, "photo_alt", f"[{resource.photo_alt}]")


# Asked first by whoever wants to do the same.
_COST_AND_RESULT = {"results", "costs"}


def tells_cost_and_result(solution: Any) -> Iterator[Fault]:
    """What came of it and what it took is told."""
    for field in untold_fields(solution):
        if field in _COST_AND_RESULT:
            yield Fault(UNTOLD, field, solution.title)


def solved_need_leads_to_its_solution(need: Any) -> Iterator[Fault]:
    """A solved need names the page that tells how."""
    if need.status == NeedStatus.SOLVED and not need.solution_id:
        yield Fault(UNLINKED, "solution", need.text)

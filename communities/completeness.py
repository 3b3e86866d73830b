"""How complete a solution is: what a reader looks for, and what of it is still missing."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel


@dataclass(frozen=True)
class Completeness:
    """Share of the told in per cent (0–100) and the names of what is missing."""

    percent: int
    missing: tuple[str | Promise, ...]


# What a reader looks for: the name an editor sees, and the fields of which one must be told.
_WANTED = (
    (_("summary"), ("summary",)),
    (_("lead picture"), ("lead_image",)),
    (_("themes"), ("themes",)),
    (_("year"), ("year_from", "year_to")),
    (_("situation and need"), ("situation",)),
    (_("what was done"), ("what_was_done",)),
    (_("steps"), ("steps",)),
    (_("results"), ("results",)),
    (_("costs or volunteer hours"), ("costs", "volunteer_hours")),
    (_("what was hard"), ("barriers", "lessons")),
    (_("how to do the same"), ("takeover_conditions", "minimum_start")),
    (_("first three steps"), ("first_steps",)),
    (_("whom to ask"), ("contacts",)),
    (_("sources"), ("sources",)),
)


def _is_told(solution, field: str) -> bool:
    if field == "themes":
        return bool(solution.themes.all())
    value = getattr(solution, field)
    return value == 0 or bool(value)


def completeness_of(solution) -> Completeness:
    """What is told of `solution` and what is missing."""
    missing = tuple(
        name for name, fields in _WANTED if not any(_is_told(solution, field) for field in fields)
    )
    return Completeness(round(100 * (len(_WANTED) - len(missing)) / len(_WANTED)), missing)


class CompletenessPanel(Panel):
    """Shows the editor how complete the solution is and what is missing."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "communities/admin/completeness.html"

        def is_shown(self):
            return super().is_shown() and self.instance.pk is not None

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            context["completeness"] = completeness_of(self.instance)
            return context

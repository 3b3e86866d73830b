"""How complete a page is: what a reader looks for, and what of it is still missing."""

from dataclasses import dataclass

from django.db.models import Manager
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel


@dataclass(frozen=True)
class Completeness:
    """Share of the told in per cent (0–100); names of what is missing; the first such field."""

    percent: int
    missing: tuple[str | Promise, ...]
    first_field: str = ""


# What a reader looks for: the name an editor sees, and the fields of which one must be told.
_OF_PARTNERSHIP = (
    (_("summary"), ("summary",)),
    (_("picture or logo"), ("lead_image", "logo")),
    (_("role in the project"), ("role",)),
    (_("e-mail or telephone"), ("email", "phone")),
    (_("municipalities in its territory"), ("municipalities",)),
    (_("text"), ("body",)),
)
_OF_SOLUTION = (
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


def _is_told(page, field: str) -> bool:
    value = getattr(page, field)
    if isinstance(value, Manager):
        return bool(value.all())
    return value == 0 or bool(value)


def _untold(page, wanted) -> list[tuple[str | Promise, tuple[str, ...]]]:
    return [row for row in wanted if not any(_is_told(page, field) for field in row[1])]


def _missing(page, wanted) -> tuple[str | Promise, ...]:
    return tuple(name for name, _fields in _untold(page, wanted))


def untold_fields(solution) -> list[str]:
    """The fields in which to tell what `solution` does not tell yet."""
    return [fields[0] for _name, fields in _untold(solution, _OF_SOLUTION)]


def missing_of_partnership(page) -> tuple[str | Promise, ...]:
    """What a partnership's page does not tell yet."""
    return _missing(page, _OF_PARTNERSHIP)


def completeness_of(solution) -> Completeness:
    """What is told of `solution` and what is missing."""
    missing = _missing(solution, _OF_SOLUTION)
    told = len(_OF_SOLUTION) - len(missing)
    first_field = next((fields[0] for name, fields in _OF_SOLUTION if name in missing), "")
    return Completeness(round(100 * told / len(_OF_SOLUTION)), missing, first_field)


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

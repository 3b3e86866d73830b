"""What a new editor does first: four steps, each ticked when the data show that it is done.

Apps say what is to be done through the hook `find_first_steps`: it is called with the user and
answers steps, of which it leaves out those the user has no right to do.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.ui.components import Component

NUMBER_OF_STEPS = 4
# What Wagtail remembers of a user who hid the finished panel.
DISMISSIBLE = "first-steps"


@dataclass(frozen=True)
class FirstStep:
    """One thing to do: its name, why or how in one sentence, and the form where it is done."""

    title: str | Promise
    text: str | Promise
    url: str
    is_done: bool
    order: int = 0


find_first_steps: Callable = hooks.register("find_first_steps")


def first_steps_of(user) -> list[FirstStep]:
    """The steps of this user in their order, four at most."""
    steps = [step for find in hooks.get_hooks("find_first_steps") for step in find(user)]
    return sorted(steps, key=lambda step: step.order)[:NUMBER_OF_STEPS]


def is_hidden_by(user) -> bool:
    """Whether the user hid the panel when all was done."""
    profile = getattr(user, "wagtail_userprofile", None)
    return bool(profile and profile.dismissibles.get(DISMISSIBLE))


class FirstStepsPanel(Component):
    """A welcome with the next things to do; one line when they are done."""

    name = "first_steps"
    template_name = "hub/admin/first_steps.html"
    order = 50

    def __init__(self, user):
        super().__init__()
        self.user = user
        self.steps = [] if is_hidden_by(user) else first_steps_of(user)

    def get_context_data(self, parent_context):
        done = sum(step.is_done for step in self.steps)
        return {
            "steps": self.steps,
            "is_finished": done == len(self.steps),
            "progress": _("%(done)s of %(all)s done") % {"done": done, "all": len(self.steps)},
            "next_step": next((step for step in self.steps if not step.is_done), None),
            "name": self.user.first_name or self.user.get_username(),
            "dismissible": DISMISSIBLE,
        }

    def render_html(self, parent_context=None):
        return super().render_html(parent_context) if self.steps else ""

"""What the hub's own rooms add to the world of the matrix: a function for each."""

from wagtail.models import Page

from hub.moderation.held_changes import HeldChange
from hub.ownership import Owner, Supporter


def add_rooms(world) -> None:
    """Fill `world.objects` with what the rooms' own addresses are asked with."""
    for prefix, user in (("", world.people["author"]), ("hub:", world.people["coordinator"])):
        _moderation(world.objects, prefix, user)
    _onboarding(world.objects)


def _onboarding(objects: dict) -> None:
    """Pierīga's house, the organisation that supports Babīte."""
    objects["house"] = {"pk": Owner.objects.get(key="pierigas").pk}
    objects["supporter"] = {"pk": Supporter.objects.order_by("pk").first().pk}


def _moderation(objects: dict, prefix: str, user) -> None:
    """What waits for a decision; what the author wrote while another saved."""
    if task_state := objects[f"{prefix}waiting"].get("task_state_id"):
        objects[f"{prefix}review"] = {"pk": task_state}
    page = Page.objects.get(pk=objects[f"{prefix}draft"]["pk"]).specific
    content = page.get_latest_revision().content
    held = HeldChange.objects.create(page=page, user=user, content=content, begun_from=content)
    objects[f"{prefix}held"] = {"pk": held.pk}

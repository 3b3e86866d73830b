"""Where in the editor a field stands, so that a link can lead to it."""

from functools import cache


@cache
def anchor_of(model, field: str) -> str:
    """The id of the part of the form with the field, on whatever tab; empty if it has none."""
    tabs = model.get_edit_handler()
    for tab, tab_name in zip(tabs.children, tabs.child_identifiers, strict=True):
        for panel, name in zip(tab.children, tab.child_identifiers, strict=True):
            if _holds(panel, field):
                return f"panel-child-{tab_name}-{name}-section"
    return ""


def _holds(panel, field: str) -> bool:
    names = (getattr(panel, "field_name", ""), getattr(panel, "relation_name", ""))
    return field in names or any(_holds(child, field) for child in getattr(panel, "children", ()))

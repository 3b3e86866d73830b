"""What bulk actions are asked with: each action on one thing of each owner."""

# By kind of thing: its model, and what can be done with several.
ACTIONS = {
    "page": ("wagtailcore.page", "delete move publish unpublish"),
    "draft": ("wagtailcore.page", "publish"),
    "image": ("hub.image", "delete add_tags add_to_collection"),
    "document": ("hub.document", "delete add_tags add_to_collection"),
    "resource": ("communities.resource", "delete"),
    "need": ("communities.need", "delete"),
    "theme": ("hub.theme", "delete"),
    "menu": ("home.surroundings", "delete"),
    "user": ("hub.user", "delete assign_role set_active_state"),
}


def bulk_objects(objects: dict) -> dict:
    """By kind and action: what fills the address, and the query that names the thing."""
    bulk = {}
    for kind, (model, actions) in ACTIONS.items():
        app_label, model_name = model.split(".")
        for prefix in ("", "hub:"):
            if thing := objects.get(prefix + kind):
                for action in actions.split():
                    bulk[f"{prefix}{kind}:{action}"] = {
                        "app_label": app_label,
                        "model_name": model_name,
                        "action": action,
                        "?": f"id={thing['pk']}",
                    }
    return bulk

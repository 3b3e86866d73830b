"""What is asked by a query: bulk actions, searches, several chosen things."""

from tests.matrix.secrets import BABITE, CESIS, HUB, PIERIGA

WORDS = (BABITE, PIERIGA, CESIS, HUB)
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


def questions(objects: dict) -> dict:
    """By kind: a search for each secret word, without its end; the ids of chosen things."""
    asked = {f"search:{word[:5]}": {"?": f"q={word[:5]}"} for word in WORDS}
    for kind in ("draft", "image", "document", "media"):
        for prefix in ("", "hub:"):
            asked[f"{prefix}chosen-{kind}"] = {"?": f"id={objects[prefix + kind]['pk']}"}
    return asked

"""A community's own collection: inside its owner's, shared by all its languages."""

from wagtail.models import Collection, Page


def ensure_community_collection(community: Page) -> None:
    """Give the community its collection, or the one that its other languages have."""
    owner = getattr(community.owner_page, "owning", None)
    if not owner or not owner.collection or community.collection_id:
        return
    versions = community.get_translations(inclusive=True)
    told = versions.exclude(collection=None).first()
    community.collection = told.collection if told else _own(community, owner.collection)
    versions.filter(collection=None).update(collection=community.collection)


def _own(community: Page, parent: Collection) -> Collection:
    """A collection of its name that is no other community's."""
    taken = type(community).objects.exclude(collection=None).values("collection")
    free = parent.get_children().filter(name=community.title).exclude(pk__in=taken)
    return free.first() or parent.add_child(name=community.title)


def take_collection_along(community: Page) -> None:
    """After a move to another owner its files lie within that owner's."""
    owner = getattr(community.owner_page, "owning", None)
    collection = community.collection
    if not owner or not owner.collection or not collection:
        return
    if not collection.is_descendant_of(owner.collection):
        collection.move(owner.collection, pos="sorted-child")

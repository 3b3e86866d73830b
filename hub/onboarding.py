"""Makes an owner's house: its collection, its groups and their rights on pages, files, records."""

from collections.abc import Iterable

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)
from wagtailmedia.models import get_media_model

from hub.moderation.approval import EditorsApproval
from hub.ownership import HUB_KEY, Owner

COORDINATORS = "coordinators"
AUTHOR_PAGE_RIGHTS = ("add_page", "change_page")
EDITOR_PAGE_RIGHTS = (*AUTHOR_PAGE_RIGHTS, "publish_page", "lock_page", "unlock_page")
_AUTHOR_ACTIONS = ("add", "change")
_EDITOR_ACTIONS = ("add", "change", "delete", "publish")


def _collection(name: str, parent: Collection | None = None) -> Collection:
    """The collection of that name below `parent` (the root if none is given)."""
    parent = parent or Collection.get_first_root_node()
    return parent.get_children().filter(name=name).first() or parent.add_child(name=name)


def _rights(model, actions: tuple[str, ...]) -> list[Permission]:
    """The permissions of `model` for these actions, as far as the model has them."""
    codenames = [f"{action}_{model._meta.model_name}" for action in actions]
    content_type = ContentType.objects.get_for_model(model)
    return list(Permission.objects.filter(content_type=content_type, codename__in=codenames))


def allow_admin(group: Group) -> None:
    """Let the group log in to the admin."""
    group.permissions.add(
        Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    )


def _allow_files(group: Group, collection: Collection, actions: tuple[str, ...]) -> None:
    for model in (get_image_model(), get_document_model(), get_media_model()):
        for permission in _rights(model, actions):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=collection, permission=permission
            )


def _allow_records(group: Group, actions: tuple[str, ...]) -> None:
    """Rights on the kinds of record; which single ones is the permission policy's matter."""
    for model in apps.get_models():
        if getattr(model, "follows_community", False):
            group.permissions.add(*_rights(model, ("view", *actions)))


def allow_shared_records(group: Group) -> None:
    """Every right on what belongs to the hub alone, and on the old addresses of all pages."""
    for model in apps.get_models():
        if getattr(model, "belongs_to_hub", False):
            group.permissions.add(*_rights(model, ("view", *_EDITOR_ACTIONS)))
    group.permissions.add(*_rights(Redirect, _EDITOR_ACTIONS))


def allow_pages(group: Group, page: Page, codenames: tuple[str, ...]) -> None:
    """Give `group` these rights on `page` and all below it."""
    permissions = Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=codenames
    )
    for permission in permissions:
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


@transaction.atomic
def hub_owner() -> Owner:
    """The hub itself: the shared collection and the coordinators."""
    owner, _created = Owner.objects.get_or_create(key=HUB_KEY, defaults={"name": "KOPA"})
    if owner.collection is None:
        owner.collection = _collection(owner.name)
        owner.editors = Group.objects.get_or_create(name=COORDINATORS)[0]
        owner.save()
        allow_admin(owner.editors)
        allow_shared_records(owner.editors)
        _allow_files(owner.editors, owner.collection, (*_EDITOR_ACTIONS, "choose"))
    return owner


@transaction.atomic
def onboard_owner(key: str, name: str) -> Owner:
    """The owner with its collection and groups; a second call repairs and doubles nothing."""
    shared = hub_owner().collection
    owner, _created = Owner.objects.get_or_create(key=key, defaults={"name": name})
    owner.collection = owner.collection or _collection(name)
    owner.authors = owner.authors or Group.objects.get_or_create(name=f"{key}: authors")[0]
    owner.editors = owner.editors or Group.objects.get_or_create(name=f"{key}: editors")[0]
    owner.save()
    for group, actions in ((owner.authors, _AUTHOR_ACTIONS), (owner.editors, _EDITOR_ACTIONS)):
        allow_admin(group)
        _allow_records(group, actions)
        _allow_files(group, owner.collection, (*actions, "choose"))
        _allow_files(group, shared, ("choose",))
    return owner


def _moderation(owner: Owner) -> Workflow:
    """What authors submit waits for the owner's editors, or for the coordinators without them."""
    task, _created = EditorsApproval.objects.get_or_create(
        name=f"{owner.key}: editors", defaults={"owner": owner}
    )
    if task.owner_id != owner.pk or not task.active:
        task.owner, task.active = owner, True
        task.save()
    workflow, _created = Workflow.objects.get_or_create(name=owner.name)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task)
    return workflow


@transaction.atomic
def onboard_page(page: Page, owner: Owner) -> None:
    """Give the owner's groups their rights and workflow on its page, in every language."""
    workflow = _moderation(owner)
    for version in page.get_translations(inclusive=True):
        allow_pages(owner.authors, version, AUTHOR_PAGE_RIGHTS)
        allow_pages(owner.editors, version, EDITOR_PAGE_RIGHTS)
        WorkflowPage.objects.update_or_create(page=version, defaults={"workflow": workflow})


def onboard_shared_page(page: Page) -> None:
    """Give the coordinators every right on one of the hub's own pages and below it.

    Rights go down the tree, so this is never called for a page above the partnerships.
    """
    for version in page.get_translations(inclusive=True):
        allow_pages(hub_owner().editors, version, (*EDITOR_PAGE_RIGHTS, "bulk_delete_page"))


@transaction.atomic
def onboard_supporters(name: str, communities: Iterable[Page]) -> Group:
    """The group of an organisation that writes for these communities and publishes nothing."""
    group, _created = Group.objects.get_or_create(name=name)
    allow_admin(group)
    _allow_records(group, _AUTHOR_ACTIONS)
    _allow_files(group, hub_owner().collection, ("choose",))
    for community in communities:
        allow_pages(group, community, AUTHOR_PAGE_RIGHTS)
        if community.collection:
            _allow_files(group, community.collection, (*_AUTHOR_ACTIONS, "choose"))
    return group


def ensure_community_collection(community: Page) -> None:
    """The community's own collection inside its owner's, shared by all its translations."""
    owner = getattr(community.owner_page, "owning", None)
    if not owner or not owner.collection or community.collection_id:
        return
    versions = community.get_translations(inclusive=True)
    community.collection = _collection(community.title, owner.collection)
    type(community).objects.filter(pk__in=versions.values("pk")).update(
        collection=community.collection
    )

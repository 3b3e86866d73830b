"""Rights of groups on pages, files and kinds of record.

What gives a right answers how many were missing, so that a repair can tell what it put right.
"""

from collections.abc import Iterable

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from hub.ownership import file_models, record_models

AUTHOR_PAGE_RIGHTS = ("add_page", "change_page")
EDITOR_PAGE_RIGHTS = (*AUTHOR_PAGE_RIGHTS, "publish_page", "lock_page", "unlock_page")
AUTHOR_ACTIONS = ("add", "change")
EDITOR_ACTIONS = ("add", "change", "delete", "publish")


def _rights(model, actions: tuple[str, ...]) -> QuerySet[Permission]:
    """The permissions of `model` for these actions, as far as the model has them."""
    codenames = [f"{action}_{model._meta.model_name}" for action in actions]
    content_type = ContentType.objects.get_for_model(model)
    return Permission.objects.filter(content_type=content_type, codename__in=codenames)


def _allow(group: Group, permissions: Iterable[Permission]) -> int:
    """Rights that need no page and no collection."""
    has = set(group.permissions.values_list("pk", flat=True))
    missing = [permission for permission in permissions if permission.pk not in has]
    group.permissions.add(*missing)
    return len(missing)


def allow_admin(group: Group) -> int:
    """Let the group log in to the admin, and translate what it may edit."""
    codenames = ("access_admin", "submit_translation")
    apps_of_them = ("wagtailadmin", "wagtail_localize")
    rights = Permission.objects.filter(
        content_type__app_label__in=apps_of_them, codename__in=codenames
    )
    return _allow(group, rights)


def allow_records(group: Group, actions: tuple[str, ...]) -> int:
    """Rights on the kinds of record; which single ones is the permission policy's matter."""
    return sum(_allow(group, _rights(model, ("view", *actions))) for model in record_models())


def allow_shared_records(group: Group) -> int:
    """Every right on what belongs to the hub alone, and on the old addresses of all pages."""
    missing = sum(
        _allow(group, _rights(model, ("view", *EDITOR_ACTIONS)))
        for model in apps.get_models()
        if getattr(model, "belongs_to_hub", False)
    )
    return missing + _allow(group, _rights(Redirect, EDITOR_ACTIONS))


def allow_files(group: Group, collection: Collection, actions: tuple[str, ...]) -> int:
    """Rights on files in the collection and in those inside it."""
    missing = 0
    for model in file_models():
        for permission in _rights(model, actions):
            _right, is_new = GroupCollectionPermission.objects.get_or_create(
                group=group, collection=collection, permission=permission
            )
            missing += is_new
    return missing


def allow_pages(group: Group, page: Page, codenames: tuple[str, ...]) -> int:
    """Give `group` these rights on `page` and all below it."""
    permissions = Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=codenames
    )
    missing = 0
    for permission in permissions:
        _right, is_new = GroupPagePermission.objects.get_or_create(
            group=group, page=page, permission=permission
        )
        missing += is_new
    return missing

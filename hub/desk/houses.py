"""Whose pages are, by the place in the tree: for columns and filters of many pages at once."""

from django.db.models import Q
from django.utils.translation import gettext as _

from hub.onboarding.partnerships import house_model
from hub.ownership import HUB_KEY


def houses() -> list[tuple[str, str, str]]:
    """Path, key and name of the owner of each partnership's page, in every language."""
    owned = house_model()._default_manager.exclude(owning=None).order_by("owning__name")
    return list(owned.values_list("path", "owning__key", "owning__name"))


def owner_choices() -> list[tuple[str, str]]:
    """Key and name of each owner that has a page, the hub last."""
    return [*dict((key, name) for _path, key, name in houses()).items(), (HUB_KEY, _("The hub"))]


def below_house(key: str) -> Q:
    """The condition that a page belongs to this owner."""
    known = houses()
    chosen = [path for path, owner, _name in known if owner == key or key == HUB_KEY]
    condition = Q(pk__in=[])
    for path in chosen:
        condition |= Q(path__startswith=path)
    return ~condition if key == HUB_KEY else condition


def name_owners(pages) -> None:
    """Give each page `owner_name`; the hub's pages an empty one. One query."""
    known = houses()
    for page in pages:
        names = (name for path, _key, name in known if page.path.startswith(path))
        page.owner_name = next(names, "")

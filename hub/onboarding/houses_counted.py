"""What each partnership has, counted in a fixed number of queries."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Count
from django.db.models.functions import Substr
from wagtail.models import Collection, GroupPagePermission, Page

from hub.onboarding.partnerships import house_model
from hub.ownership import Owner, Supporter, file_models
from hub.users import User


@dataclass
class House:
    """A row of the list of partnerships."""

    owner: Owner
    page: Any
    languages: list[str]
    editors: int
    authors: int
    pages: int
    files: int
    supporters: list[str]

    @property
    def is_whole(self) -> bool:
        """Whether nothing that onboarding makes is missing at first sight."""
        workflow = self.owner.workflow
        has_parts = self.owner.collection_id and self.owner.editors_id and self.owner.authors_id
        return bool(self.page and has_parts and workflow and workflow.active)


def houses_counted() -> list[House]:
    """All partnerships with their numbers, by name."""
    owners = list(Owner.partnerships().select_related("collection", "workflow").order_by("name"))
    pages = _pages_of_houses()
    roots = [page.path for versions in pages.values() for page in versions]
    numbers, supporters = _below(roots), _supporters(roots)
    people, files = _people(), _files()
    return [
        _row(owner, pages.get(owner.pk, []), people, numbers, files, supporters) for owner in owners
    ]


def _row(owner, versions, people, numbers, files, supporters) -> House:
    names = {name for page in versions for name in supporters.get(page.path, ())}
    return House(
        owner=owner,
        page=versions[0] if versions else None,
        languages=[page.locale.language_code for page in versions],
        editors=people[owner.editors_id],
        authors=people[owner.authors_id],
        pages=sum(numbers[page.path] for page in versions),
        files=files[owner.collection.path] if owner.collection else 0,
        supporters=sorted(names),
    )


def _pages_of_houses() -> dict[int, list[Page]]:
    """Each owner's pages, the first language first."""
    found: dict[int, list[Page]] = {}
    houses = house_model()._default_manager.exclude(owning=None).select_related("locale")
    for page in sorted(houses, key=lambda p: p.locale.language_code != settings.LANGUAGE_CODE):
        found.setdefault(page.owning_id, []).append(page)
    return found


def _below(roots: list[str]) -> Counter:
    """The number of pages in each of these trees; all roots are equally deep."""
    if not roots:
        return Counter()
    root = Substr("path", 1, len(roots[0]))
    rows = Page.objects.annotate(root=root).filter(root__in=roots).values_list("root")
    return Counter(dict(rows.annotate(number=Count("pk")).order_by()))


def _people() -> Counter:
    """Active people by group."""
    rows = User.objects.filter(is_active=True).values_list("groups").order_by()
    return Counter(dict(rows.annotate(number=Count("pk"))))


def _files() -> Counter:
    """Files by the path of the outermost collection that they lie in."""
    counted: Counter = Counter()
    for model in file_models():
        root = Substr("collection__path", 1, 2 * Collection.steplen)
        rows = model._default_manager.annotate(root=root).values_list("root").order_by()
        counted.update(dict(rows.annotate(number=Count("pk"))))
    return counted


def _supporters(roots: list[str]) -> dict[str, set[str]]:
    """Names of supporters by the tree in which they have communities."""
    names = dict(Supporter.objects.values_list("group", "name"))
    if not roots or not names:
        return {}
    rights = GroupPagePermission.objects.filter(group__in=names)
    found: dict[str, set[str]] = {}
    for group, path in set(rights.values_list("group", "page__path")):
        found.setdefault(path[: len(roots[0])], set()).add(names[group])
    return found

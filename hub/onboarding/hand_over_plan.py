"""What a hand-over would move, counted and listed before anything is done."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from wagtail.coreutils import find_available_slug
from wagtail.models import Collection, Page, WorkflowState

from hub.onboarding.partnerships import house_model
from hub.ownership import HUB_KEY, Owner, Supporter, file_models, record_models
from hub.users import User


@dataclass(frozen=True)
class Move:
    """A page that gets another address, with all below it."""

    title: str
    pages: int
    before: str
    after: str


@dataclass
class HandOverPlan:
    """What goes to whom."""

    owner: Owner
    to: Owner
    houses: list[tuple[Any, Any]] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)

    @property
    def stays(self) -> bool:
        """Whether pages keep their addresses."""
        return self.to.key == HUB_KEY


def versions_of(owner: Owner) -> list:
    """The owner's page in every language."""
    pages = house_model()._default_manager
    keys = pages.filter(owning=owner).values("translation_key")
    versions = pages.filter(translation_key__in=keys)
    return list(versions.select_related("locale").order_by("pk"))


def plan_hand_over(owner: Owner, to: Owner) -> HandOverPlan:
    """What would happen; nothing is written."""
    plan = HandOverPlan(owner, to)
    houses, targets = versions_of(owner), versions_of(to)
    for house in houses:
        target = None
        if not plan.stays:
            target = next((page for page in targets if page.locale_id == house.locale_id), None)
            plan.moves.extend(_moves(house, target, to))
        plan.houses.append((house, target))
    plan.sentences = _counted(plan, houses)
    return plan


def _moves(house: Page, target: Page | None, to: Owner) -> list[Move]:
    """Where each page below the house would stand."""
    taken: set[str] = set()
    moves = []
    for child in house.get_children():
        slug = find_available_slug(target, child.slug) if target else child.slug
        number = 0
        while slug in taken:
            number += 1
            slug = f"{child.slug}-{number}"
        taken.add(slug)
        above = target.url_path if target else f"{house.get_parent().url_path}{to.key}/"
        pages = 1 + child.get_descendant_count()
        moves.append(Move(child.title, pages, _readable(child.url_path), _readable(above + slug)))
    return moves


def _readable(url_path: str) -> str:
    """The address without the home page's own part."""
    return "/" + url_path.strip("/").partition("/")[2] + "/"


def _counted(plan: HandOverPlan, houses: list[Page]) -> list[str]:
    """Numbers of all that changes hands, each as a sentence."""
    owner = plan.owner
    trees = [Page.objects.filter(path__startswith=house.path) for house in houses]
    keys = [key for tree in trees for key in tree.values_list("pk", flat=True)]
    waiting = WorkflowState.objects.active().filter(workflow=owner.workflow_id)
    people = User.objects.filter(groups__in=owner.groups).distinct()
    supporters = Supporter.objects.filter(group__page_permissions__page__in=keys).distinct()
    records = sum(m._default_manager.filter(community__in=keys).count() for m in record_models())
    files = sum(
        m._default_manager.filter(collection__in=_inside(owner.collection)).count()
        for m in file_models()
    )
    names = ", ".join(person.get_username() for person in people)
    sentences = [
        _("Pages: %(number)s, in %(languages)s languages") % {
            "number": len(keys), "languages": len(houses)
        },
        _("Pictures, documents and media: %(number)s") % {"number": files},
        _("Resources and needs: %(number)s") % {"number": records},
        _("Submitted pages that wait: %(number)s") % {"number": waiting.count()},
        _("People who keep their account and lose these rights: %(number)s")
        % {"number": people.count()} + (f" ({names})" if names else ""),
    ]  # fmt: skip
    if supporters:
        told = ", ".join(supporter.name for supporter in supporters)
        sentences.append(_("Supporters who stay with their communities: %(names)s") % {
            "names": told
        })  # fmt: skip
    return sentences


def _inside(collection: Collection | None):
    if collection is None:
        return Collection.objects.none()
    return Collection.objects.filter(path__startswith=collection.path)

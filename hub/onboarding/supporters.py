"""Supporters: groups with rights on chosen communities, and nothing else of their owners.

A community is its partnership's, so the partnership's editors say who supports it; the
coordinators may say it for all. New pages below a community and its sub-collections are covered
by the trees, records by their policy, translations by `hub.onboarding.following`.
"""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.text import slugify
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Page, get_page_models
from wagtail.permissions import page_permission_policy

from hub.onboarding.houses import hub_owner
from hub.onboarding.rights import (
    AUTHOR_ACTIONS,
    AUTHOR_PAGE_RIGHTS,
    allow_admin,
    allow_files,
    allow_pages,
    allow_records,
)
from hub.ownership import Supporter
from hub.pages import is_community_root
from hub.permissions import keeps_the_hub
from hub.transliteration import to_ascii

RIGHT_TO_CHOOSE_SUPPORTERS = "publish"


def all_communities() -> QuerySet[Page]:
    """Each community once: its page in the first language, or the one there is."""
    model = next(model for model in get_page_models() if is_community_root(model))
    is_first = Q(locale__language_code=settings.LANGUAGE_CODE)
    others = model.objects.filter(translation_key=OuterRef("translation_key"))
    earlier = others.filter(is_first | Q(pk__lt=OuterRef("pk")))
    return model.objects.filter(is_first | ~Exists(earlier)).order_by("title")


def communities_given_by(user) -> QuerySet[Page]:
    """The communities for which `user` chooses supporters."""
    if keeps_the_hub(user):
        return all_communities()
    own = page_permission_policy.instances_user_has_permission_for(user, RIGHT_TO_CHOOSE_SUPPORTERS)
    return all_communities().filter(pk__in=own.values("pk"))


def communities_of(supporter: Supporter) -> QuerySet[Page]:
    """The communities that the supporter has rights on."""
    rights = GroupPagePermission.objects.filter(group=supporter.group)
    return all_communities().filter(translation_key__in=rights.values("page__translation_key"))


def supporters_of(communities: QuerySet[Page]) -> list[tuple[Supporter, list[Page]]]:
    """All supporters, each with those of these communities that it writes for."""
    by_key = {community.translation_key: community for community in communities}
    rights = GroupPagePermission.objects.filter(page__translation_key__in=by_key)
    pairs = set(rights.values_list("group", "page__translation_key"))
    return [
        (
            supporter,
            [page for key, page in by_key.items() if (supporter.group_id, key) in pairs],
        )
        for supporter in Supporter.objects.all()
    ]


@transaction.atomic
def onboard_supporters(name: str, communities: Iterable[Page], group_name: str = "") -> Group:
    """The group of an organisation that writes for these communities and publishes nothing.

    Called again it has exactly these communities; the rights on others are gone.
    """
    supporter = Supporter.objects.filter(name=name).first()
    if supporter is None:
        group_name = group_name or f"{slugify(to_ascii(name))[:130]}: supporters"
        group = Group.objects.get_or_create(name=group_name)[0]
        supporter = Supporter.objects.create(name=name, group=group)
    let_support(supporter, communities)
    return supporter.group


@transaction.atomic
def let_support(supporter: Supporter, communities: Iterable[Page]) -> None:
    """Give the supporter's group its rights on exactly these communities, in every language."""
    group, shared = supporter.group, hub_owner().collection
    allow_admin(group)
    allow_records(group, AUTHOR_ACTIONS)
    communities = [community.specific for community in communities]
    keys = [community.translation_key for community in communities]
    collections = [community.collection for community in communities if community.collection]
    _take_away(group, keys, [shared, *collections])
    allow_files(group, shared, ("choose",))
    for collection in collections:
        allow_files(group, collection, (*AUTHOR_ACTIONS, "choose"))
    for community in communities:
        for version in community.get_translations(inclusive=True):
            allow_pages(group, version, AUTHOR_PAGE_RIGHTS)


def _take_away(group: Group, keys: list, collections: list) -> None:
    """Whatever is not about these communities and these collections."""
    pages = GroupPagePermission.objects.filter(group=group)
    pages.exclude(
        page__translation_key__in=keys, permission__codename__in=AUTHOR_PAGE_RIGHTS
    ).delete()
    files = GroupCollectionPermission.objects.filter(group=group)
    files.exclude(collection__in=collections).delete()


@transaction.atomic
def choose_for(user, supporter: Supporter, communities: Iterable[Page]) -> None:
    """Let the supporter have these of the communities that `user` decides on; keep the others."""
    decided = set(communities_given_by(user).values_list("translation_key", flat=True))
    kept = [c for c in communities_of(supporter) if c.translation_key not in decided]
    chosen = [c for c in communities if c.translation_key in decided]
    let_support(supporter, [*kept, *chosen])


@transaction.atomic
def dismiss(supporter: Supporter) -> None:
    """Let the organisation go: its people keep their accounts and lose its rights."""
    group = supporter.group
    supporter.delete()
    group.delete()

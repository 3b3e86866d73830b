"""What a person in the admin may see of pages and files that are not the own ones."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model, Q, QuerySet
from wagtail.models import Page
from wagtail.permissions import page_permission_policy, policy_registry

from hub.ownership import HUB_KEY, Owner
from hub.permissions import keeps_the_hub, pages_offered_to

User = Model | AnonymousUser
_ANY_RIGHT = ("view", "add", "change", "delete", "publish", "choose")


def has_a_right_on(user: User, page: Page) -> bool:
    """Whether `user` has any right on `page`; asks the database once a request."""
    if user.is_superuser:
        return True
    rights = page_permission_policy.get_cached_permissions_for_user(user)
    return any(page.path.startswith(right.page.path) for right in rights)


def may_see_page(user: User, pk: int) -> bool:
    """Whether the page is the user's own, stands above an own one, or its type says more."""
    policy = policy_registry.get_by_type(Page)
    if policy.explorable_instances(user).filter(pk=pk).exists():
        return True
    return Page.objects.get(pk=pk).specific.permissions_for_user(user).can_edit()


def may_choose_page(user: User, pk: int) -> bool:
    """Whether `user` may link to the page: it is an own one, or everybody can read it."""
    return pages_offered_to(user, Page.objects.filter(pk=pk)).exists()


def with_public_title(page: Page, user: User) -> Page:
    """The page; where it is not the user's own, without the title of an unpublished change."""
    if not has_a_right_on(user, page):
        page.draft_title = page.title
    return page


def files_seen_by(user: User, model: type[Model]) -> QuerySet:
    """The files of `model` that `user` may choose: the own ones and the hub's shared ones."""
    policy = policy_registry.get_by_type(model)
    own = policy.instances_user_has_any_permission_for(user, ["change", "delete", "choose"])
    if keeps_the_hub(user):
        return model.objects.all()
    shared = Owner.objects.filter(key=HUB_KEY).values("collection")
    return own | model.objects.filter(collection__in=shared)


def may_see(user: User, thing: Model) -> bool:
    """Whether `thing`, of whatever kind, is one that `user` has some right on."""
    if isinstance(thing, Page):
        return has_a_right_on(user, thing)
    policy = policy_registry.get_by_type(type(thing))
    return policy.user_has_any_permission_for_instance(user, _ANY_RIGHT, thing)


def colleagues(user: User) -> QuerySet:
    """The people whose names `user` may know: of the own house; who keeps the hub knows all."""
    people = get_user_model().objects.all()
    if keeps_the_hub(user):
        return people
    groups = user.groups.values("pk")
    houses = Owner.objects.filter(Q(authors__in=groups) | Q(editors__in=groups))
    shared = (
        Q(groups__in=groups)
        | Q(groups__in=houses.values("authors"))
        | Q(groups__in=houses.values("editors"))
    )
    return people.filter(pk__in=people.filter(shared).values("pk"))

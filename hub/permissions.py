"""Who keeps the hub itself; what an editor is offered of pages that are not the own ones."""

from django.db.models import QuerySet
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from hub.ownership import HUB_KEY, Owner

_ANY_RIGHT = ("add", "change", "publish", "lock", "unlock")


def pages_offered_to(user, pages: QuerySet[Page]) -> QuerySet[Page]:
    """Those of `pages` that `user` may link to: the own ones and everybody's public ones."""
    own = page_permission_policy.instances_user_has_any_permission_for(user, _ANY_RIGHT)
    public = Page.objects.live().public()
    return pages.filter(pk__in=own.values("pk")) | pages.filter(pk__in=public.values("pk"))


def keeps_the_hub(user) -> bool:
    """Whether `user` is a coordinator or an administrator; asked for once a request."""
    if not hasattr(user, "_keeps_the_hub"):
        is_coordinator = Owner.objects.filter(key=HUB_KEY, editors__user=user.pk)
        user._keeps_the_hub = user.is_superuser or is_coordinator.exists()
    return user._keeps_the_hub

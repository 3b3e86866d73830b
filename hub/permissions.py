"""What an editor is offered of the pages that are not the editor's own."""

from django.db.models import QuerySet
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

_ANY_RIGHT = ("add", "change", "publish", "lock", "unlock")


def pages_offered_to(user, pages: QuerySet[Page]) -> QuerySet[Page]:
    """Those of `pages` that `user` may link to: the own ones and everybody's public ones."""
    own = page_permission_policy.instances_user_has_any_permission_for(user, _ANY_RIGHT)
    public = Page.objects.live().public()
    return pages.filter(pk__in=own.values("pk")) | pages.filter(pk__in=public.values("pk"))

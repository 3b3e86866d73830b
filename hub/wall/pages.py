"""Views of pages: each first asks whether the page is one that the user may see at all."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from hub.permissions import keeps_the_hub
from hub.wall.sight import may_see_page

# What addresses call a page. The explorer is not asked: it leads to the own pages by itself.
_NAMES = ("page_id", "pk", "page_to_move_id", "destination_id")
_READING = (
    "history", "history_results", "revisions_compare", "revisions_view", "usage", "view_draft",
    "workflow_history", "workflow_history_detail",
)  # fmt: skip


def of_pages_seen(view):
    """`view`, refusing pages of which the user should not even learn the title."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        asked = [kwargs[name] for name in _NAMES if name in kwargs]
        known = Page.objects.filter(pk__in=asked).values_list("pk", flat=True)
        if not all(may_see_page(request.user, pk) for pk in known):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def read_by_keepers(view):
    """`view`, which shows and changes nothing, open to those who keep the hub."""

    @wraps(view)
    def opened(request, *args, **kwargs):
        request.user.reads_pages = request.method in ("GET", "HEAD") and keeps_the_hub(request.user)
        return view(request, *args, **kwargs)

    return opened


class WalledPageViewSet(PageViewSet):
    """Wagtail's views of pages, behind the wall; a page type's own viewset is a subclass."""

    model = Page

    def construct_view(self, view_class, **kwargs):
        return of_pages_seen(super().construct_view(view_class, **kwargs))

    def get_view_by_name(self, name):
        view = super().get_view_by_name(name)
        return read_by_keepers(view) if name in _READING else view

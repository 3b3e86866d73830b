"""Which views the admin has for pages of every type: one line for each that is not Wagtail's."""

from wagtail import hooks

from hub.moderation.editing import PageEditView
from hub.moderation.lock_views import ReasonedLockView
from hub.pace.explorer import PagedExplorerView, SetPositionView
from hub.wall.pages import WalledPageViewSet
from hub.wall.people import PageFilterSet


class HubPageViewSet(WalledPageViewSet):
    """Wagtail keeps one viewset a type, so all that differs stands here together."""

    edit_view_class = PageEditView
    index_view_class = PagedExplorerView
    lock_view_class = ReasonedLockView
    filterset_class = PageFilterSet
    set_page_position_view_class = SetPositionView


@hooks.register("register_admin_viewset")
def views_of_pages():
    return HubPageViewSet()

"""Which views the admin has for pages of every type: one line for each that is not Wagtail's."""

from wagtail import hooks

from hub.desk.explorer import DescribedExplorerView
from hub.desk.filters import PageFilters
from hub.moderation.editing import PageEditView
from hub.moderation.lock_views import ReasonedLockView
from hub.pace.explorer import SetPositionView
from hub.wall.pages import WalledPageViewSet


class HubPageViewSet(WalledPageViewSet):
    """Wagtail keeps one viewset a type, so all that differs stands here together."""

    edit_view_class = PageEditView
    index_view_class = DescribedExplorerView
    lock_view_class = ReasonedLockView
    filterset_class = PageFilters
    set_page_position_view_class = SetPositionView


@hooks.register("register_admin_viewset")
def views_of_pages():
    return HubPageViewSet()

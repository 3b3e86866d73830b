"""Registers what the kernel adds to the admin."""

from django.core.exceptions import PermissionDenied
from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from hub.permissions import pages_offered_to
from hub.viewsets import ThemeViewSet

register_snippet(ThemeViewSet)


@hooks.register("insert_global_admin_css")
def hub_colours():
    """Wagtail's admin in the hub's colours."""
    return format_html('<link rel="stylesheet" href="{}">', static("hub/css/admin.css"))


@hooks.register("construct_page_chooser_queryset")
def offer_own_and_public_pages(pages, request):
    return pages_offered_to(request.user, pages)


@hooks.register("before_move_page")
def refuse_where_it_may_not_go(request, page, destination):
    """Wagtail asks only when it moves; before that it shows the titles of any two pages."""
    if not page.permissions_for_user(request.user).can_move_to(destination):
        raise PermissionDenied

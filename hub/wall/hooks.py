"""Registers the wall. Its addresses are in `hub.wall.urls`."""

from django.core.exceptions import PermissionDenied
from wagtail import hooks
from wagtail.models import Page
from wagtail.permissions import register_permission_policy

from hub.permissions import pages_offered_to
from hub.wall import files
from hub.wall.policy import HubPagePermissionPolicy
from hub.wall.sight import files_seen_by

register_permission_policy(Page, HubPagePermissionPolicy(Page))


@hooks.register("construct_page_chooser_queryset")
def offer_own_and_public_pages(pages, request):
    return pages_offered_to(request.user, pages)


@hooks.register("construct_media_chooser_queryset")
def offer_own_and_shared_recordings(recordings, request):
    return files_seen_by(request.user, recordings.model).order_by(*recordings.query.order_by)


@hooks.register("before_move_page")
def refuse_where_it_may_not_go(request, page, destination):
    """Wagtail asks only when it moves; before that it shows the titles of any two pages."""
    if not page.permissions_for_user(request.user).can_move_to(destination):
        raise PermissionDenied


@hooks.register("construct_admin_api", order=1)  # after Wagtail's own, in whose place they come
def only_own_files(router):
    router.register_endpoint("images", files.OwnImagesAPIViewSet)
    router.register_endpoint("documents", files.OwnDocumentsAPIViewSet)

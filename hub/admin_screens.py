"""What the admin's own screens and menu entries have in common."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.views.generic import View
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class Screen(WagtailAdminTemplateMixin):
    """A screen whose head says what it is, and about whom or what."""

    def get_breadcrumbs_items(self):
        here = {"label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*super().get_breadcrumbs_items(), {"url": "", **here}]


class ReservedView(View):
    """Open to some people; others learn nothing, not even what is missing."""

    is_open_to: Callable  # a function of the user, as a static method

    def dispatch(self, request, *args, **kwargs):
        if not self.is_open_to(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class ReservedMenuItem(MenuItem):
    """An entry shown to those whom `is_open_to` names."""

    def __init__(self, *args, is_open_to: Callable, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_open_to = is_open_to

    def is_shown(self, request):
        return self.is_open_to(request.user)

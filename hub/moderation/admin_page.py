"""What the admin's screens about one page have in common."""

from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class AboutPageView(WagtailAdminTemplateMixin, TemplateView):
    """A screen that says in its head what it is and about which page."""

    def get_breadcrumbs_items(self):
        here = {"label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*super().get_breadcrumbs_items(), {"url": "", **here}]

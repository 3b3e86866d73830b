"""What the admin's screens of accounts have in common."""

from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class Screen(WagtailAdminTemplateMixin):
    """A screen whose head says what it is, and about whom."""

    def get_breadcrumbs_items(self):
        here = {"label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*super().get_breadcrumbs_items(), {"url": "", **here}]

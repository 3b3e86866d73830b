"""What the rights in Wagtail's tree allow with a page of the hub, where Wagtail allows more."""

from wagtail.models import PagePermissionTester


class HubPagePermissionTester(PagePermissionTester):
    """Who keeps the hub reads drafts and histories of all pages.

    Wagtail shows them to those who may edit or publish; `reads_pages` is set on the user while
    such a view answers (`hub.wall.pages`).
    """

    def can_edit(self):
        return super().can_edit() or getattr(self.user, "reads_pages", False)

    def can_publish(self):
        return super().can_publish() or getattr(self.user, "reads_pages", False)

"""What the rights in Wagtail's tree allow with a page of the hub, where Wagtail allows more."""

from wagtail.models import PagePermissionTester


class HubPagePermissionTester(PagePermissionTester):
    """Who may publish without changing – the coordinators, in the partnerships – approves only.

    Wagtail asks for the right to publish of whoever approves; with it come these.
    """

    def _changes(self) -> bool:
        return self.user.is_superuser or not {"add", "change"}.isdisjoint(self.permissions)

    def can_unpublish(self):
        return self._changes() and super().can_unpublish()

    def can_set_view_restrictions(self):
        return self._changes() and super().can_set_view_restrictions()

    def can_unschedule(self):
        return self._changes() and super().can_unschedule()

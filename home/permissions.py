"""Rights on the home page itself: one given in the tree would reach every page below it."""

from hub.wall.rights import HubPagePermissionTester


class HomePagePermissionTester(HubPagePermissionTester):
    """Whoever has the right to change home pages edits and publishes one, and nothing below it.

    It can be neither taken back nor moved nor deleted with that: the site would be gone.
    """

    def __init__(self, user, page):
        super().__init__(user, page)
        self.keeps_home = (
            user.is_active and not user.is_superuser and user.has_perm("home.change_homepage")
        )
        if self.keeps_home:
            self.permissions |= {"change", "publish"}

    def can_delete(self, ignore_bulk=False):
        return not self.keeps_home and super().can_delete(ignore_bulk)

    def can_unpublish(self):
        return not self.keeps_home and super().can_unpublish()

    def can_move(self):
        return not self.keeps_home and super().can_move()

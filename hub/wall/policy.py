"""The tree of pages as each person may walk through it."""

from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from hub.permissions import keeps_the_hub


class HubPagePermissionPolicy(PagePermissionPolicy):
    """Wagtail's own; who keeps the hub walks through all of the tree, and changes no more of it."""

    def explorable_instances(self, user):
        return Page.objects.all() if keeps_the_hub(user) else super().explorable_instances(user)

    def explorable_root_instance(self, user):
        if keeps_the_hub(user):
            return Page.get_first_root_node()
        return super().explorable_root_instance(user)

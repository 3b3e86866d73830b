"""Who may do what with a community's records: who may do it with the community's page."""

from django.db.models import Q, QuerySet
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import page_permission_policy

from communities.community_pages import CommunityPage

# What a record's action asks of the community's page.
_PAGE_ACTION = {"publish": "publish", "delete": "publish"}


def communities_editable_by(user, action: str = "change") -> QuerySet[CommunityPage]:
    """The communities in whose tree `user` may do `action` with records."""
    pages = page_permission_policy.instances_user_has_permission_for(
        user, _PAGE_ACTION.get(action, "change")
    )
    return CommunityPage.objects.filter(Q(pk__in=pages.values("pk")))


def can_edit_records_of(user, community: Page, action: str = "change") -> bool:
    """Whether `user` may do `action` with records of `community`."""
    return communities_editable_by(user, action).filter(pk=community.pk).exists()


class RecordPermissionPolicy(ModelPermissionPolicy):
    """The right on the kind of record, and on the community it belongs to."""

    def user_has_permission_for_instance(self, user, action, instance):
        return self.user_has_any_permission_for_instance(user, [action], instance)

    def user_has_any_permission_for_instance(self, user, actions, instance):
        return any(
            self.user_has_permission(user, action)
            and can_edit_records_of(user, instance.community, action)
            for action in actions
        )

    def instances_user_has_any_permission_for(self, user, actions):
        allowed = [action for action in actions if self.user_has_permission(user, action)]
        if not allowed:
            return self.model.objects.none()
        if user.is_superuser:
            return self.model.objects.all()
        communities = Q()
        for action in allowed:
            communities |= Q(community__in=communities_editable_by(user, action).values("pk"))
        return self.model.objects.filter(communities)

    def instances_user_has_permission_for(self, user, action):
        return self.instances_user_has_any_permission_for(user, [action])

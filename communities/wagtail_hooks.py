"""Registers what this app adds to the admin."""

from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from communities import first_steps  # noqa: F401 – registers itself
from communities.permissions import RecordPermissionPolicy
from communities.records import Need, Resource
from communities.viewsets import RecordDeleteBulkAction, RecordsGroup

# Before anything asks for the policy.
register_permission_policy(Resource, RecordPermissionPolicy(Resource))
register_permission_policy(Need, RecordPermissionPolicy(Need))

register_snippet(RecordsGroup)

# After Wagtail's own, in whose place it comes.
hooks.register("register_bulk_action", RecordDeleteBulkAction, order=1)

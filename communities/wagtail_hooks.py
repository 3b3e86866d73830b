"""Registers what this app adds to the admin."""

from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from communities.permissions import RecordPermissionPolicy
from communities.records import Need, Resource
from communities.viewsets import RecordsGroup

# Before anything asks for the policy.
register_permission_policy(Resource, RecordPermissionPolicy(Resource))
register_permission_policy(Need, RecordPermissionPolicy(Need))

register_snippet(RecordsGroup)

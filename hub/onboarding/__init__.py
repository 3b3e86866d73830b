"""How owners, their pages and their people come into the hub, and leave it."""

from hub.onboarding.community_files import ensure_community_collection, take_collection_along
from hub.onboarding.following import follow_to_translation
from hub.onboarding.houses import (
    COORDINATORS,
    hub_owner,
    mend_hub,
    onboard_owner,
    onboard_page,
    onboard_shared_page,
)
from hub.onboarding.rights import allow_pages, allow_shared_records
from hub.onboarding.supporters import onboard_supporters

__all__ = [
    "COORDINATORS",
    "allow_pages",
    "allow_shared_records",
    "ensure_community_collection",
    "follow_to_translation",
    "hub_owner",
    "mend_hub",
    "onboard_owner",
    "onboard_page",
    "onboard_shared_page",
    "onboard_supporters",
    "take_collection_along",
]

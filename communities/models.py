"""Partnerships, communities, solutions and what communities have and need."""

from communities.community_pages import CommunityPage
from communities.index_pages import PartnershipIndexPage, ResourceIndexPage, SolutionIndexPage
from communities.partnership_pages import PartnershipPage
from communities.records import Need, Resource
from communities.solution_pages import SolutionPage

__all__ = [
    "CommunityPage",
    "Need",
    "PartnershipIndexPage",
    "PartnershipPage",
    "Resource",
    "ResourceIndexPage",
    "SolutionIndexPage",
    "SolutionPage",
]

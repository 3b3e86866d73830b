"""The tree can only be grown the right way."""

import pytest
from django.apps import apps

from communities.models import CommunityPage, PartnershipPage, SolutionPage
from events.models import EventPage
from home.models import HomePage, NewsPage, StandardPage
from hub.pages import HubPage
from stories.models import StoryPage
from toolkit.models import GuidePage, MethodPage

BELOW = {
    PartnershipPage: {
        CommunityPage, MethodPage, GuidePage, StoryPage, EventPage, NewsPage, StandardPage,
    },
    CommunityPage: {SolutionPage, StoryPage, EventPage},
    SolutionPage: set(),
    StoryPage: set(),
    MethodPage: set(),
    GuidePage: set(),
    EventPage: set(),
    NewsPage: set(),
    StandardPage: {StandardPage},
}  # fmt: skip


@pytest.mark.parametrize("parent", BELOW, ids=lambda model: model.__name__)
def test_only_these_pages_can_be_made_below(parent):
    assert set(parent.allowed_subpage_models()) == BELOW[parent]


def test_each_list_gathers_below_the_home_page_once():
    lists = [model for model in HomePage.allowed_subpage_models() if model is not StandardPage]

    assert len(lists) == 7
    assert all(model.max_count_per_parent == 1 for model in lists)


def test_every_page_type_is_a_hub_page():
    ours = {"home", "communities", "stories", "toolkit", "events"}
    pages = [
        model
        for model in apps.get_models()
        if model._meta.app_label in ours and hasattr(model, "content_panels")
    ]

    assert len(pages) == 17
    assert [page for page in pages if not issubclass(page, HubPage)] == []

"""Each field of a page or record is translated, or follows the original, on purpose."""

from uuid import uuid4

import pytest
from django.apps import apps
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.fields import TranslatableField, get_translatable_fields
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from home.models import StandardPage
from hub.pages import HubPage

pytestmark = pytest.mark.once

# What every page has. Slugs are translated, so that addresses speak the reader's language.
WORDS = "lead_image_alt search_description seo_title slug sources summary title"
FACTS = "audience is_example lead_image licence review_by show_in_menus themes"
POINT = "latitude longitude municipality point_precision"
# Words that are translated | what follows the original.
DECIDED = {
    "home.HomePage": "claim strips |",
    "home.StandardPage": "body |",
    "home.NewsIndexPage": "|",
    "home.NewsPage": "body | date",
    "communities.PartnershipIndexPage": "introduction |",
    "communities.SolutionIndexPage": "|",
    "communities.ResourceIndexPage": "|",
    "communities.PartnershipPage": "body facts founded legal_name role seat supporters territory"
    " | email logo municipalities owning phone website",
    "communities.CommunityPage": "organisations parish recognitions residents_note story"
    f" | key kind leader_consent leader_name municipality_before place residents_number"
    f" residents_year website {POINT}",
    "communities.SolutionPage": "adopted_by barriers body contacts costs first_steps lessons"
    " methods_used minimum_start parish place results situation steps support_sought"
    " takeover_conditions what_was_done"
    " | author_name covers_whole_community is_ongoing kind people_involved resources_used"
    f" reviewed_on stage video volunteer_hours year_from year_to {POINT}",
    "communities.Resource": "accessibility conditions description name parish photo_alt"
    " | availability community expire_at first_published_at go_live_at kind last_confirmed"
    f" owner_organisation photo place visibility {POINT}",
    "communities.Need": "text | community priority solution status theme votes workshop",
    "stories.StoryIndexPage": "|",
    "stories.StoryPage": "body description_note parish"
    f" | consent_confirmed external_url place solution speaker_language video year {POINT}",
    "toolkit.ToolkitIndexPage": "introduction |",
    "toolkit.GuidePage": "introduction lessons | material_kind",
    "toolkit.MethodPage": "aim materials online_variant outcome pitfalls preparation steps"
    " templates tips used_by"
    " | cost_level difficulty duration_minutes duration_minutes_max group_size_max"
    " group_size_min participation_level phase",
    "events.EventIndexPage": "|",
    "events.EventPage": "agenda body minutes_after organiser parish place programme_files"
    " | capacity ends_at has_waitlist is_all_day kind online_url registration registration_url"
    f" starts_at time_zone {POINT}",
}


def translatable_models() -> list[type]:
    return [
        model
        for model in apps.get_models()
        if issubclass(model, TranslatableMixin) and not model._meta.app_label.startswith("wagtail")
    ]


def test_what_can_be_translated_is_decided_here():
    assert {model._meta.label for model in translatable_models()} == set(DECIDED)


@pytest.mark.parametrize("model", translatable_models(), ids=lambda model: model.__name__)
def test_each_field_is_translated_or_follows_the_original_as_decided(model):
    words, facts = (set(part.split()) for part in DECIDED[model._meta.label].split("|"))
    if issubclass(model, HubPage):
        words, facts = words | set(WORDS.split()), facts | set(FACTS.split())
    fields = get_translatable_fields(model)
    translated = {f.field_name for f in fields if isinstance(f, TranslatableField)}

    assert translated == words
    assert {f.field_name for f in fields} - translated == facts


@pytest.mark.parametrize("model", translatable_models(), ids=lambda model: model.__name__)
def test_no_field_is_left_out_by_chance(model):
    """wagtail-localize leaves out lists of things that no rule names."""
    known = {f.field_name for f in get_translatable_fields(model)}
    wagtails = {field.name for field in Page._meta.get_fields()} | {"page_ptr"}
    own = {field.name for field in model._meta.get_fields() if getattr(field, "editable", False)}
    if issubclass(model, Page):
        own -= wagtails
    assert own - known <= {"id"}


def _items(*values) -> list[dict]:
    return [{"type": "item", "value": value, "id": str(uuid4())} for value in values]


@pytest.mark.django_db
def test_cells_captions_and_words_beside_pictures_are_translated():
    page = StandardPage(title="Cenas")
    table = {"caption": "Cenrādis", "first_row_is_header": True}
    table["rows"] = _items(
        {"cells": _items("Kas", "Cik")},
        {"cells": _items("Zupa", "2 eiro")},
    )
    page.body = [
        {"type": "text", "value": "<p>Par <b>cenām</b>.</p>", "id": "a"},
        {"type": "table", "value": table, "id": "b"},
    ]
    words = {s.string.data for s in extract_segments(page) if isinstance(s, StringSegmentValue)}

    assert {"Par <b>cenām</b>.", "Cenrādis", "Kas", "Cik", "Zupa", "2 eiro"} <= words

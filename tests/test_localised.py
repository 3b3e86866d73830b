"""Pages that an editor chose are shown in the reader's language, at the price of one query."""

import pytest

from hub.localised import localised
from tests import factories

pytestmark = pytest.mark.django_db

REQUIRED = {"phase": "needs", "aim": "Thanks.", "duration_minutes": 60}


@pytest.fixture
def methods(lists):
    return [factories.make_method(lists["toolkit-index"], title) for title in ("Karte", "Balva")]


@pytest.fixture
def in_english(lists, methods):
    home = factories.translated(lists["toolkit-index"].get_parent().specific, title="KOPA")
    toolkit = factories.translated(lists["toolkit-index"], home, title="Toolkit")
    return factories.translated(methods[1], toolkit, title="Award", **REQUIRED)


def titles(pages, language):
    return [page.title for page in localised([page.pk for page in pages], language)]


def test_pages_come_in_the_order_they_were_chosen(methods):
    assert titles(methods, "lv") == ["Karte", "Balva"]
    assert titles(reversed(methods), "lv") == ["Balva", "Karte"]


def test_what_is_not_told_in_the_language_stays_in_its_own(methods, in_english):
    assert titles(methods, "en") == ["Karte", "Award"]


def test_a_translation_leads_to_its_original_too(methods, in_english):
    assert titles([in_english], "lv") == ["Balva"]


def test_a_draft_of_a_translation_does_not_count(methods, in_english):
    in_english.unpublish()
    assert titles(methods, "en") == ["Karte", "Balva"]


def test_what_is_no_longer_public_is_left_out(methods, in_english):
    methods[1].unpublish()
    assert titles(methods, "en") == ["Karte"]


def test_any_number_takes_one_query(methods, django_assert_num_queries):
    with django_assert_num_queries(1):
        titles(methods, "en")


def test_a_solution_names_its_methods_in_its_own_language(lists, methods):
    solution = factories.make_solution(
        lists["solution-index"], methods_used=[("page", page) for page in methods]
    )
    assert [page.title for page in solution.methods] == ["Karte", "Balva"]


def test_a_story_leads_to_its_solution_in_its_own_language(lists):
    solution = factories.make_solution(lists["solution-index"], title="Taka")
    story = factories.make_story(lists["story-index"], solution=solution)
    assert story.told_solution.title == "Taka"

    home = factories.translated(lists["solution-index"].get_parent().specific, title="KOPA")
    shelf = factories.translated(lists["solution-index"], home, title="Solutions")
    factories.translated(solution, shelf, title="Trail")
    stories = factories.translated(lists["story-index"], home, title="Stories")
    assert factories.translated(story, stories, solution=solution).told_solution.title == "Trail"


def test_a_story_does_not_lead_to_a_solution_that_is_not_public(lists):
    solution = factories.make_solution(lists["solution-index"], live=False)
    story = factories.make_story(lists["story-index"], solution=solution)
    assert story.told_solution is None


def test_who_used_a_method_or_did_the_same_is_named_in_the_reader_s_language(lists, babite):
    home = factories.translated(lists["solution-index"].get_parent().specific, title="KOPA")
    shelf = factories.translated(lists["solution-index"], home, title="Solutions")
    trail = factories.make_solution(lists["solution-index"], title="Taka")
    factories.translated(trail, shelf, title="Trail")
    draft = factories.make_solution(lists["solution-index"], live=False)

    used_by = [("used_by", {"page": page, "note": "rudenī"}) for page in (trail, draft)]
    method = factories.make_method(lists["toolkit-index"], used_by=used_by)
    toolkit = factories.translated(lists["toolkit-index"], home, title="Toolkit")
    in_english = factories.translated(method, toolkit, used_by=used_by, **REQUIRED)
    assert [use["page"].title for use in method.uses] == ["Taka"]
    assert [(use["page"].title, use["note"]) for use in in_english.uses] == [("Trail", "rudenī")]

    adopted_by = [
        ("adoption", {"name": "Kaimiņi", "url": "", "page": page}) for page in (trail, None)
    ]
    bridge = factories.make_solution(lists["solution-index"], adopted_by=adopted_by)
    same = factories.translated(bridge, shelf, title="Bridge", adopted_by=adopted_by).adoptions
    assert [(who["name"], who["page"] and who["page"].title) for who in same] == [
        ("Kaimiņi", "Trail"),
        ("Kaimiņi", None),
    ]

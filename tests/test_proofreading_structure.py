"""What is missing, empty, out of order or does not add up in pages and blocks is found."""

import pytest

from communities.models import Resource, SolutionPage
from communities.proofs import costs_have_a_year, photo_has_words
from hub.blocks import BodyBlock, OrganisationBlock, ResultBlock
from hub.proofreading.reading import Subject, blocks_in
from hub.proofreading.structure import faults_of_part, faults_of_structure
from stories.models import StoryPage
from toolkit.blocks import LessonBlock
from toolkit.models import MethodPage
from toolkit.proofs import steps_add_up

pytestmark = pytest.mark.once

TEXT = {"type": "text", "value": "<p>Ciemā ir dīķis.</p>"}


def heading(text, level="h2"):
    return {"type": "heading", "value": {"text": text, "level": level, "anchor": ""}}


def picture(**said):
    image = {"image": 7, "decorative": False, "alt_text": "", **said}
    return {"type": "figure", "value": {"image": image, "caption": "", "credit": ""}}


def found(block, raw):
    return [
        (fault.rule.slug, fault.path)
        for part in blocks_in(block, raw, "body", "lv")
        for fault in faults_of_part(part)
    ]


def in_body(*items):
    return found(BodyBlock(), list(items))


def test_whole_text_is_left_alone():
    assert (
        in_body(heading("Sākums"), TEXT, heading("Daļa", "h3"), TEXT, heading("Gals"), TEXT) == []
    )


def test_section_right_above_its_part_is_not_empty():
    assert in_body(heading("Sākums"), heading("Daļa", "h3"), TEXT) == []


@pytest.mark.parametrize(
    "items",
    [
        [heading("Tukša"), heading("Nākamā"), TEXT],
        [heading("Tukša")],
        [heading("A"), heading("Tukša", "h3"), heading("B"), TEXT],
    ],
)
def test_heading_with_nothing_under_it_is_found(items):
    position = next(i for i, item in enumerate(items, 1) if item["value"]["text"] == "Tukša")
    assert in_body(*items) == [("empty", f"body/{position}")]


def test_part_without_a_section_above_it_is_found():
    assert in_body(TEXT, heading("Daļa", "h3"), TEXT) == [("headings", "body/2")]


def test_block_in_which_nothing_is_said_is_found():
    empty = {"type": "callout", "value": {"kind": "tip", "title": "", "text": "<p></p>"}}
    assert in_body(TEXT, empty) == [("empty", "body/2")]


def test_empty_paragraph_between_others_is_found():
    text = {"type": "text", "value": "<p>Viens.</p><p> </p><p>Divi.</p>"}
    assert in_body(text) == [("empty", "body/1")]


def test_empty_line_of_a_list_is_found_but_an_empty_cell_is_none():
    checklist = {"title": "", "items": [{"type": "item", "value": "Telpa"}, "", "Tēja"]}
    assert in_body({"type": "checklist", "value": checklist}) == [("empty", "body/1/items/2")]
    table = {"caption": "Darbi", "rows": [{"type": "item", "value": {"cells": ["Telpa", ""]}}]}
    assert in_body({"type": "table", "value": table}) == []


def test_picture_needs_words_unless_it_is_a_decoration():
    assert in_body(picture()) == [("alt", "body/1/image")]
    assert in_body(picture(alt_text="Seši cilvēki krāso soliņu.")) == []
    assert in_body(picture(decorative=True)) == []


def test_number_of_a_result_needs_a_unit():
    assert found(ResultBlock(), {"number": "70", "unit": "", "text": "uzstādītas"}) == [
        ("units", "body/unit")
    ]
    assert found(ResultBlock(), {"number": "70", "unit": "norādes", "text": "uzstādītas"}) == []
    assert found(ResultBlock(), {"number": None, "unit": "", "text": "Ciems zināms."}) == []


def test_name_of_an_organisation_is_quoted_and_its_role_is_not():
    raw = {"name": "LEADER Network", "role": "kopj taku", "url": "", "email": "", "phone": ""}
    quoted = {p.path: p.is_quoted for p in blocks_in(OrganisationBlock(), raw, "x", "lv")}
    assert quoted["x/name"] and not quoted["x/role"]


# Lessons and methods


def lesson(questions=(), minutes=15, words=10):
    return {
        "title": "Pirmā", "minutes": minutes, "aim": "Protat sākt.", "checklist": [],
        "body": [{"type": "text", "value": f"<p>{'vārds ' * words}</p>"}],
        "questions": list(questions),
    }  # fmt: skip


def question(is_correct=True, explanation="Tā ir."):
    option = {"text": "Jā", "is_correct": is_correct, "explanation": explanation}
    other = {"text": "Nē", "is_correct": False, "explanation": "Tā nav."}
    return {"question": "Vai sākam?", "options": [option, other]}


@pytest.mark.parametrize("number", [0, 3])
def test_lesson_asks_nothing_or_three_questions(number):
    assert found(LessonBlock(), lesson([question()] * number)) == []


def test_quiz_of_two_questions_is_found():
    assert found(LessonBlock(), lesson([question()] * 2)) == [("quiz", "body/questions")]


@pytest.mark.parametrize("wrong", [question(is_correct=False), question(explanation="")])
def test_question_without_right_answer_or_reason_is_found(wrong):
    raw = lesson([question(), wrong, question()])
    assert found(LessonBlock(), raw) == [("quiz", "body/questions/2")]


def test_lesson_too_long_for_its_minutes_is_found():
    assert found(LessonBlock(), lesson(minutes=2, words=500)) == [("minutes", "body/minutes")]
    assert found(LessonBlock(), lesson(minutes=4, words=500)) == []


@pytest.mark.parametrize(
    ("shortest", "longest", "expected"),
    [(45, None, []), (30, 60, []), (50, None, ["[45] 50–50"]), (20, 40, ["[45] 20–40"])],
)
def test_steps_add_up_to_the_minutes_of_a_method(shortest, longest, expected):
    steps = [("step", {"minutes": m, "title": "Solis", "text": ""}) for m in (15, 30)]
    method = MethodPage(duration_minutes=shortest, duration_minutes_max=longest, steps=steps)
    assert [fault.words for fault in steps_add_up(method)] == expected


# Pages and records


def slugs_of(page):
    return [fault.rule.slug for fault in faults_of_structure(Subject(page, "hub", "lv", "/x/"))]


@pytest.fixture
def solution(db):
    return SolutionPage(title="Taka", summary="Ciema taka.")


def test_page_without_a_summary_is_found(solution):
    solution.sources = [("source", {"title": "Druva", "url": "", "note": ""})]
    assert slugs_of(solution) == []
    solution.summary = " "
    assert slugs_of(solution) == ["summary"]


def test_solution_needs_a_source_unless_it_is_made_up(solution):
    assert slugs_of(solution) == ["sources"]
    solution.is_example = True
    assert slugs_of(solution) == []


@pytest.mark.django_db
def test_story_needs_a_source_if_it_is_shown_elsewhere():
    story = StoryPage(title="Stāsts", summary="Ciema stāsts.")
    assert slugs_of(story) == []
    story.external_url = "https://example.org/"
    assert slugs_of(story) == ["sources"]


def test_cost_needs_the_year_of_the_solution_or_of_its_note():
    cost = {"amount": "2896", "source": "LEADER", "note": ""}
    assert len(list(costs_have_a_year(SolutionPage(costs=[("cost", cost)])))) == 1
    assert list(costs_have_a_year(SolutionPage(costs=[("cost", cost)], year_to=2021))) == []
    noted = {**cost, "note": "2021. gada līgums"}
    assert list(costs_have_a_year(SolutionPage(costs=[("cost", noted)]))) == []


def test_photograph_of_a_resource_needs_words():
    assert len(list(photo_has_words(Resource(name="Zāle", photo_id=1)))) == 1
    assert list(photo_has_words(Resource(name="Zāle", photo_id=1, photo_alt="Zāle."))) == []
    assert list(photo_has_words(Resource(name="Zāle"))) == []

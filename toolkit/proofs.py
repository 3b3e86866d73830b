"""What a method or lesson must hold to be true: minutes that add up, a quiz that teaches."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from hub.proofreading.rules import Fault, rule

MINUTES = rule(
    "minutes",
    _("Minutes that do not add up"),
    _("Whoever holds it plans the evening by them."),
    _("Make the steps add up to the minutes given, and a lesson long enough to read it."),
)
QUIZ = rule(
    "quiz",
    _("Quiz that is not whole"),
    _("Three questions show whether the lesson was understood; each answer says why."),
    _("Ask three questions, mark the right answer and explain every one."),
)
QUESTIONS = 3
WORDS_A_MINUTE = 150  # of somebody who reads slowly and looks up


def steps_add_up(method: Any) -> Iterator[Fault]:
    """The steps take as long as the method says."""
    shortest = method.duration_minutes or 0
    longest = method.duration_minutes_max or shortest
    if method.steps and not shortest <= method.minutes_of_steps <= longest:
        yield Fault(MINUTES, "steps", f"[{method.minutes_of_steps}] {shortest}–{longest}")


def lesson_can_be_read(lesson: Any) -> Iterator[Fault]:
    """The minutes of a lesson are enough to read it."""
    said = lesson["body"].stream_block.get_searchable_content(lesson["body"])
    needed = sum(len(str(text).split()) for text in said) // WORDS_A_MINUTE
    if needed > (lesson["minutes"] or 0):
        yield Fault(MINUTES, "minutes", f"[{lesson['minutes']}] < {needed}")


def quiz_is_whole(lesson: Any) -> Iterator[Fault]:
    """If a lesson asks, it asks three questions, each with a right answer and reasons."""
    questions = lesson["questions"]
    if len(questions) not in (0, QUESTIONS):
        yield Fault(QUIZ, "questions", f"{lesson['title']} [{len(questions)}]")
    for position, question in enumerate(questions, 1):
        options = question["options"]
        is_explained = all(option["explanation"].strip() for option in options)
        if not is_explained or not any(option["is_correct"] for option in options):
            yield Fault(QUIZ, f"questions/{position}", f"[{question['question']}]")

"""Blocks of methods and lessons: materials, timed steps, quizzes."""

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from hub.blocks import LessonBodyBlock
from hub.blocks.text import TextBlock
from hub.transliteration import to_ascii
from toolkit.proofs import lesson_can_be_read, quiz_is_whole


class MaterialBlock(blocks.StructBlock):
    """One thing to bring, with how much of it ten people need."""

    item = blocks.CharBlock(label=_("What"), max_length=120)
    quantity = blocks.CharBlock(label=_("How much for ten people"), required=False, max_length=80)

    class Meta:
        icon = "list-ul"
        label = _("Material")
        description = _("One thing to bring and how much of it")
        template = "blocks/material.html"
        preview_value = {"item": "A1 papīra lapas", "quantity": "6"}


class TimedStepBlock(blocks.StructBlock):
    """One step of a method with its minutes."""

    minutes = blocks.IntegerBlock(label=_("Minutes"), min_value=1, max_value=2000)
    title = blocks.CharBlock(label=_("Step"), max_length=120)
    text = TextBlock(label=_("What happens"), required=False)

    class Meta:
        icon = "time"
        label = _("Step")
        description = _("One step of the method with its minutes")
        template = "blocks/timed_step.html"
        preview_value = {"minutes": 15, "title": "Iepazīšanās", "text": "<p>Katrs saka vārdu.</p>"}


class UsedByBlock(blocks.StructBlock):
    """A community or solution that used the method."""

    page = blocks.PageChooserBlock(
        label=_("Community or solution"),
        page_type=["communities.CommunityPage", "communities.SolutionPage"],
    )
    note = blocks.CharBlock(label=_("How"), required=False, max_length=250)

    class Meta:
        icon = "home"
        label = _("Used by")
        description = _("A community of the hub that used the method")
        template = "blocks/used_by.html"
        preview_value = {"page": None, "note": "2019. gada septembrī"}


class OptionBlock(blocks.StructBlock):
    """One answer to choose, with its explanation."""

    text = blocks.CharBlock(label=_("Answer"), max_length=200)
    is_correct = blocks.BooleanBlock(label=_("Right"), required=False)
    explanation = blocks.CharBlock(label=_("Why"), max_length=300)

    class Meta:
        icon = "tick"
        label = _("Answer")


class QuestionBlock(blocks.StructBlock):
    """A question whose answers explain themselves."""

    question = blocks.CharBlock(label=_("Question"), max_length=250)
    options = blocks.ListBlock(OptionBlock(), label=_("Answers"), min_num=2, max_num=5)

    def clean(self, value):
        value = super().clean(value)
        if not any(option["is_correct"] for option in value["options"]):
            raise blocks.StructBlockValidationError(
                {"options": ValidationError(_("Mark the right answer."))}
            )
        return value

    class Meta:
        icon = "help"
        label = _("Question")


class LessonValue(blocks.StructValue):
    """A lesson that knows its anchor."""

    @cached_property
    def id(self) -> str:
        return slugify(to_ascii(self.get("title", "")))


class LessonBlock(blocks.StructBlock):
    """One lesson of a guide."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    minutes = blocks.IntegerBlock(label=_("Minutes"), min_value=1, max_value=600)
    aim = blocks.CharBlock(
        label=_("Aim"), max_length=250, help_text=_("What people can do after the lesson.")
    )
    body = LessonBodyBlock(label=_("Text"))
    checklist = blocks.ListBlock(
        blocks.CharBlock(label=_("Item"), max_length=200), label=_("Checklist"), default=[]
    )
    questions = blocks.ListBlock(QuestionBlock(), label=_("Questions"), default=[])

    proofs = (quiz_is_whole, lesson_can_be_read)

    class Meta:
        icon = "openquote"
        label = _("Lesson")
        description = _("A lesson with its aim, text, checklist and questions")
        template = "blocks/lesson.html"
        value_class = LessonValue
        preview_value = {
            "title": "Kā uzaicināt kaimiņus",
            "minutes": 15,
            "aim": "Pēc nodarbības protat uzrunāt katru māju.",
            "body": [],
            "checklist": ["Telpa sarunāta"],
            "questions": [],
        }

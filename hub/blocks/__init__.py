"""The blocks a page is written with."""

from hub.blocks.body import BodyBlock, LessonBodyBlock
from hub.blocks.facts import CostBlock, RecognitionBlock, ResultBlock
from hub.blocks.links import SourceBlock
from hub.blocks.people import OrganisationBlock

__all__ = [
    "BodyBlock",
    "CostBlock",
    "LessonBodyBlock",
    "OrganisationBlock",
    "RecognitionBlock",
    "ResultBlock",
    "SourceBlock",
]

"""The blocks of a text and of records: first as editors preview them, then at their extremes."""

from decimal import Decimal
from typing import Any

from wagtail.blocks import Block

from communities.blocks import AdoptionBlock, StepBlock
from events.event_pages import AgendaItemBlock
from gallery.things import Still, linked, paper, recording
from gallery.words import Words
from hub.blocks.facts import CostBlock, RecognitionBlock, ResultBlock
from hub.blocks.links import SourceBlock
from hub.blocks.people import OrganisationBlock
from hub.blocks.text import (
    AccordionBlock,
    CalloutBlock,
    ChecklistBlock,
    HeadingBlock,
    QuoteBlock,
    TableBlock,
    TextBlock,
)
from toolkit.blocks import LessonBlock, MaterialBlock, TimedStepBlock


def states(block: Block, **others: Any) -> dict:
    """The block's preview, then other values of it by the name of their state."""
    named = {name.replace("_", " "): block.normalize(value) for name, value in others.items()}
    values = {"as previewed": block.get_preview_value(), **named}
    return {name: {"value": value} for name, value in values.items()}


def accordion(words: Words) -> dict:
    item = {"title": words.long_title, "text": words.text}
    return states(AccordionBlock(), several={"items": [item] * 3})


def adoption(words: Words) -> dict:
    page = linked(words, title=words.long_title)
    return {
        **states(AdoptionBlock(), elsewhere={"name": words.place, "url": "https://example.org/"}),
        "a page of the hub": {"value": {"name": words.long_place, "page": page}},
    }


def agenda_item(words: Words) -> dict:
    return states(AgendaItemBlock(), without_a_time={"time": "", "text": words.long_title})


def callout(words: Words) -> dict:
    return states(
        CalloutBlock(),
        information={"kind": "info", "title": "", "text": words.text},
        warning={"kind": "warning", "title": words.long_title, "text": words.text},
    )


def checklist(words: Words) -> dict:
    items = [words.title, words.long_title] * 10
    return states(ChecklistBlock(), without_a_title_and_long={"title": "", "items": items})


def cost(words: Words) -> dict:
    long = {"amount": Decimal("1234567.89"), "source": words.long_title, "note": words.role}
    return states(CostBlock(), long_words=long)


def document(words: Words) -> dict:
    return {
        "usual": {"value": {"document": paper(words), "title": ""}},
        "long title": {"value": {"document": paper(words), "title": words.long_title}},
    }


def picture(words: Words, **changes: Any) -> dict:
    return {"image": Still(words), "caption": "", "credit": "", **changes}


def figure(words: Words) -> dict:
    said = picture(words, caption=words.long_summary, credit=words.place)
    by_author = picture(words, image=Still(words, author=words.long_place))
    return {
        "bare": {"value": picture(words)},
        "with caption and credit": {"value": said},
        "with the author of the file": {"value": by_author},
    }


def gallery(words: Words) -> dict:
    return {
        "two": {"value": {"images": [picture(words)] * 2}},
        "seven": {"value": {"images": [picture(words, caption=words.title)] * 7}},
    }


def heading(words: Words) -> dict:
    long = {"text": words.long_title, "level": "h3", "anchor": ""}
    section = HeadingBlock().normalize({"text": words.theme, "level": "h2", "anchor": ""})
    return {
        **states(HeadingBlock(), long_and_lower=long),
        "in a lesson": {"value": section, "lesson": True},
    }


def lesson(words: Words) -> dict:
    bare = {"title": words.long_title, "minutes": 30, "aim": words.summary, "body": []}
    return states(LessonBlock(), bare=bare)


def material(words: Words) -> dict:
    return states(MaterialBlock(), without_a_number={"item": words.long_title, "quantity": ""})


def organisation(words: Words) -> dict:
    email = "takas-kopeji-un-norazu-uzraugi@example.org"
    full = {"url": "https://example.org/", "email": email, "phone": "+371 20 000 000"}
    return states(
        OrganisationBlock(),
        full={"name": words.long_title, "role": words.role, **full},
        its_name_only={"name": words.title},
    )


def quote(words: Words) -> dict:
    return states(
        QuoteBlock(),
        nameless={"text": words.summary, "name": "", "role": ""},
        long={"text": words.long_summary, "name": words.long_place, "role": words.role},
    )


def recognition(words: Words) -> dict:
    return states(RecognitionBlock(), on_the_way={"mark": "on-the-way", "year": 2024})


def related_pages(words: Words) -> dict:
    pages = [linked(words), linked(words, title=words.long_title)]
    return {
        "titled": {"value": {"title": words.theme}, "pages": pages},
        "one, without a title": {"value": {"title": ""}, "pages": pages[:1]},
    }


def result(words: Words) -> dict:
    return states(
        ResultBlock(),
        large={"number": Decimal("18191.74"), "unit": "€", "text": words.long_summary[:250]},
        without_a_number={"number": None, "unit": "", "text": words.summary},
    )


def source(words: Words) -> dict:
    return states(SourceBlock(), not_on_the_web={"title": words.long_title, "note": words.role})


def step(words: Words) -> dict:
    return states(StepBlock(), name_and_text={"name": words.long_title, "text": words.text})


def table(words: Words) -> dict:
    rows = [{"cells": [words.long_title] * 6}] * 3
    wide = {"caption": words.theme, "first_row_is_header": False, "rows": rows}
    return states(TableBlock(), wide_and_without_a_header=wide)


def text(words: Words) -> dict:
    address = f'<p><a href="#">https://example.org/{"a" * 90}</a></p>'
    return states(TextBlock(), long_address=words.text + address)


def timed_step(words: Words) -> dict:
    return states(TimedStepBlock(), title_only={"minutes": 120, "title": words.long_title})


def used_by(words: Words) -> dict:
    page = linked(words, title=words.long_title)
    return {
        "usual": {"value": {"page": linked(words), "note": words.role}},
        "long, without a note": {"value": {"page": page, "note": ""}},
        "a draft": {"value": {"page": linked(words, live=False), "note": ""}},
    }


def video(words: Words) -> dict:
    return {"usual": {"value": {"media": recording(words), "caption": words.summary}}}


BLOCKS = {
    function.__name__: function
    for function in (
        accordion, adoption, agenda_item, callout, checklist, cost, document, figure, gallery,
        heading, lesson, material, organisation, quote, recognition, related_pages, result, source,
        step, table, text, timed_step, used_by, video,
    )
}  # fmt: skip

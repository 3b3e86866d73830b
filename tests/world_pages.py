"""What the pages of a measured world say: the first of each type all that it can say."""

from collections.abc import Callable
from datetime import datetime

from django.core.files.base import ContentFile
from wagtail.images.blocks import ImageBlock

from communities.models import CommunityPage, PartnershipPage, SolutionPage
from events.models import EventPage
from home.models import NewsPage, StandardPage
from hub import pictures as text_pictures
from search import pictures
from stories.models import Media, MediaTrack, StoryPage
from tests import factories
from toolkit.models import GuidePage, MethodPage

TEXT = (
    "<p>Ciema ļaudis sanāca kopā, noklausījās cits citu un pierakstīja, kas katram rūp. "
    "Apmācībās piedalījās <b>divpadsmit</b> cilvēku, un pavasarī sākās pirmie darbi.</p>"
)
# In one page a language; the text above is in all of them.
RARE_WORD = "zemūdene"
_COLOURS = ("teal", "olive", "peru", "slategray")
_CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:02.000\nMēs sākām ar talku.\n"
STRIPS = [
    ("text", {"title": "Kas ir KOPA?", "text": TEXT}),
    ("map", {"title": "Kur mēs esam"}),
    ("latest", {"title": "Ko cilvēki paveikuši", "kind": "solution", "count": 3}),
    ("latest", {"title": "Skatieties", "kind": "story", "count": 3}),
    ("phases", {"title": "Ar ko sākt"}),
    ("events", {"title": "Kas notiks"}),
    ("latest", {"title": "Metodes", "kind": "method", "count": 4}),
    ("partnerships", {"title": "Četras partnerības"}),
]


class Files:
    """The pictures, the document and the video that the rich pages share."""

    def __init__(self, picture: Callable[[str], bytes]):
        self.pictures = [
            factories.make_image(f"Attēls {n}", picture(colour))
            for n, colour in enumerate(_COLOURS)
        ]
        for image in self.pictures:  # as the task worker would
            pictures.draw(image)
            text_pictures.draw(image)
        self.documents = [factories.make_document(name) for name in ("Veidlapa", "Programma")]
        for document in self.documents:
            document.get_file_size()
        file = ContentFile(b"video", "stasts.mp4")
        self.video = Media.objects.create(
            title="Stāsts", type="video", duration=65, file=file, has_consent=True
        )
        for kind in ("captions", "chapters"):
            track = ContentFile(_CAPTIONS.encode(), f"{kind}.vtt")
            MediaTrack.objects.create(media=self.video, kind=kind, file=track)

    def body(self, is_rich: bool) -> list:
        """A page's main text."""
        plain = [("text", TEXT), ("heading", {"text": "Kā sākās", "level": "h2"}), ("text", TEXT)]
        if not is_rich:
            return plain
        figures = [
            {"image": ImageBlock().to_python({"image": picture.pk, "alt_text": "Ļaudis"})}
            for picture in self.pictures
        ]
        return [
            *plain,
            ("figure", figures[0]),
            ("gallery", {"images": figures[1:]}),
            ("document", {"document": self.documents[0], "title": ""}),
        ]


def _organisation() -> tuple[str, dict]:
    fields = {"name": "Biedrība", "role": "", "url": "https://example.org"}
    return "organisation", {**fields, "email": "ciems@example.org", "phone": ""}


def _partnership(files: Files, is_rich: bool) -> dict:
    return {
        "legal_name": "Biedrība „Partnerība”",
        "website": "https://example.org",
        "territory": TEXT,
        "logo": files.pictures[0],
        "body": files.body(is_rich),
        "supporters": [_organisation()],
        "municipalities": [factories.make_municipality()],
        "facts": [("fact", {"number": 12, "unit": "", "text": "ciemi"})],
    }


def _community(files: Files, is_rich: bool) -> dict:
    before = factories.make_municipality("babites-novads-2009") if is_rich else None
    return {
        **_place(),
        "municipality_before": before,
        "residents_number": 512,
        "website": "https://example.org",
        "story": files.body(is_rich),
        "organisations": [_organisation()],
    }


def _place() -> dict:
    return {
        "place": "Babīte",
        "municipality": factories.make_municipality(),
        "latitude": "56.95800",
        "longitude": "24.10500",
    }


def _solution(files: Files, is_rich: bool) -> dict:
    step = {"name": "Aptauja", "text": TEXT, "who": "biedri", "duration": "trīs nedēļas"}
    result = {"number": 12, "unit": "", "text": "cilvēki"}
    return {
        **_place(),
        **{name: TEXT for name in ("situation", "what_was_done", "barriers", "lessons")},
        "year_from": 2021,
        "takeover_conditions": f"<p>Vajadzīga {RARE_WORD}.</p>" if is_rich else TEXT,
        "steps": [("step", {**step, "helped": "", "lesson": ""})] * 4,
        "results": [("result", result)] * 3,
        "costs": [("cost", {"source": "LEADER", "amount": "1200", "note": ""})],
        "first_steps": [("text", "Sarunājiet telpu")] * 3,
        "contacts": [_organisation()],
        "video": files.video if is_rich else None,
        "body": files.body(is_rich),
    }


def _story(files: Files, is_rich: bool) -> dict:
    fields = {"year": 2024, "consent_confirmed": True, "body": files.body(is_rich)}
    return {**_place(), **fields, "video": files.video if is_rich else None}


def _event(files: Files, is_rich: bool) -> dict:
    starts_at = datetime(2035 if is_rich else 2025, 5, 4, 18, tzinfo=factories.RIGA)
    programme = [("document", files.documents[1])] if is_rich else []
    return {
        **_place(),
        "kind": "forum",
        "starts_at": starts_at,
        "agenda": [("item", {"time": "18.00", "text": "Iepazīšanās"})] * 4,
        "programme_files": programme,
        "body": files.body(is_rich),
    }


def _method(files: Files, is_rich: bool) -> dict:
    step = {"minutes": 15, "title": "Iepazīšanās", "text": TEXT}
    return {
        "phase": "needs",
        "aim": "Saprast vajadzības.",
        "duration_minutes": 60,
        "preparation": TEXT,
        "tips": TEXT,
        "materials": [("material", {"item": "papīrs", "quantity": "6"})] * 4,
        "steps": [("step", step)] * 4,
        "templates": [("document", files.documents[1])] if is_rich else [],
    }


def _guide(files: Files, is_rich: bool) -> dict:
    option = {"text": "Jā", "is_correct": True, "explanation": "Tā ir."}
    question = {"question": "Vai tā?", "options": [option, {**option, "is_correct": False}]}
    lesson = {
        "title": "Kā uzaicināt kaimiņus",
        "minutes": 15,
        "aim": "Uzrunāt katru māju.",
        "body": files.body(is_rich),
        "checklist": ["Telpa sarunāta"],
        "questions": [question],
    }
    return {"introduction": TEXT, "lessons": [("lesson", lesson)] * (3 if is_rich else 1)}


def _news(files: Files, is_rich: bool) -> dict:
    return {"date": "2026-03-01", "body": files.body(is_rich)}


def _standard(files: Files, is_rich: bool) -> dict:
    return {"body": files.body(is_rich)}


MAKERS = {
    PartnershipPage: _partnership,
    CommunityPage: _community,
    SolutionPage: _solution,
    StoryPage: _story,
    EventPage: _event,
    MethodPage: _method,
    GuidePage: _guide,
    NewsPage: _news,
    StandardPage: _standard,
}

"""Entries, lists, pictures and pages that no database holds."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from django.core.files.base import ContentFile
from django.core.paginator import Paginator
from django.templatetags.static import static
from wagtail.models import Page

from gallery.words import Words
from search.filters import SearchQuery
from search.listing import CatalogueListing, Scope
from search.models import Entry
from stories.models import Media

OWNERS = ("pierigas", "cesu", "darisim-pasi", "zied-zeme", "hub")
FORMATS = ("avif", "webp", "jpeg")


def picture(words: Words, **changes: Any) -> dict:
    """A picture as an entry keeps it."""
    address = static("hub/preview-picture.svg")
    sources = {name: f"{address} 800w" for name in FORMATS}
    size = {"width": 800, "height": 500}
    return {"src": address, **size, "alt": words.alternative, "srcset": sources, **changes}


class Still:
    """A picture of the library: each size of it is the same drawing, or none is drawn yet."""

    pk = 0
    width, height = 800, 500

    def __init__(self, words: Words, author: str = "", is_drawn: bool = True):
        self.author = author
        self.contextual_alt_text = words.alternative
        self.is_drawn = is_drawn
        self.file = SimpleNamespace(name=f"gallery-{is_drawn}")
        self.renditions = SimpleNamespace(filter=self._drawn)

    def _drawn(self, filter_spec__in: tuple[str, ...], **others: str) -> list[SimpleNamespace]:
        url = static("hub/preview-picture.svg")
        specs = filter_spec__in if self.is_drawn else ()
        return [SimpleNamespace(filter_spec=s, url=url, width=800, height=500) for s in specs]


def entry(words: Words, **fields: Any) -> Entry:
    """A solution of Pierīga in the catalogue, changed so."""
    return Entry(
        **{
            "kind": "solution",
            "language": words.language,
            "title": words.title,
            "summary": words.summary,
            "url": "#",
            "owner": "pierigas",
            "place": words.place,
            "fact": "2021",
            "picture": {},
            **fields,
        }
    )


def entries(words: Words, how_many: int, **fields: Any) -> list[Entry]:
    """So many entries, a partnership each in turn, every tenth with a long title."""
    return [
        entry(
            words,
            **{
                "title": words.long_title if place % 10 == 9 else f"{words.title} {place + 1}",
                "owner": OWNERS[place % len(OWNERS)],
                "latitude": 56.3 + place % 11 * 0.15,
                "longitude": 21.5 + place % 23 * 0.28,
                **fields,
            },
        )
        for place in range(how_many)
    ]


def event(words: Words, **fields: Any) -> Entry:
    """An event of the fourth of May."""
    starts_at = datetime(2031, 5, 4, 15, tzinfo=UTC)
    return entry(words, kind="event", starts_at=starts_at, date=starts_at.date(), **fields)


def listing(words: Words, number: int, query: SearchQuery | None = None, **scope: Any):
    """A list that found so many entries; its facets, chips and pages are the real ones."""
    query = query or SearchQuery()
    facets = scope.pop("facets", ("theme", "stage", "municipality"))
    found = CatalogueListing(query, Scope(words.language, facets=facets, **scope))
    found.total = number
    found.entries = Paginator(entries(words, number), 24).get_page(query.page)
    found.themes = {"turisms": words.theme, "energija": words.long_theme}
    found._counts = [
        ("theme", "turisms", "", 12),
        ("theme", "energija", "", 3),
        ("stage", "idea", "", 1),
        ("stage", "sustained", "", 14),
        ("municipality", "marupes-novads", words.long_place, 11),
        ("municipality", "cesu-novads", words.place, 2),
    ]
    return found


def unsaved(model: type[Page], **fields: Any) -> Page:
    """A page as a preview has it; a new one would ask the database for its type."""
    return model(content_type_id=1, **fields)


def linked(words: Words, **changes: Any) -> SimpleNamespace:
    """A page that a text or a menu leads to."""
    return SimpleNamespace(**{"pk": 1, "title": words.title, "url": "#", "live": True, **changes})


def paper(words: Words) -> SimpleNamespace:
    """A document of the library."""
    return SimpleNamespace(
        title=words.title, url="#", file_extension="pdf", get_file_size=120 * 1024
    )


def recording(words: Words, **fields: Any) -> Media:
    """A video of a minute and five seconds that is never played."""
    film = Media(title=words.title, type="video", duration=65, collection_id=1, **fields)
    film.file = ContentFile(b" " * 640_000, "video.mp4")
    film.all_tracks = []
    return film

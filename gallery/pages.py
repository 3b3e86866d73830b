"""Parts of a page: its head and foot, facts, costs, steps, whom to ask."""

from datetime import UTC, date, datetime
from decimal import Decimal

from communities.models import CommunityPage, PartnershipIndexPage, SolutionPage
from gallery.things import entry, linked, listing, unsaved
from gallery.words import Words
from hub.taxonomy import Municipality
from search.models import Entry


def organisation(words: Words, **changes: str) -> tuple[str, dict]:
    value = {"name": words.title, "role": "", "url": "", "email": "", "phone": "", **changes}
    return "organisation", value


def full_organisation(words: Words) -> tuple[str, dict]:
    return organisation(
        words, name=words.long_title, role=words.role, url="https://example.org/",
        email="takas-kopeji-un-norazu-uzraugi@example.org", phone="+371 20 000 000",
    )  # fmt: skip


def solution(words: Words, **fields) -> SolutionPage:
    return unsaved(SolutionPage, title=words.title, summary=words.summary, **fields)


def located(words: Words) -> Entry:
    return entry(words, latitude=56.95, longitude=24.1, municipality="marupes-novads")


def page_head(words: Words) -> dict:
    long = unsaved(SolutionPage, title=words.long_title, summary=words.long_summary)
    return {
        "usual": {"page": solution(words), "eyebrow": words.theme},
        "long words": {"page": long, "eyebrow": words.long_theme},
        "a title only": {"page": unsaved(SolutionPage, title=words.title)},
        "an example": {"page": solution(words, is_example=True)},
        "with its place": {"page": solution(words), "entry": located(words)},
        "with a drawing": {"page": solution(words), "scene": "phase-map"},
        "of an event": {"page": long, "day": date(2031, 5, 4)},
    }


def page_notices(words: Words) -> dict:
    return {
        "none": {"page": solution(words)},
        "an example": {"page": solution(words, is_example=True)},
        "from elsewhere": {"page": solution(words), "entry": entry(words, owner="hub")},
    }


def page_foot(words: Words) -> dict:
    full = solution(
        words, author_name=words.place, reviewed_on=date(2026, 2, 3),
        last_published_at=datetime(2026, 3, 1, 12, tzinfo=UTC),
        sources=[("source", {"title": words.title, "url": "https://example.org/", "note": ""})],
    )  # fmt: skip
    return {"full": {"page": full}, "licence only": {"page": solution(words)}}


def index_head(words: Words) -> dict:
    usual = unsaved(PartnershipIndexPage, title=words.title, introduction=words.text)
    long = unsaved(PartnershipIndexPage, title=words.long_title, summary=words.long_summary)
    return {
        "usual": {"page": usual},
        "long words": {"page": long},
        "with a map": {"page": usual, "listing": listing(words, 13)},
    }


def community_facts(words: Words) -> dict:
    today = Municipality(name="Mārupes novads", name_en="Mārupe Municipality")
    before = Municipality(name="Babītes novads", name_en="Babīte Municipality", is_current=False)
    full = unsaved(
        CommunityPage,
        title=words.place, municipality=today, municipality_before=before, residents_number=2140,
        residents_year=2021, residents_note=words.role, website="https://www.example.org/",
    )  # fmt: skip
    house = {"entry": entry(words), "house": linked(words, title=words.long_place)}
    bare = unsaved(CommunityPage, title=words.place, residents_note=words.role)
    return {"full": {"page": full, **house}, "bare": {"page": bare, "entry": entry(words)}}


def costs(words: Words) -> dict:
    def paid(*amounts: str, **fields) -> dict:
        rows = [
            ("cost", {"amount": Decimal(amount), "source": words.theme, "note": words.role})
            for amount in amounts
        ]
        return {"page": solution(words, costs=rows, **fields)}

    return {
        "none": paid(),
        "one": paid("450.50"),
        "several, with hours": paid("2896", "18191.74", "120", volunteer_hours=320),
        "hours only": paid(volunteer_hours=1),
    }


def first_steps(words: Words) -> dict:
    steps = [("text", text) for text in (words.summary, words.title, words.long_title)]
    full = solution(
        words, takeover_conditions=words.text, minimum_start=words.summary, first_steps=steps
    )
    return {
        "none": {"page": solution(words)},
        "full": {"page": full},
        "the least only": {"page": solution(words, minimum_start=words.long_title)},
    }


def solution_links(words: Words) -> dict:
    adopted = {"name": words.place, "url": "https://example.org/", "page": None}
    full = solution(
        words, adopted_by=[("adoption", adopted)], support_sought=words.text,
        contacts=[full_organisation(words)],
    )  # fmt: skip
    return {"none": {"page": solution(words)}, "full": {"page": full}}


def organisations(words: Words) -> dict:
    def titled(*contacts: tuple[str, dict]) -> dict:
        page = solution(words, contacts=list(contacts))
        return {"id": "ask", "title": words.theme, "organisations": page.contacts}

    return {
        "none": titled(),
        "one, its name only": titled(organisation(words)),
        "several": titled(full_organisation(words), organisation(words), organisation(words)),
    }


def rich_section(words: Words) -> dict:
    titled = {"id": "section", "title": words.theme}
    return {"empty": {**titled, "text": ""}, "usual": {**titled, "text": words.text}}


def sources(words: Words) -> dict:
    rows = [
        ("source", {"title": words.long_title, "url": "https://example.org/", "note": words.role}),
        ("source", {"title": words.title, "url": "", "note": ""}),
    ]
    return {
        "none": {"sources": solution(words).sources},
        "two": {"sources": solution(words, sources=rows).sources},
    }


def scale(words: Words) -> dict:
    return {
        f"{level} of {most}": {"level": level, "of": most, "word": words.theme}
        for level, most in ((0, 4), (1, 3), (3, 3), (5, 5))
    }


COMPONENTS = {
    "community_facts": community_facts,
    "costs": costs,
    "first_steps": first_steps,
    "index_head": index_head,
    "organisations": organisations,
    "page_foot": page_foot,
    "page_head": page_head,
    "page_notices": page_notices,
    "rich_section": rich_section,
    "scale": scale,
    "solution_links": solution_links,
    "sources": sources,
}

"""Entries of the catalogue as they are shown: cards, hits, rows, leaves, pins."""

from datetime import date

from django.utils.safestring import mark_safe

from gallery.things import OWNERS, entries, entry, event, listing, picture
from gallery.words import Words
from search.filters import SearchQuery


def card(words: Words) -> dict:
    long = {"title": words.long_title, "summary": words.long_summary, "place": words.long_place}
    return {
        "with a picture": {"entry": entry(words, picture=picture(words))},
        "without a picture": {"entry": entry(words)},
        "with long words": {"entry": entry(words, **long)},
        "with long words and a picture": {"entry": entry(words, picture=picture(words), **long)},
        "with a title only": {"entry": entry(words, summary="", place="", fact="")},
        "an example": {"entry": entry(words, is_example=True)},
        "from elsewhere": {"entry": entry(words, owner="hub")},
        "a method": {"entry": entry(words, kind="method", phase="map", number="2 h")},
        "a resource": {"entry": entry(words, kind="resource", variety="places")},
        "a piece of news": {
            "entry": entry(words, kind="page", variety="news", date=date(2026, 3, 1))
        },
        **{f"of {owner}": {"entry": entry(words, owner=owner)} for owner in OWNERS},
    }


def cards(words: Words) -> dict:
    return {
        "none": {"entries": []},
        "one": {"entries": entries(words, 1)},
        "twenty-four": {"entries": entries(words, 24)},
        "with pictures": {"entries": entries(words, 3, picture=picture(words))},
    }


def hit(words: Words) -> dict:
    found = entry(words, title=words.long_title)
    found.passage = mark_safe("… <mark>siltumnīca</mark> …")
    return {"with the words marked": {"entry": found}, "by its title": {"entry": entry(words)}}


def row(words: Words) -> dict:
    return {
        "usual": {"entry": entry(words, kind="resource", variety="places")},
        "long words": {"entry": entry(words, title=words.long_title, owner="cesu")},
    }


def entry_picture(words: Words) -> dict:
    sizes = {"sizes": "100vw", "loading": "lazy"}
    plain = picture(words, srcset={})
    return {
        "in three formats": {"picture": picture(words), **sizes},
        "in one": {"picture": plain, **sizes},
    }


def lead_picture(words: Words) -> dict:
    return {
        "with a picture": {"entry": entry(words, picture=picture(words))},
        **{f"band of {owner}": {"entry": entry(words, owner=owner)} for owner in OWNERS},
    }


def event_list(words: Words) -> dict:
    long = event(words, title=words.long_title, place=words.long_place)
    return {
        "none": {"entries": []},
        "one": {"entries": [event(words)]},
        "several": {"entries": [event(words), long, event(words, owner="cesu")]},
    }


def houses(words: Words) -> dict:
    four = [entry(words, kind="partnership", owner=owner) for owner in OWNERS[:4]]
    long = entry(words, kind="partnership", title=words.long_title, summary="")
    return {
        "four": {"houses": [(house, 9 + place) for place, house in enumerate(four)]},
        "one, with a community": {"houses": [(four[0], 1)]},
        "long name, no community": {"houses": [(long, 0)]},
    }


def pins(words: Words) -> dict:
    return {
        "no pin": {"entries": [], "highlighted": []},
        "one": {"entries": entries(words, 1), "highlighted": ["marupes-novads"]},
        "a hundred": {"entries": entries(words, 100), "highlighted": []},
    }


def place_map(words: Words) -> dict:
    here = {"latitude": 56.95, "longitude": 24.1, "municipality": "marupes-novads"}
    return {
        "an approximate point": {"entry": entry(words, precision="approximate", **here)},
        "no point": {"entry": entry(words)},
    }


def features(words: Words) -> dict:
    told = {"themes": ["turisms"], "number": f"18191.74 {words.role}"}
    return {
        "none": {"entries": []},
        "one": {"entries": [entry(words, **told)]},
        "three": {"entries": entries(words, 3, **told)},
        "without a number, long words": {"entries": [entry(words, title=words.long_title)]},
        "with a picture": {"entries": [entry(words, picture=picture(words), **told)]},
    }


def phased(words: Words) -> dict:
    guide = entry(words, kind="guide")
    methods = [
        entry(words, kind="method", phase=phase, title=title, number="2 h 30 min")
        for phase in ("meet", "map")
        for title in (words.title, words.long_title)
    ]
    return {"none": {"entries": []}, "a guide and methods": {"entries": [guide, *methods]}}


def wall(words: Words) -> dict:
    place = {"kind": "community", "title": words.place, "municipality_name": words.place}
    long = entry(words, **{**place, "title": words.long_place, "number": "2 140"})
    return {
        "none": {"entries": []},
        "a house each, a long name": {
            "entries": [*(entry(words, owner=owner, **place) for owner in OWNERS), long]
        },
        "with a picture": {"entries": [entry(words, picture=picture(words), **place)]},
    }


def related(words: Words) -> dict:
    return {"none": {"related": []}, "three": {"related": entries(words, 3)}}


def nothing_found(words: Words) -> dict:
    def empty(**asked):
        return {"listing": listing(words, 0, SearchQuery(**asked))}

    chosen = {"theme": ("turisms",)}
    return {
        "in this language": empty(),
        "by words": empty(q="zilonis"),
        "by words and choices": empty(q="zilonis", chosen=chosen),
        "by choices": empty(chosen=chosen),
    }


COMPONENTS = {
    "card": card,
    "cards": cards,
    "entry_picture": entry_picture,
    "event_list": event_list,
    "features": features,
    "hit": hit,
    "houses": houses,
    "lead_picture": lead_picture,
    "map": pins,
    "nothing_found": nothing_found,
    "phased": phased,
    "place_map": place_map,
    "related": related,
    "row": row,
    "wall": wall,
}

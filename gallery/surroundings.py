"""What stands around a page, and the files in it: header, footer, the way up, pictures, video."""

from datetime import UTC, datetime
from types import SimpleNamespace

from django.templatetags.static import static
from django.utils.translation import gettext as _

from gallery.things import OWNERS, Still, linked, paper, recording
from gallery.words import Words
from hub.navigation import NewerOriginal, Version


def around(words: Words, **changes) -> SimpleNamespace:
    """A menu of seven, two pages in the footer, nothing arranged by editors."""
    menu = [
        SimpleNamespace(url="#", title=words.theme, page=linked(words, pk=number))
        for number in range(1, 8)
    ]
    footer = [linked(words), linked(words, title=words.long_title)]
    return SimpleNamespace(
        **{
            "home_url": "#",
            "menu": menu,
            "columns": [SimpleNamespace(title="", links=footer)],
            "owners": [],
            "arranged": SimpleNamespace(),
            "trail": [menu[0].page],
            **changes,
        }
    )


def full_contacts(words: Words, **changes) -> SimpleNamespace:
    return SimpleNamespace(
        **{
            "has_contacts": True,
            "email": "takas-kopeji-un-norazu-uzraugi@example.org",
            "phone": "+371 20 000 000",
            "address": words.long_place,
            "profiles": [SimpleNamespace(url="https://example.org/", label=words.theme)],
            **changes,
        }
    )


def versions(words: Words, is_translated: bool) -> list[Version]:
    languages = {"lv": "Latviešu", "en": "English"}
    return [
        Version(code, name, "#", code == words.language, is_translated)
        for code, name in languages.items()
    ]


def header(words: Words) -> dict:
    here = {"around": around(words), "page": linked(words)}
    long_name = SimpleNamespace(url="#", title=words.long_title, page=linked(words, pk=9))
    long = around(words, menu=[long_name], trail=[])
    return {
        "translated": {**here, "versions": versions(words, True)},
        "not translated": {**here, "versions": versions(words, False)},
        "a long name in the menu": {"around": long, "versions": versions(words, True)},
    }


def older_translation(words: Words) -> dict:
    day = datetime(2026, 3, 1, 12, tzinfo=UTC)
    original = NewerOriginal("lv", _("Latvian"), day)
    return {
        "with a link to the original": {"original": original, "versions": versions(words, True)},
        "the original is not public": {"original": original, "versions": versions(words, False)},
    }


def footer(words: Words) -> dict:
    emblem = SimpleNamespace(
        url="https://example.org/", src=static("hub/mark.svg"), width=60, height=60,
        name=words.long_theme,
    )  # fmt: skip
    arranged = full_contacts(
        words, about=words.summary, emblems=[emblem, emblem], funders=words.long_summary
    )
    columns = [
        SimpleNamespace(title=title, links=[linked(words), linked(words, title=words.long_place)])
        for title in (words.theme, words.long_theme)
    ]
    owners = [linked(words, owner=owner) for owner in OWNERS[:4]]
    return {
        "as it comes": {"around": around(words)},
        "no page": {"around": around(words, columns=[])},
        "arranged by editors": {
            "around": around(words, columns=columns, owners=owners, arranged=arranged)
        },
    }


def contacts(words: Words) -> dict:
    email = {"email": "info@example.org", "phone": "", "address": "", "profiles": []}
    return {
        "full": {"contacts": full_contacts(words)},
        "e-mail only": {"contacts": full_contacts(words, **email)},
    }


def breadcrumbs(words: Words) -> dict:
    long = [linked(words), linked(words, title=words.long_place), linked(words)]
    return {
        "none": {"trail": []},
        "home only": {"trail": [linked(words)]},
        "long names": {"trail": long, "page": linked(words)},
    }


def picture(words: Words) -> dict:
    return {
        "usual": {"image": Still(words), "alt": words.alternative, "sizes": "100vw"},
        "not drawn yet": {
            "image": Still(words, is_drawn=False),
            "alt": words.alternative,
            "sizes": "100vw",
        },
        "none": {"image": None, "alt": "", "sizes": "100vw"},
    }


def document(words: Words) -> dict:
    return {"usual": {"document": paper(words)}}


def video(words: Words) -> dict:
    poster = SimpleNamespace(url=static("hub/preview-picture.svg"))
    full = recording(words, thumbnail=poster, width=640, height=360, author=words.place)
    return {
        "none": {"media": None},
        "bare": {"media": recording(words)},
        "with a poster and a caption": {"media": full, "caption": words.long_summary},
    }


def cue(words: Words) -> dict:
    return {
        "usual": {"cue": {"start": 65.2, "text": words.summary}},
        "the first": {"cue": {"start": 0, "text": words.long_title}},
    }


COMPONENTS = {
    "breadcrumbs": breadcrumbs,
    "contacts": contacts,
    "cue": cue,
    "document": document,
    "footer": footer,
    "header": header,
    "older_translation": older_translation,
    "picture": picture,
    "video": video,
}

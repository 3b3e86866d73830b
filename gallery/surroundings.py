"""What stands around a page, and the files in it: header, footer, the way up, pictures, video."""

from types import SimpleNamespace

from django.templatetags.static import static

from gallery.things import Still, linked, paper, recording
from gallery.words import Words
from hub.navigation import Version


def around(words: Words, **changes) -> SimpleNamespace:
    """A menu of seven, two pages in the footer."""
    menu = [linked(words, pk=number, title=words.theme) for number in range(1, 8)]
    footer = [linked(words, pk=8), linked(words, pk=9, title=words.long_title)]
    return SimpleNamespace(
        **{"home_url": "#", "menu": menu, "footer": footer, "trail": menu[:1], **changes}
    )


def versions(words: Words, is_translated: bool) -> list[Version]:
    languages = {"lv": "Latviešu", "en": "English"}
    return [
        Version(code, name, "#", code == words.language, is_translated)
        for code, name in languages.items()
    ]


def header(words: Words) -> dict:
    here = {"around": around(words), "page": linked(words)}
    long = around(words, menu=[linked(words, title=words.long_title)], trail=[])
    return {
        "translated": {**here, "versions": versions(words, True)},
        "not translated": {**here, "versions": versions(words, False)},
        "a long name in the menu": {"around": long, "versions": versions(words, True)},
    }


def footer(words: Words) -> dict:
    return {"usual": {"around": around(words)}, "no page": {"around": around(words, footer=[])}}


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
    "cue": cue,
    "document": document,
    "footer": footer,
    "header": header,
    "picture": picture,
    "video": video,
}

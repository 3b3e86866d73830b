"""The words on the pages of the world, in both languages."""

from decimal import Decimal

STRIPS = {
    "lv": [
        ("text", {"title": "Kas ir KOPA?", "text": "<p>Četras partnerības un to ciemi.</p>"}),
        ("map", {"title": "Kur mēs esam"}),
        ("latest", {"title": "Paveikts ciemos", "kind": "solution", "count": 3}),
        ("phases", {"title": "Ar ko sākt – sešas fāzes"}),
        ("latest", {"title": "Paskatieties un paklausieties", "kind": "story", "count": 3}),
        ("events", {"title": "Kas notiks"}),
        ("partnerships", {"title": "Četras partnerības"}),
    ],
    "en": [
        ("map", {"title": "Where we are"}),
        ("latest", {"title": "Done in villages", "kind": "solution", "count": 3}),
        ("phases", {"title": "Where to begin – six phases"}),
        ("latest", {"title": "Stories", "kind": "story", "count": 3}),
        ("events", {"title": "What happens next"}),
        ("partnerships", {"title": "Four partnerships"}),
    ],
}
RESULTS = {
    "lv": [
        ("result", {"number": Decimal("70"), "unit": "norādes", "text": "uzstādītas 14 vietās"}),
        ("result", {"number": Decimal("18191.74"), "unit": "€", "text": "piesaistīti projektā"}),
        ("result", {"number": None, "unit": "", "text": "Kaimiņi sveicina cits citu vārdā."}),
    ],
    "en": [("result", {"number": Decimal("70"), "unit": "signposts", "text": "in 14 places"})],
}
ORGANISATIONS = {
    "lv": [
        (
            "organisation",
            {
                "name": "Babītes ciema attīstības biedrība",
                "role": "kopj taku",
                "url": "https://example.org/",
                "email": "takas-kopeji-un-norazu-uzraugi@example.org",
                "phone": "+371 20 000 000",
            },
        ),
        (
            "organisation",
            {"name": "Mārupes novads", "role": "", "url": "", "email": "", "phone": ""},
        ),
    ],
    "en": [
        (
            "organisation",
            {
                "name": "Babīte village association",
                "role": "keeps the path",
                "url": "https://example.org/",
                "email": "",
                "phone": "",
            },
        ),
    ],
}
SOURCES = {
    "lv": [
        (
            "source",
            {"title": "Lauku tīkls", "url": "https://example.org/gari/" + "a" * 60, "note": "2023"},
        ),
        ("source", {"title": "Ciema stratēģija", "url": "", "note": ""}),
    ],
    "en": [("source", {"title": "Rural Network", "url": "https://example.org/", "note": ""})],
}
STORY = {
    "lv": [
        ("text", "<p>Babītē dzīvo tie, kas <b>negrib</b> gaidīt autobusu.</p>"),
        ("heading", {"text": "Kā viss sākās", "level": "h2", "anchor": ""}),
        ("text", "<p>Ar tēju un vienu jautājumu.</p><ul><li>Kas mums ir?</li></ul>"),
    ],
    "en": [("text", "<p>People here do not wait for the bus.</p>")],
}
STEPS = {
    "lv": [
        (
            "step",
            {
                "name": "Aptauja no mājas uz māju",
                "text": "<p>Divi cilvēki apstaigāja visas mājas.</p>",
                "who": "biedrības biedri",
                "duration": "trīs nedēļas",
                "helped": "Kūka, ko neviens neatteica",
                "lesson": "Jautāt īsi",
            },
        ),
        (
            "step",
            {
                "name": "Darbnīca šķūnī",
                "text": "<p>Norādes izzāģēja un nokrāsoja vienā dienā.</p>",
                "who": "", "duration": "", "helped": "", "lesson": "",
            },
        ),
    ],
    "en": [
        (
            "step",
            {
                "name": "From door to door",
                "text": "<p>Two people asked at every house.</p>",
                "who": "members", "duration": "three weeks", "helped": "", "lesson": "",
            },
        ),
    ],
}  # fmt: skip
SOLUTION = {
    "lv": {
        "situation": "<p>Viesi maldījās, un kaimiņi viņus meklēja.</p>",
        "what_was_done": "<p>Iezīmēja takas un uzstādīja <b>norādes</b>.</p>",
        "steps": STEPS["lv"],
        "results": RESULTS["lv"],
        "costs": [
            ("cost", {"amount": Decimal("2896"), "source": "LEADER", "note": "2020. gada kārta"}),
            ("cost", {"amount": Decimal("450.50"), "source": "Ziedojumi", "note": ""}),
        ],
        "barriers": "<p>Zemes īpašnieku piekrišana.</p>",
        "lessons": "<p>Sākt ar vienu taku.</p>",
        "takeover_conditions": "<p>Mežs un pieci gribētāji.</p>",
        "minimum_start": "Viens dēlis, viena krāsa, viena taka.",
        "first_steps": [
            ("text", "Izstaigājiet taku ar bērniem."),
            ("text", "Uzrakstiet īpašniekiem."),
            ("text", "Noziedojiet vienu dēli."),
        ],
        "adopted_by": [
            ("adoption", {"name": "Jaunolaine", "url": "https://example.org/", "page": None})
        ],
        "support_sought": "<p>Meklējam krāsu.</p>",
    },
    "en": {
        "situation": "<p>Guests got lost, and neighbours went to look for them.</p>",
        "what_was_done": "<p>Trails were marked and signposts put up.</p>",
        "steps": STEPS["en"],
        "results": RESULTS["en"],
        "costs": [("cost", {"amount": Decimal("2896"), "source": "LEADER", "note": ""})],
        "minimum_start": "One board, one paint, one trail.",
        "first_steps": [("text", "Walk the trail with children.")],
    },
}
METHOD = {
    "lv": {
        "summary": "Kaimiņi vienā vakarā uzzīmē savas vietas karti.",
        "aim": "Saprast, kas vietā jau ir un ko cilvēki grib mainīt.",
        "phase": "map",
        "materials": [
            ("material", {"item": "A1 papīra lapas", "quantity": "6"}),
            ("material", {"item": "Līmlapiņas", "quantity": ""}),
        ],
        "steps": [
            ("step", {"minutes": 30, "title": "Iepazīšanās", "text": "<p>Katrs saka vārdu.</p>"}),
            ("step", {"minutes": 120, "title": "Karte", "text": ""}),
        ],
        "preparation": "<p>Sarunājiet telpu.</p>",
        "tips": "<p>Uzaiciniet personīgi.</p>",
        "pitfalls": "<p>Runā tikai viens.</p>",
        "online_variant": "<p>Kopīga tāfele.</p>",
        "outcome": "<p>Karte pie sienas.</p>",
    },
    "en": {
        "summary": "Neighbours draw a map of their place in an evening.",
        "aim": "To see what is there and what people want to change.",
        "phase": "map",
        "materials": [("material", {"item": "A1 paper", "quantity": "6"})],
        "steps": [("step", {"minutes": 150, "title": "Map", "text": "<p>Draw.</p>"})],
        "preparation": "<p>Find a room.</p>",
    },
}
AGENDA = {
    "lv": [
        ("item", {"time": "18.00", "text": "Iepazīšanās"}),
        ("item", {"time": "", "text": "Tēja un saruna pie kartes"}),
    ],
    "en": [("item", {"time": "6 p.m.", "text": "Tea"})],
}


def body_with_every_block(image, page, other) -> list:
    """Each block of a page's main text once; the pictures and links are the world's."""
    image.contextual_alt_text = "Taka cauri priežu mežam"
    image.decorative = False
    figure = {"image": image, "caption": "Taka rudenī", "credit": ""}
    rows = [{"cells": ["Darbs", "Kurš"]}, {"cells": ["Telpa", "Bibliotēka"]}]
    return [
        ("text", "<p>Četras <b>partnerības</b> un to ciemi.</p><ol><li>Viens</li></ol>"),
        ("heading", {"text": "Kā mēs strādājam", "level": "h2", "anchor": ""}),
        ("quote", {"text": "Sāc ar to, kas jau ir.", "name": "Kopienas līdere", "role": "Babīte"}),
        ("heading", {"text": "Sīkāk", "level": "h3", "anchor": ""}),
        ("figure", figure),
        ("gallery", {"images": [figure, {**figure, "caption": ""}]}),
        ("callout", {"kind": "tip", "title": "Padoms", "text": "<p>Uzaiciniet personīgi.</p>"}),
        ("callout", {"kind": "warning", "title": "", "text": "<p>Ne vairāk par trim.</p>"}),
        ("checklist", {"title": "Pirms darbnīcas", "items": ["Telpa", "Papīrs", "Tēja"]}),
        ("table", {"caption": "Darbi", "first_row_is_header": True, "rows": rows}),
        ("accordion", {"items": [{"title": "Cik maksā?", "text": "<p>Tikai laiku.</p>"}]}),
        *ORGANISATIONS["lv"][:1],
        ("related_pages", {"title": "Lasiet tālāk", "pages": [page, other]}),
    ]


def lessons(body: list) -> list:
    """Two lessons; the first has each block that a lesson may have, a checklist and a quiz."""
    leading_away = ("organisation", "related_pages")
    question = {
        "question": "Kuru uzaicināt pirmo?",
        "options": [
            {"text": "Kaimiņu", "is_correct": True, "explanation": "Viņš nāks."},
            {"text": "Nevienu", "is_correct": False, "explanation": "Tad neviens nenāks."},
        ],
    }
    first = {
        "title": "Kā uzaicināt kaimiņus",
        "minutes": 15,
        "aim": "Pēc nodarbības protat uzrunāt katru māju.",
        "body": [block for block in body if block[0] not in leading_away],
        "checklist": ["Telpa sarunāta"],
        "questions": [question],
    }
    second = {
        "title": "Kā novadīt vakaru",
        "minutes": 30,
        "aim": "Protat sadalīt laiku.",
        "body": [("text", "<p>Sāciet ar tēju.</p>")],
        "checklist": [],
        "questions": [],
    }
    return [("lesson", first), ("lesson", second)]


LESSON_IN_ENGLISH = {
    "title": "How to invite neighbours",
    "minutes": 15,
    "aim": "You can speak to every house.",
    "body": [("text", "<p>Begin with tea.</p>")],
    "checklist": ["The room is agreed"],
    "questions": [
        {
            "question": "Whom to invite first?",
            "options": [
                {"text": "A neighbour", "is_correct": True, "explanation": "They will come."},
                {"text": "Nobody", "is_correct": False, "explanation": "Then nobody comes."},
            ],
        }
    ],
}

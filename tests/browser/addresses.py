"""The pages of the world that the browser walks: their addresses, by name and language.

Among them an address that is no page in each language: what is said there is to be as good.
"""

PAGES = {
    "home": {"lv": "/", "en": "/en/"},
    "partnerships": {"lv": "/partneribas/", "en": "/en/partnerships/"},
    "partnership": {"lv": "/partneribas/pierigas/", "en": "/en/partnerships/pieriga/"},
    "community": {
        "lv": "/partneribas/pierigas/babite/",
        "en": "/en/partnerships/pieriga/babite/",
    },
    "bare community": {
        "lv": "/partneribas/pierigas/starppaaudzu-ciems/",
        "en": "/en/partnerships/pieriga/long-name/",
    },
    "solutions": {"lv": "/risinajumi/", "en": "/en/solutions/"},
    "solution": {
        "lv": "/partneribas/pierigas/babite/mezinieku-norades/",
        "en": "/en/partnerships/pieriga/babite/signposts/",
    },
    "bare solution": {
        "lv": "/risinajumi/starppaaudzu-pieredze/",
        "en": "/en/solutions/long-name/",
    },
    "stories": {"lv": "/stasti/", "en": "/en/stories/"},
    "story": {
        "lv": "/partneribas/pierigas/babite/pastaiga/",
        "en": "/en/partnerships/pieriga/babite/walk/",
    },
    "story elsewhere": {"lv": "/stasti/citur/", "en": "/en/stories/elsewhere/"},
    "toolkit": {"lv": "/riki/", "en": "/en/toolkit/"},
    "method": {"lv": "/riki/apkaimes-darbnica/", "en": "/en/toolkit/neighbourhood-workshop/"},
    "guide": {"lv": "/riki/pirma-darbnica/", "en": "/en/toolkit/first-workshop/"},
    "events": {"lv": "/notikumi/", "en": "/en/events/"},
    "event": {
        "lv": "/partneribas/pierigas/babite/forums/",
        "en": "/en/partnerships/pieriga/babite/forum/",
    },
    "past event": {"lv": "/notikumi/talka/", "en": "/en/events/work-day/"},
    "resources": {"lv": "/resursi/", "en": "/en/resources/"},
    "resource": {
        "lv": "/resursi/1-babites-tautas-nams/",
        "en": "/en/resources/3-babite-village-hall/",
    },
    "news list": {"lv": "/aktualitates/", "en": "/en/news/"},
    "news": {"lv": "/aktualitates/viedais-ciems/", "en": "/en/news/smart-village/"},
    "about": {"lv": "/par-projektu/", "en": "/en/about/"},
    "search": {"lv": "/search/?q=norādes", "en": "/en/search/?q=signposts"},
    "nothing found": {"lv": "/search/?q=zilonis", "en": "/en/search/?q=elephant"},
}
MISSING = {"lv": "/tadas-lapas-nav/", "en": "/en/no-such-page/"}
EVERY_ADDRESS = {
    f"{name} in {language}": address
    for name, versions in {**PAGES, "missing": MISSING}.items()
    for language, address in versions.items()
}
# For what depends on the make of a page and not on its words.
LATVIAN_ADDRESSES = {name: versions["lv"] for name, versions in PAGES.items()}

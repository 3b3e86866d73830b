"""Lists and what narrows them down: facets, chips, orders, pages."""

from gallery.things import entries, entry, listing
from gallery.words import Words
from hub.vocabulary import Phase
from search.filters import SearchQuery, Sort

CHOSEN = {"theme": ("turisms", "energija"), "stage": ("sustained",)}


def chips(words: Words) -> dict:
    return {
        "none": {"listing": listing(words, 3)},
        "several": {"listing": listing(words, 3, SearchQuery(chosen=CHOSEN))},
    }


def count(words: Words) -> dict:
    return {str(number): {"listing": listing(words, number)} for number in (0, 1, 2, 11, 21, 100)}


def facets(words: Words) -> dict:
    question = SearchQuery(q=words.title, chosen=CHOSEN, sort="title")
    return {
        "nothing chosen": {"listing": listing(words, 15)},
        "some chosen, with words and an order": {"listing": listing(words, 15, question)},
    }


def whole_list(words: Words) -> dict:
    question = SearchQuery(q=words.title, chosen=CHOSEN, ignored=("turizms",))
    found_by_any_word = listing(words, 3, question)
    found_by_any_word.any_word = True
    return {
        "none": {"listing": listing(words, 0)},
        "one": {"listing": listing(words, 1)},
        "a hundred, the second page": {"listing": listing(words, 100, SearchQuery(page=2))},
        "chosen, some not understood": {"listing": listing(words, 3, question)},
        "some of the words": {"listing": found_by_any_word},
        "as hits": {"listing": listing(words, 2), "kind": "hits"},
        "as rows": {"listing": listing(words, 24, facets=()), "kind": "rows"},
        "as a wall": {"listing": listing(words, 5, facets=()), "kind": "wall"},
    }


def pagination(words: Words) -> dict:
    def at(page: int, number: int = 250) -> dict:
        return {"listing": listing(words, number, SearchQuery(page=page))}

    return {"one page": at(1, 3), "the first": at(1), "in the middle": at(6), "the last": at(11)}


def sorts(words: Words) -> dict:
    return {
        "newest": {"sorts": listing(words, 3).sorts},
        "title": {"sorts": listing(words, 3, SearchQuery(sort="title")).sorts},
        "by phase": {"sorts": listing(words, 3, usual_sort=Sort.PHASE).sorts},
        "only one": {"sorts": listing(words, 3, usual_sort=Sort.TITLE).sorts},
    }


def search_form(words: Words) -> dict:
    return {
        "empty": {"id": "search-empty", "value": ""},
        "with words": {"id": "search-words", "value": words.long_title},
    }


def titled_cards(words: Words) -> dict:
    titled = {"id": "titled", "title": words.title}
    return {
        "none": {**titled, "entries": []},
        "one": {**titled, "entries": [entry(words)]},
        "five": {**titled, "entries": entries(words, 5)},
    }


def phases(words: Words) -> dict:
    return {"six": {"phases": list(Phase), "address": "/riki/"}}


def places_figure(words: Words) -> dict:
    chosen = SearchQuery(chosen={"municipality": ("cesu-novads",)})
    return {
        "some": {"places": listing(words, 13).places},
        "one chosen": {"places": listing(words, 13, chosen).places},
    }


def themes(words: Words) -> dict:
    return {
        "none": {"themes": []},
        "one": {"themes": [("turisms", words.theme)]},
        "long names": {"themes": [("energija", words.long_theme), ("turisms", words.theme)] * 3},
    }


def theme_grid(words: Words) -> dict:
    return {"some": {"themes": [("energija", words.long_theme), ("turisms", words.theme)]}}


COMPONENTS = {
    "chips": chips,
    "count": count,
    "entries": titled_cards,
    "facets": facets,
    "listing": whole_list,
    "pagination": pagination,
    "phases": phases,
    "places_figure": places_figure,
    "search_form": search_form,
    "sorts": sorts,
    "theme_grid": theme_grid,
    "themes": themes,
}

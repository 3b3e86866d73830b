"""Signs, spaces, languages and repeats: what is wrong in a text is found, what is right is not."""

import pytest

from hub.proofreading.languages import guess, is_foreign
from hub.proofreading.reading import Text
from hub.proofreading.repeats import Memory, sentences
from hub.proofreading.typography import around, faults_of_setting

pytestmark = pytest.mark.once

WRONG = [
    ("lv", "Lasiet “Druvu” rītos.", "quotes", "“"),
    ("lv", "Lasiet „Druvu rītos.", "quotes", "„"),
    ("lv", "Lasiet Druvu” rītos.", "quotes", "”"),
    ("lv", "Lasiet «Druvu» rītos.", "quotes", "«"),
    ("en", "They read „Druva” at dawn.", "quotes", "„"),
    ("en", "They read “Druva at dawn.", "quotes", "“"),
    ("lv", 'Lasiet "Druvu" rītos.', "straight-quotes", '"'),
    ("en", "The hub's own pages.", "straight-quotes", "'"),
    ("lv", "Saglabājiet `mp4` datni.", "straight-quotes", "`"),
    ("lv", "Talka - kopīgs darbs.", "dashes", " - "),
    ("lv", "Talka -- kopīgs darbs.", "dashes", " -- "),
    ("lv", "Talka — kopīgs darbs.", "dashes", "—"),
    ("lv", "No 2019-2021. gadam.", "dashes", "2019-2021"),
    ("lv", "Nāk 10-15 cilvēki.", "dashes", "10-15"),
    ("lv", "Divas  atstarpes.", "spaces", "  "),
    ("lv", "Nāciet , runājiet.", "spaces", " ,"),
    ("lv", "Nāciet .", "spaces", " ."),
    ("lv", "Nāciet,runājiet.", "spaces", ","),
    ("lv", "Avīze „ Druva”.", "spaces", "„ "),
    ("lv", "Un tā tālāk...", "dots", "..."),
    ("lv", "Kopā \ufffc min.", "torn", "\ufffc "),
    ("en", "\ufffc € in all", "torn", "\ufffc "),
]
RIGHT = [
    ("lv", "Lasiet „Druvu” un „Darīsim paši!” rītos – 10–15 minūtes, no 2019. līdz 2021. gadam."),
    ("lv", "Tālrunis +371 26-123-456, 3,5 km, cena 2,50 EUR; e-pasts un A1-lapa."),
    ("lv", "Viens .vtt un viens mp4. Ogrenet.lv: raksts … un vēl."),
    ("lv", "Kopā \ufffc\u00a0min un \ufffc minūtes; 5 EUR."),
    ("en", "The hub’s pages say “He called it ‘ours’ at once” – 2019–2021, a 10-minute walk."),
    ("en", "The residents’ survey; see https://example.org/a--b."),
]


def found(text, language):
    return [(rule.slug, text[start:end]) for rule, start, end in faults_of_setting(text, language)]


@pytest.mark.parametrize(("language", "text", "rule", "sign"), WRONG)
def test_wrong_sign_is_found_where_it_stands(language, text, rule, sign):
    assert (rule, sign) in found(text, language)


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_well_set_text_is_left_alone(language, text):
    assert found(text, language) == []


def test_quoted_title_keeps_its_own_marks_but_not_its_double_spaces():
    assert found("„Druva” un “The Field”", "") == []
    assert found("„Druva”  un lauks", "") == [("spaces", "  ")]


def test_words_around_a_fault_are_shown_with_the_fault_in_brackets():
    text = "Pirmajā dienā visi sanāca pie dīķa un  runāja par to, ko kurš var izdarīt jau rīt."
    assert around(text, 37, 39) == (
        "…jā dienā visi sanāca pie dīķa un[  ]runāja par to, ko kurš var izdar…"
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ciema ļaudis satikās bibliotēkā un nosauca septiņus mērķus.", "lv"),
        ("The villagers met in the library and named seven goals.", "en"),
        ("Cēsu rajona lauku partnerība", ""),
        ("Plāna lapas (A2, desmit lauki)", ""),
        ("KOPA 2019", ""),
    ],
)
def test_language_is_guessed_only_where_enough_speaks_for_it(text, language):
    assert guess(text) == language


def test_names_and_quoted_titles_do_not_make_a_text_foreign():
    english = "Association “Cēsu rajona lauku partnerība” (the Cēsis District Rural Partnership)"
    assert not is_foreign(english, "en")
    assert not is_foreign("Grāmatu „The Art of Community Life in a Village” var lasīt.", "lv")


def test_latvian_sentence_on_an_english_page_is_foreign():
    assert is_foreign("Kaimiņi sanāca kopā un runāja par to, kas jāmaina.", "en")


def test_text_is_divided_into_sentences_of_six_words_and_more():
    text = "Ielieciet zupas katlu uz maza uguns. Īss teikums te. „Cik tas maksā mums visiem kopā?”"
    assert list(sentences(text)) == [
        ("Ielieciet zupas katlu uz maza uguns.", "ielieciet zupas katlu uz maza uguns"),
        ("„Cik tas maksā mums visiem kopā?”", "cik tas maksā mums visiem kopā"),
    ]


def test_sentence_read_before_is_found_with_its_first_place():
    memory = Memory(allowed=set())
    first = Text("story", "Ciemā ir dīķis, taka un kapliča.", "lv")
    again = Text("body", "Vēl viens. Ciemā ir dīķis, taka, un kapliča!", "lv")
    assert list(memory.repeated(first, "/a/ story")) == []
    assert list(memory.repeated(again, "/b/ body")) == [
        ("Ciemā ir dīķis, taka, un kapliča!", "/a/ story")
    ]


def test_same_words_in_another_language_are_no_repeat():
    memory = Memory(allowed=set())
    words = "Viens divi trīs četri pieci seši."
    assert list(memory.repeated(Text("a", words, "lv"), "/a/")) == []
    assert list(memory.repeated(Text("a", words, "en"), "/en/a/")) == []


def test_sentence_on_the_list_may_stand_in_many_places():
    memory = Memory(allowed={"teksti ir pieejami ar licenci cc by"})
    line = "Teksti ir pieejami ar licenci CC BY."
    list(memory.repeated(Text("a", line, "lv"), "/a/"))
    assert list(memory.repeated(Text("b", line, "lv"), "/b/")) == []


def test_label_without_an_end_may_be_the_same_in_many_places():
    assert list(sentences("biedrība, pagasta pārvalde un vietējais uzņēmums kopā")) == []

"""Words that say nothing are known from those that do."""

import pytest

from hub.proofreading.wording import is_file_name, is_long, links_without_words

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    "words",
    ["šeit", "Šeit.", "klikšķiniet šeit", "Lasīt vairāk →", "click here", "Here",
     "https://www.ldf.lv/lv/pub/zales", "www.laukutikls.lv"],
)  # fmt: skip
def test_link_that_says_nothing_is_found(words):
    html = f'<p>Nolikums ir <a href="https://example.org/">{words}</a></p>'
    assert list(links_without_words(html)) == [words]


@pytest.mark.parametrize(
    "words", ["konkursa nolikums", "šeit dzīvo 300 cilvēku", "LEADER", "lv.lv"]
)
def test_link_that_says_where_it_leads_is_left_alone(words):
    html = f'<p>Skatiet <a href="https://example.org/">{words}</a> un šeit, te, vairāk.</p>'
    assert list(links_without_words(html)) == []


@pytest.mark.parametrize(
    "words",
    ["IMG_2041.JPG", "talka.jpg", "IMG_2041", "DSC00412", "20240517_183012", "PXL_20230801",
     "IMG-20240517-WA0003", "talka_pie_dika", "image001.png"],
)  # fmt: skip
def test_name_of_a_file_is_found(words):
    assert is_file_name(words)


@pytest.mark.parametrize(
    "words",
    ["", "Seši cilvēki krāso pieturas soliņu", "Talka", "Talka 2024. gadā",
     "1905. gada piemineklis", "Fails talka.jpg uz galda", "A4 lapa", "Rīga–Cēsis", "2024"],
)  # fmt: skip
def test_words_are_no_name_of_a_file(words):
    assert not is_file_name(words)


@pytest.mark.parametrize(
    "summary",
    ["Viens teikums. Otrs teikums! Trešais.", "Garš " * 60],
)
def test_long_summary_is_found(summary):
    assert is_long(summary)


@pytest.mark.parametrize(
    "summary",
    ["", "Viens teikums.", "Viens teikums. Otrs teikums.",
     "Kopš 2012. gada ciemā ir dārzs. Tas aug.", "Kaimiņi 3. maijā jautā: „Kur?” un iet."],
)  # fmt: skip
def test_two_sentences_are_not_long(summary):
    assert not is_long(summary)

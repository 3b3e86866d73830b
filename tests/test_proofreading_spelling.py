"""Unknown words are found; names, their endings and other people's titles are known."""

import pytest

from hub.proofreading import spelling
from hub.proofreading.spelling import Dictionary, DictionaryMissing, Speller, words_of
from hub.proofreading.words import FOLDER, Word, own_words

pytestmark = [pytest.mark.once, pytest.mark.needs("hunspell")]


@pytest.fixture(scope="module")
def speller():
    return Speller()


def unknown(speller, text, language, is_quoted=False):
    return [text[start:end] for start, end in speller.unknown(text, language, is_quoted)]


def test_misspelt_word_is_found_in_each_language(speller):
    assert unknown(speller, "Ciema laudis satikās biblotēkā.", "lv") == ["laudis", "biblotēkā"]
    assert unknown(speller, "The neighbors met in the libary.", "en") == ["neighbors", "libary"]


def test_name_of_the_list_is_known_in_all_its_endings(speller):
    assert unknown(speller, "Jāņupe, Jāņupes, Jāņupei, Jāņupi, Jāņupē.", "lv") == []
    assert unknown(speller, "Jāņupu", "lv") == ["Jāņupu"]


def test_latvian_name_may_stand_in_an_english_text_but_no_small_latvian_word(speller):
    assert unknown(speller, "In Jāņupe and Cēsis; Jāņupe’s pond.", "en") == []
    assert unknown(speller, "The pond is ledains.", "en") == ["ledains"]


def test_latvian_name_may_stand_in_english_quotation_marks(speller):
    assert unknown(speller, "The forest company “Latvijas valsts meži”.", "en") == []
    assert unknown(speller, "The forest company Latvijas valsts meži.", "en") == ["valsts"]


def test_quoted_title_may_be_in_either_language(speller):
    title = "S. Brown „Developing a Plan”"
    assert unknown(speller, title, "lv", is_quoted=True) == []
    assert unknown(speller, title, "lv") == ["Brown", "Developing", "Plan"]


def test_addresses_file_names_and_what_has_digits_are_no_words():
    text = "Raksti info@example.org, skati https://kopa.example/xyz, datne a-b.vtt, A1, UTF-8, mp4."
    assert [word for _start, _end, word in words_of(text)] == ["Raksti", "skati", "datne"]


def test_word_with_hyphens_is_known_if_each_part_is(speller):
    assert unknown(speller, "The community-led village-wide day.", "en") == []
    assert unknown(speller, "The community-lid-xqz day.", "en") == ["community-lid-xqz"]


def test_word_that_nothing_inflects_like_is_refused():
    with pytest.raises(ValueError, match="„Alsunga”: the dictionary has no „xqz”"):
        Dictionary("lv", [Word("Alsunga", "xqz", "vietas")])


def test_missing_dictionary_names_what_to_install(monkeypatch):
    monkeypatch.setattr(spelling, "FOLDERS", ())
    with pytest.raises(DictionaryMissing, match="apt install hunspell-lv"):
        Dictionary("lv")


def test_line_that_is_no_word_is_refused(monkeypatch, tmp_path):
    (tmp_path / "words.lv.txt").write_text("[vietas]\nVecā Skola\n")
    monkeypatch.setattr("hub.proofreading.words.FOLDER", tmp_path)
    with pytest.raises(ValueError, match="„Vecā Skola” is not a word"):
        list(own_words("lv"))
    assert FOLDER.name == "data"

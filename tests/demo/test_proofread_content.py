"""The demo content and the interface are without a fault, and no list holds a spare line."""

import time
from dataclasses import dataclass

import pytest

from hub.proofreading.interface import interface_texts
from hub.proofreading.links import links_of, plain_http_hosts
from hub.proofreading.proofreader import Finding, Proofreader
from hub.proofreading.reading import Text
from hub.proofreading.repeats import allowed_repeats, sentences
from hub.proofreading.spelling import Dictionary, Speller, words_of
from hub.proofreading.subjects import SiteContent
from hub.proofreading.words import own_words
from hub.transliteration import to_ascii

pytestmark = [pytest.mark.once, pytest.mark.needs("hunspell"), pytest.mark.django_db]


@dataclass
class Reading:
    """What was read and found, and how long that took."""

    texts: list[Text]
    addresses: list[str]
    findings: list[Finding]
    seconds: float


@pytest.fixture(scope="module")
def reading(demo, django_db_blocker):
    """The demo content and the interface, read once."""
    with django_db_blocker.unblock():
        began = time.process_time()
        findings = list(Proofreader(Speller()).findings())
        seconds = time.process_time() - began
        subjects = list(SiteContent().subjects())
    texts = [text for subject in subjects for text in subject.texts]
    links = [link for s in subjects for part in s.parts for link in links_of(part)]
    texts += [text for _file, text in interface_texts()]
    return Reading(texts, [link.address for link in links], findings, seconds)


def test_demo_and_interface_have_no_fault(reading):
    told = [f"{f.owner} {f.address} {f.path}: {f.rule.slug} {f.words}" for f in reading.findings]
    assert told == []


def test_both_languages_and_every_kind_of_text_were_read(reading):
    of_language = {"lv": 0, "en": 0}
    for text in reading.texts:
        of_language[text.language] += len(list(words_of(text.words)))
    assert of_language["lv"] > 30_000
    assert of_language["en"] > 10_000
    assert any("captions" in text.path for text in reading.texts)


def test_everything_is_read_in_a_few_seconds(reading):
    assert reading.seconds < 30


@pytest.mark.parametrize("language", ["lv", "en"])
def test_list_holds_only_words_that_are_used_and_unknown_without_it(reading, language):
    without_list, with_list = Dictionary(language, []), Dictionary(language)
    english = Dictionary("en", [])
    needed: set[str] = set()
    for text in reading.texts:
        for _start, _end, word in words_of(text.words):
            is_asked = text.language == language or text.is_quoted or not english.knows(word)
            if is_asked and not without_list.knows(word):
                needed |= {word, *with_list.stems(word)}
    assert [word.word for word in own_words(language) if word.word not in needed] == []


@pytest.mark.parametrize("language", ["lv", "en"])
def test_list_is_sorted_in_each_section_and_names_no_word_twice(language):
    words = list(own_words(language))
    sections = list(dict.fromkeys(word.section for word in words))
    in_order = sorted(
        words,
        key=lambda w: (sections.index(w.section), to_ascii(w.word).lower(), w.word),
    )
    assert [word.word for word in words] == [word.word for word in in_order]
    assert len({word.word for word in words}) == len(words)


def test_allowed_repeats_and_plain_hosts_are_used(reading):
    said = [compared for text in reading.texts for _s, compared in sentences(text.words)]
    assert [line for key, line in allowed_repeats().items() if said.count(key) < 2] == []
    plain = [address for address in reading.addresses if address.startswith("http://")]
    unused = [host for host in plain_http_hosts() if not any(host in address for address in plain)]
    assert unused == []

"""What needs the whole site: links, translations, owners, drafts – and the command that tells."""

import csv
import io
import json

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import PageViewRestriction
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from home.models import Surroundings
from hub.proofreading.interface import interface_texts, without_placeholders
from hub.proofreading.links import is_well_written
from hub.proofreading.proofreader import Proofreader
from hub.proofreading.spelling import DictionaryMissing
from tests import factories

pytestmark = pytest.mark.once

SUMMARY = "Ciema taka gar upi."
SOURCES = [("source", {"title": "Druva", "url": "http://example.org/raksts", "note": ""})]


def link(attributes, words="te"):
    return f"<p>Lasiet <a {attributes}>{words}</a>.</p>"


@pytest.fixture
def trail(babite):
    return factories.make_solution(
        babite, "Dabas taka", slug="taka", summary=SUMMARY, sources=SOURCES
    )


def write(page, **fields):
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def found(rule, with_drafts=False):
    return [
        (finding.owner, finding.address, finding.path)
        for finding in Proofreader(None, with_drafts).of_content()
        if finding.rule.slug == rule
    ]


TRAIL = "/partneribas/pierigas/babite/taka/"


# Links


@pytest.mark.parametrize(
    "attributes",
    [
        'linktype="page" id="999999"',
        'linktype="document" id="999999"',
        'href="/nekur/"',
        'href="#nekas"',
        'href="/partneribas/#nekas"',
    ],
)
def test_link_to_what_is_not_there_is_found(trail, attributes):
    write(trail, situation=link(attributes))
    assert found("links") == [("pierigas", TRAIL, "situation")]


def test_links_to_public_pages_views_and_anchors_are_left_alone(trail, babite):
    document = factories.make_document()
    story = [("heading", {"text": "Kā viss sākās", "level": "h2", "anchor": ""})]
    write(babite, story=[*story, ("text", "<p>Sākās.</p>")])
    links = [
        f'linktype="page" id="{babite.pk}"', f'linktype="document" id="{document.pk}"',
        'href="/partneribas/pierigas/babite/#ka-viss-sakas"', 'href="/search/?q=taka"',
        'href="https://example.org/a?b=c"', 'href="mailto:info@example.org"',
    ]  # fmt: skip
    write(trail, situation="".join(map(link, links)))
    assert found("links") == []
    assert found("addresses") == []


def test_link_to_a_draft_or_private_page_is_found(trail, babite):
    other = factories.make_solution(babite, "Otra taka")
    related = {"title": "", "pages": [other]}
    write(trail, body=[("related_pages", related)])
    assert found("links") == []
    PageViewRestriction.objects.create(page=other, restriction_type="login")
    assert found("links") == [("pierigas", TRAIL, "body/1/pages/1")]
    PageViewRestriction.objects.all().delete()
    other.unpublish()
    assert found("links") == [("pierigas", TRAIL, "body/1/pages/1")]


def test_page_chosen_in_a_field_must_be_public(lists, trail):
    story = factories.make_story(lists["story-index"], solution=trail, summary="Stāsts par taku.")
    assert found("links") == []
    trail.unpublish()
    assert found("links") == [("hub", story.get_url(), "solution")]


def test_address_outside_is_whole_and_safe(trail):
    write(trail, situation=link('href="http://example.org/"'))
    assert found("addresses") == [("pierigas", TRAIL, "situation")]


@pytest.mark.parametrize(
    ("address", "is_right"),
    [
        ("https://example.org", True),
        ("https://example.org/a b", False),
        ("http://example.org/", False),
        ("http://www.ziedzeme.lv", True),
        ("example.org", False),
        ("https://example", False),
        ("mailto:info@example.org", True),
        ("mailto:info", False),
        ("tel:+371 20 000 000", True),
    ],
)
def test_how_an_address_is_written(address, is_right):
    assert is_well_written(address) is is_right


def test_source_stands_at_the_address_where_it_was_read():
    assert is_well_written("http://example.org/raksts", is_quoted=True)
    assert not is_well_written("http://example.org/a b", is_quoted=True)


# Whole pages


def test_sentence_of_one_page_in_another_is_found(trail, babite):
    sentence = "Ceļš ved gar upi līdz vecajam tiltam."
    write(babite, story=[("text", f"<p>{sentence}</p>")])
    write(trail, situation=f"<p>Te sākas. {sentence}</p>")
    assert found("repeats") == [("pierigas", TRAIL, "situation")]


def test_words_of_captions_files_and_records_are_read(babite):
    video = factories.make_video("Video - taka")
    factories.make_captions(video, "Sveiki , kaimiņi!")
    resource = factories.make_resource(babite, "Zāle - liela")
    assert found("dashes") == [
        ("pierigas", "/partneribas/pierigas/babite/", f"resource {resource.pk}/name"),
        ("hub", "", f"recording {video.pk}/title"),
    ]
    assert found("spaces") == [("hub", "", f"recording {video.pk}/captions lv/1")]


def test_drafts_are_read_only_when_asked_for(trail):
    trail.situation = "<p>Taka - ceļš.</p>"
    trail.save_revision()
    assert found("dashes") == []
    assert found("dashes", with_drafts=True) == [("pierigas", TRAIL, "situation")]
    trail.unpublish()
    assert found("dashes") == []


def test_resource_is_read_where_its_community_can_be(babite):
    factories.make_resource(babite, "Zāle - liela")
    assert len(found("dashes")) == 1
    babite.unpublish()
    assert found("dashes") == []


def test_resource_in_english_stands_at_the_english_page_of_its_community(lists, babite):
    home = factories.translated(lists["partnership-index"].get_parent().specific)
    english = factories.translated(
        babite, parent=home, slug="babite-en", key="babite", summary="A village."
    )
    resource = factories.make_resource(babite, "Hall - large", locale=english.locale)
    assert found("dashes") == [("hub", english.get_url(), f"resource {resource.pk}/name")]


# Translations


@pytest.fixture
def translated_trail(lists, trail):
    """The trail in English, made as wagtail-localize makes it."""
    english = factories.make_locale("en")
    for page in [*trail.get_ancestors().filter(depth__gt=1).specific(), trail]:
        source, _new = TranslationSource.get_or_create_from_instance(page)
        translation = Translation.objects.create(source=source, target_locale=english)
        for segment in source.stringsegment_set.exclude(context__path="slug"):
            StringTranslation.objects.create(
                translation_of=segment.string, context=segment.context, locale=english,
                data="The trail along the river of our village.",
            )  # fmt: skip
        translation.save_target(publish=False)
        page.get_translation(english).latest_revision.publish()
    return trail.get_translation(english)


def test_translation_of_what_the_original_said_before_is_found(trail, translated_trail):
    assert found("outdated") == []
    write(trail, summary="Ciema taka gar ezeru.")
    assert found("outdated") == [("pierigas", translated_trail.get_url(), "summary")]


def test_latvian_text_on_an_english_page_is_found(translated_trail):
    assert found("language") == []
    write(translated_trail, summary="Kaimiņi sanāca kopā un izmērīja taku, kas ved gar upi.")
    assert found("language") == [("pierigas", translated_trail.get_url(), "summary")]


# The command


@pytest.fixture
def without_dictionaries(monkeypatch):
    def missing():
        raise DictionaryMissing("Python lacks chunspell: run  pip install chunspell")

    monkeypatch.setattr("hub.management.commands.check_content.Speller", missing)


def run(**options):
    """What the command writes, and what it ends with."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("check_content", stdout=out, stderr=err, **options)
    except CommandError as error:
        return out.getvalue(), err.getvalue(), error.returncode
    return out.getvalue(), err.getvalue(), 0


@pytest.fixture
def two_faults(trail, without_dictionaries):
    write(trail, situation="<p>Taka - ceļš.</p>", lessons="<p>Un tā...</p>")


def test_each_fault_is_a_line_and_the_end_is_one(two_faults):
    out, _err, code = run(owner="pierigas", rule=["dashes", "dots"])
    lines = out.splitlines()
    assert lines[0] == f"pierigas  lv  {TRAIL}  situation  dashes  Taka[ - ]ceļš."
    assert lines[1] == f"pierigas  lv  {TRAIL}  lessons  dots  Un tā[...]"
    assert code == 1


def test_each_rule_found_is_counted_and_explained(two_faults):
    out, _err, _code = run(rule=["dots"])
    assert out.splitlines()[-1].startswith("    1 dots: Trīs punkti vienas zīmes vietā. ")


def test_nothing_found_ends_with_zero(two_faults):
    assert run(rule=["alt"]) == ("", "", 0)
    assert run(owner="hub", rule=["dots"])[2] == 0
    assert run(language="en", rule=["dots"])[2] == 0


def test_missing_dictionaries_are_told_and_the_rest_is_read(two_faults):
    out, err, _code = run(owner="pierigas")
    assert err == "Spelling is not checked: Python lacks chunspell: run  pip install chunspell\n"
    assert "dots" in out


def test_tables_and_data_hold_the_same(two_faults):
    as_csv, _err, code = run(rule=["dots"], format="csv")
    row = {
        "owner": "pierigas", "language": "lv", "address": TRAIL, "path": "lessons",
        "rule": "dots", "words": "Un tā[...]",
    }  # fmt: skip
    assert list(csv.DictReader(io.StringIO(as_csv))) == [row]
    assert json.loads(run(rule=["dots"], format="json")[0]) == [row]
    assert code == 1


# The interface


def test_strings_of_code_catalogues_templates_and_the_guide_are_read():
    read = [(file, text.language) for file, text in interface_texts()]
    assert {
        ("hub/locale/lv/LC_MESSAGES/django.po", "en"),
        ("hub/locale/lv/LC_MESSAGES/django.po", "lv"),
        ("hub/locale_wagtail/lv/LC_MESSAGES/django.po", "lv"),
        ("docs/editors.md", "lv"),
        ("docs/editors.md", "en"),
    } <= set(read)
    # What Wagtail says in English is not ours to mend.
    assert ("hub/locale_wagtail/lv/LC_MESSAGES/django.po", "en") not in read
    assert any(file.startswith("templates/") for file, _language in read)


def test_placeholders_and_tags_are_no_words():
    assert without_placeholders("<b>%(count)d</b> of {total}: %s") == "￼￼￼ of ￼: ￼"


def test_caption_may_say_what_its_page_says(lists):
    video = factories.make_video()
    factories.make_captions(video, "Cik cilvēku tas skar, un cik bieži?")
    factories.make_story(
        lists["story-index"], video=video, consent_confirmed=True, summary="Stāsts par vajadzību.",
        body=[("text", "<p>Cik cilvēku tas skar, un cik bieži?</p>")],
    )  # fmt: skip
    assert found("repeats") == []


def test_words_of_menu_and_footer_are_read_in_their_language(lists):
    Surroundings.objects.create(language="en", about="Four partnerships - and their villages.")
    findings = [
        (finding.language, finding.words)
        for finding in Proofreader(None).of_content()
        if finding.rule.slug == "dashes"
    ]
    assert findings == [("en", "Four partnerships[ - ]and their villages.")]

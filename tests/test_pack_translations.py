"""A text in another language is a translation that editors go on from, shaped like its original."""

from pathlib import Path

import pytest
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from communities.models import Resource
from hub.packs.segments import TOOL
from tests.factories import make_locale
from tests.pack_world import bring_in, change, page_of, refusal_of, write, write_packs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bare_site")]

LV, EN = "cesu/kopienas/liepa.lv.md", "cesu/kopienas/liepa.en.md"


@pytest.fixture
def packs(tmp_path) -> Path:
    return write_packs(tmp_path)


@pytest.fixture
def imported(packs) -> Path:
    bring_in(packs)
    return packs


def translation_of(key: str) -> Translation:
    return Translation.objects.get(source__object_id=page_of(key).translation_key)


def words_of(page: Page) -> list[str]:
    return [block.value.source for block in page.story if block.block_type == "text"]


# What a translation is


def test_translation_is_wagtail_localizes_own(imported):
    translation = translation_of("cesu/liepa")
    page = translation.get_target_instance()

    assert page == page_of("cesu/liepa", "en")
    assert translation.enabled
    total, translated = translation.get_progress()
    assert total == translated > 8


def test_translated_page_is_live_and_no_alias(imported):
    page = page_of("cesu/liepa", "en")

    assert page.live
    assert page.alias_of is None
    assert page.get_parent() == page_of("cesu", "en").page_ptr
    assert page.url == "/en/partnerships/cesis/liepa-village/"


def test_words_are_translated_and_all_else_follows_the_original(imported):
    page = page_of("cesu/liepa", "en")

    assert page.title == "Liepa village"
    assert page.sources[0].value["title"] == "Liepa Travellers’ Day"
    assert page.story[1].value["text"] == "Travellers’ Day"
    assert page.lead_image == page_of("cesu/liepa").lead_image
    assert sorted(theme.slug for theme in page.themes.all()) == ["turisms", "vide"]
    assert [block.id for block in page.story] == [b.id for b in page_of("cesu/liepa").story]


def test_links_may_change_their_order_and_lead_to_the_english_site(imported):
    cesu = page_of("cesu").pk

    assert words_of(page_of("cesu/liepa", "en"))[0] == (
        f'<p>From <a id="{cesu}" linktype="page">Cēsis</a> one comes to Liepa'
        ' by <a href="https://pv.lv/en">train</a>.</p>'
    )


def test_address_of_a_source_may_be_the_english_one(packs):
    change(packs, EN, "url: https://eliesma.lv/liepa", "url: https://eliesma.lv/en/liepa")
    bring_in(packs)

    assert page_of("cesu/liepa", "en").sources[0].value["url"] == "https://eliesma.lv/en/liepa"
    assert page_of("cesu/liepa").sources[0].value["url"] == "https://eliesma.lv/liepa"


def test_what_is_not_said_keeps_the_originals_words(packs):
    change(packs, EN, "summary: A village that wants to show its visitors the way.\n", "")
    bring_in(packs)

    assert page_of("cesu/liepa", "en").summary == "Ciems, kas viesiem grib parādīt ceļu."
    total, translated = translation_of("cesu/liepa").get_progress()
    assert total == translated + 1


def test_home_pages_lie_beside_each_other(imported):
    assert page_of("hub/home", "en").slug == "home-en"
    assert page_of("hub/home", "en").url == "/en/"


def test_rights_on_a_translation_are_its_owners(imported):
    cesu = page_of("cesu", "en")

    assert cesu.owning == page_of("cesu").owning
    assert cesu.group_permissions.filter(group=cesu.owning.editors).exists()


def test_record_is_translated_too(packs):
    write(
        packs,
        "cesu/kopienas/resursi.en.yaml",
        "- key: cesu/liepa/resursi/stacija\n"
        "  name: Railway stop\n"
        "  description: The train comes six times a day.\n",
    )
    bring_in(packs)

    stop = Resource.objects.get(locale__language_code="en")
    assert (stop.name, stop.description) == (
        "Railway stop",
        "<p>The train comes six times a day.</p>",
    )
    assert stop.live
    assert stop.community == page_of("cesu/liepa")
    assert bring_in(packs).counts == {"unchanged": 14 - 1}


# What is refused


def test_page_whose_parent_is_not_translated_is_refused(packs):
    (packs / "cesu/partneriba.en.md").unlink()

    assert refusal_of(packs) == [f"{EN}:2: the page above, „cesu”, is not translated"]


def test_page_below_a_broken_translation_is_not_told_of_too(packs):
    change(packs, "cesu/partneriba.en.md", "Works around Cēsis.", "- Works around Cēsis.")

    assert [line.split(":")[0] for line in refusal_of(packs)] == ["cesu/partneriba.en.md"]


def test_theme_has_its_words_in_one_file(packs):
    write(packs, "hub/temas.en.yaml", "- key: hub/temas/vide\n  slug: vide\n")

    assert refusal_of(packs) == [
        "hub/temas.en.yaml:1: a theme is written once, with its words in all languages"
    ]


# Editors


def test_changed_original_reaches_its_translation(imported):
    change(imported, LV, "themes: [turisms, vide]\n", "")
    change(imported, LV, "- otrais maršruts\n", "")
    change(imported, EN, "- the second route\n", "")

    bring_in(imported)

    page = page_of("cesu/liepa", "en")
    assert list(page.themes.all()) == []
    assert words_of(page)[1].count("<li>") == 1
    assert set(bring_in(imported).counts) == {"unchanged"}


def test_translation_that_an_editor_published_is_left_alone(imported):
    page = page_of("cesu/liepa", "en")
    page.title = "Liepa near Cēsis"
    page.save_revision().publish()
    change(imported, EN, "title: Liepa village", "title: The village of Liepa")

    report = bring_in(imported)

    assert page_of("cesu/liepa", "en").title == "Liepa near Cēsis"
    assert f"{EN}:2: changed by an editor since the last import: left alone" in report.notes


def test_words_that_an_editor_translated_and_not_yet_published_are_left_alone(imported):
    strings = StringTranslation.objects.filter(data="Liepa village")
    strings.update(data="Liepa near Cēsis", tool_name="")
    change(imported, EN, "title: Liepa village", "title: The village of Liepa")

    report = bring_in(imported)

    assert report.counts["edited here"] == 1
    assert StringTranslation.objects.filter(data="Liepa near Cēsis").exists()


def test_translation_of_an_original_that_an_editor_changed_is_left_alone(imported):
    page = page_of("cesu/liepa")
    page.summary = "Ciems ar staciju."
    page.save_revision().publish()
    change(imported, EN, "title: Liepa village", "title: The village of Liepa")

    report = bring_in(imported)

    assert page_of("cesu/liepa", "en").title == "Liepa village"
    assert report.counts["edited here"] == 2


def test_translation_made_here_is_not_taken_over(packs):
    text = (packs / EN).read_text()
    (packs / EN).unlink()
    bring_in(packs)
    made = page_of("cesu/liepa").copy_for_translation(make_locale("en"))
    write(packs, EN, text)

    report = bring_in(packs)

    assert report.counts["not from a pack"] == 1
    assert Page.objects.get(pk=made.pk).title == "Liepa"


def test_alias_becomes_a_translation(packs):
    text = (packs / EN).read_text()
    (packs / EN).unlink()
    bring_in(packs)
    alias = page_of("cesu/liepa").copy_for_translation(make_locale("en"), alias=True)
    write(packs, EN, text)

    bring_in(packs)

    page = page_of("cesu/liepa", "en")
    assert page.pk == alias.pk
    assert page.alias_of is None
    assert page.title == "Liepa village"


def test_deleted_translation_stays_deleted(imported):
    page_of("cesu/liepa", "en").delete()
    change(imported, EN, "title: Liepa village", "title: The village of Liepa")

    report = bring_in(imported)

    assert report.counts["deleted here"] == 1
    assert Page.objects.filter(title="The village of Liepa").count() == 0


def test_string_says_that_a_pack_wrote_it(imported):
    assert set(StringTranslation.objects.values_list("tool_name", flat=True)) == {TOOL}

"""When an original changes its translation says so, to editors and readers, until it is updated."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from hub.translating import state
from hub.translating.ageing import OlderTranslation
from hub.translating.beginning import begin_translation
from tests import factories
from tests.houses import houses_in_english, person

pytestmark = pytest.mark.django_db

NOTE = "The Latvian original changed on"


@pytest.fixture
def world(lists):
    world = houses_in_english("pieriga")
    world["soup"] = factories.make_news(world["pieriga"], "Zupa", slug="zupa", summary="Silta.")
    return world


def told_in_english(page, commit) -> Translation:
    """The page translated wholly and published."""
    translation = begin_translation(page, factories.make_locale("en"), None)
    write_texts(translation)
    with commit(execute=True):
        translation.save_target(publish=True)
    return translation


def write_texts(translation: Translation) -> None:
    for segment in StringSegment.objects.filter(source=translation.source):
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            defaults={"data": f"English {segment.string.data}"},
        )


def change(page, **fields) -> None:
    page = type(page).objects.get(pk=page.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


@pytest.fixture
def translation(world, django_capture_on_commit_callbacks):
    return told_in_english(world["soup"], django_capture_on_commit_callbacks)


def public(client, translation) -> str:
    return client.get(translation.get_target_instance().url).content.decode()


def test_readers_are_told_when_the_original_changed(client, world, translation):
    assert NOTE not in public(client, translation)
    change(world["soup"], summary="Karsta.")

    today = timezone.localdate()
    text = public(client, translation)
    assert f"{NOTE} {today.day} {today:%B %Y}; this translation is older." in text
    assert '<a href="/partneribas/pierigas/zupa/" lang="lv" hreflang="lv">' in text


def test_what_readers_do_not_see_makes_nothing_older(client, world, translation):
    change(world["soup"], review_by=date(2030, 1, 1))
    change(world["soup"])

    assert not OlderTranslation.objects.exists()


def test_a_synchronised_value_counts_too(world, translation):
    change(world["soup"], date=date(2026, 4, 1))

    assert OlderTranslation.objects.get().page == translation.get_target_instance().page_ptr


def test_the_note_costs_no_query(client, world, translation, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    public(client, translation)
    with CaptureQueriesContext(connection) as before:
        public(client, translation)
    change(world["soup"], summary="Karsta.")
    public(client, translation)
    with CaptureQueriesContext(connection) as after:
        assert NOTE in public(client, translation)
    assert len(after) == len(before)


def test_who_takes_a_change_back_makes_it_new_again(world, translation):
    change(world["soup"], summary="Karsta.")
    change(world["soup"], summary="Silta.")

    assert not OlderTranslation.objects.exists()


def test_an_updated_translation_is_no_longer_older(
    client, world, translation, django_capture_on_commit_callbacks
):
    change(world["soup"], summary="Karsta.")
    person(client, "pierigas", "editors")
    address = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    edit = reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk])
    editor = client.get(edit).content.decode()
    assert "Tulkojums novecojis." in editor
    assert address in editor

    client.post(address)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(edit, {"action": "publish"})
    assert OlderTranslation.objects.exists(), "a text still waits to be translated"
    write_texts(Translation.objects.get())
    with django_capture_on_commit_callbacks(execute=True):
        client.post(edit, {"action": "publish"})
    assert not OlderTranslation.objects.exists()


def test_the_desk_learns_what_is_missing_unfinished_and_outdated(world, translation):
    english = translation.target_locale
    pages = Page.objects.descendant_of(world["partnership-index"])
    assert world["babite"].page_ptr in state.missing_translations(pages, english)
    assert world["soup"].page_ptr not in state.missing_translations(pages, english)
    assert not state.outdated_translations(Page.objects.all())
    assert not state.unfinished_translations(Page.objects.all())

    change(world["soup"], summary="Karsta.")
    translation.source.update_from_db()
    page = translation.get_target_instance().page_ptr
    assert list(state.outdated_translations(Page.objects.all())) == [page]
    assert list(state.unfinished_translations(Page.objects.all())) == [page]

"""Documents, pictures and recordings: the catalogue tells of them as they are."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.images.forms import get_image_form
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from tests import factories
from tests.catalogue import entry, titles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ends_as_a_rebuild_would")]


@pytest.fixture
def form():
    return factories.make_document("Pieteikuma veidlapa")


def with_document(page, document):
    page.body = [("document", {"document": document, "title": ""})]
    page.save_revision().publish()


def test_a_document_is_there_only_while_a_public_page_refers_to_it(trail, form):
    assert "Pieteikuma veidlapa" not in titles()
    with_document(trail, form)
    row = entry("Pieteikuma veidlapa")
    assert (row.kind, row.language, row.url) == ("document", "lv", form.url)
    trail.body = []
    trail.save_revision().publish()
    assert "Pieteikuma veidlapa" not in titles()


def test_a_document_of_an_unpublished_page_is_not_there(trail, form):
    with_document(trail, form)
    trail.unpublish()
    assert "Pieteikuma veidlapa" not in titles()


def test_a_document_of_a_deleted_page_is_not_there(trail, form):
    with_document(trail, form)
    Page.objects.get(pk=trail.pk).delete()
    assert "Pieteikuma veidlapa" not in titles()


def test_a_document_of_a_draft_is_not_there(trail, form):
    trail.body = [("document", {"document": form, "title": ""})]
    trail.save_revision()
    assert "Pieteikuma veidlapa" not in titles()


def test_a_document_stays_while_another_page_refers_to_it(babite, trail, form):
    other = factories.make_solution(babite, "Cita taka")
    for page in (trail, other):
        with_document(page, form)
    trail.unpublish()
    assert "Pieteikuma veidlapa" in titles()
    Page.objects.get(pk=other.pk).delete()
    assert "Pieteikuma veidlapa" not in titles()


def test_a_document_is_hidden_with_its_page_or_its_collection(babite, trail, form):
    with_document(trail, form)
    restriction = PageViewRestriction.objects.create(page=babite, restriction_type="login")
    assert "Pieteikuma veidlapa" not in titles()
    restriction.delete()
    assert "Pieteikuma veidlapa" in titles()
    locked = Collection.get_first_root_node().add_child(name="Slēgts")
    form.collection = locked
    form.save()
    restriction = CollectionViewRestriction.objects.create(
        collection=locked, restriction_type="login"
    )
    assert "Pieteikuma veidlapa" not in titles()
    restriction.delete()
    assert "Pieteikuma veidlapa" in titles()


def test_a_deleted_document_is_not_there(trail, form):
    with_document(trail, form)
    form.delete()
    assert "Pieteikuma veidlapa" not in titles()


def test_a_renamed_document_is_renamed(trail, form):
    with_document(trail, form)
    form.title = "Veidlapa 2026"
    form.save()
    assert titles(kind="document") == {"Veidlapa 2026"}


def test_card_pictures_are_made_when_a_page_is_published(babite):
    factories.make_solution(
        babite, "Ar attēlu", lead_image=factories.make_image(), lead_image_alt="Taka"
    )
    picture = entry("Ar attēlu").picture
    assert picture["alt"] == "Taka"
    assert picture["src"].startswith("/media/images/")
    assert set(picture["srcset"]) >= {"webp", "jpeg"}


def test_a_broken_picture_never_stops_a_publish(babite):
    image = factories.make_image()
    image.file.storage.delete(image.file.name)
    image.file.storage.save(image.file.name, ContentFile(b"no picture"))
    factories.make_solution(babite, "Bez attēla", lead_image=image)
    assert entry("Bez attēla").picture == {}


def test_a_deleted_picture_leaves_no_dead_address(babite):
    image = factories.make_image()
    factories.make_solution(babite, "Ar attēlu", lead_image=image)
    image.delete()
    assert entry("Ar attēlu").picture == {}


def test_a_document_moved_into_a_private_collection_is_hidden(trail, form):
    with_document(trail, form)
    locked = Collection.get_first_root_node().add_child(name="Slēgts")
    CollectionViewRestriction.objects.create(collection=locked, restriction_type="login")
    form.collection = locked
    form.save()
    assert "Pieteikuma veidlapa" not in titles()


def test_a_document_belongs_to_the_owner_of_the_oldest_page_that_refers_to_it(
    lists, babite, trail, form
):
    news = factories.make_news(lists["news-index"], "Ziņa")
    news.body = [("document", {"document": form, "title": ""})]
    news.save_revision().publish()
    assert entry("Pieteikuma veidlapa").owner == "hub"
    with_document(trail, form)
    row = entry("Pieteikuma veidlapa")
    assert (row.owner, row.community, row.summary) == ("pierigas", "babite", "Dabas taka")
    trail.title = "Jauna taka"
    trail.save_revision().publish()
    assert entry("Pieteikuma veidlapa").summary == "Jauna taka"


def test_a_document_exchanged_for_another_is_exchanged(trail, form):
    with_document(trail, form)
    with_document(trail, factories.make_document("Jaunā veidlapa"))
    assert titles(kind="document") == {"Jaunā veidlapa"}


def new_picture_file() -> SimpleUploadedFile:
    return SimpleUploadedFile("jauns.jpg", factories.picture_bytes("orange"), "image/jpeg")


def test_an_exchanged_picture_has_its_new_address(babite, django_capture_on_commit_callbacks):
    image = factories.make_image()
    factories.make_solution(babite, "Ar attēlu", lead_image=image)
    before = entry("Ar attēlu").picture["src"]
    form_class = get_image_form(type(image))
    values = {"title": "Jauns", "collection": image.collection_id, "licence": image.licence}
    form = form_class(values, {"file": new_picture_file()}, instance=image)
    assert form.is_valid(), form.errors
    with django_capture_on_commit_callbacks(execute=True):
        form.save()
    after = entry("Ar attēlu").picture["src"]
    assert after != before
    assert image.renditions.get(filter_spec="fill-400x250|format-jpeg").url == after


def test_a_picture_with_another_middle_is_cut_anew(babite):
    image = factories.make_image()
    factories.make_solution(babite, "Ar attēlu", lead_image=image)
    before = entry("Ar attēlu").picture["src"]
    image.focal_point_x, image.focal_point_y = 5, 5
    image.focal_point_width = image.focal_point_height = 10
    image.save()
    assert entry("Ar attēlu").picture["src"] != before


def test_renditions_thrown_away_are_made_again(babite, django_capture_on_commit_callbacks):
    image = factories.make_image()
    factories.make_solution(babite, "Ar attēlu", lead_image=image)
    with django_capture_on_commit_callbacks(execute=True):
        image.renditions.all().delete()
    address = image.renditions.get(filter_spec="fill-400x250|format-jpeg").url
    assert entry("Ar attēlu").picture["src"] == address


@pytest.fixture
def story(babite):
    return factories.make_story(
        babite, "Mūsu stāsts", video=factories.make_video(), consent_confirmed=True
    )


def test_a_story_tells_of_captions_made_later(story):
    assert not entry("Mūsu stāsts").has_captions
    track = factories.make_captions(story.video, "Talka pie ezera")
    row = entry("Mūsu stāsts")
    assert row.has_captions
    assert "Talka pie ezera" in row.body
    track.delete()
    assert not entry("Mūsu stāsts").has_captions


def test_a_story_whose_video_is_deleted_has_no_captions(story):
    factories.make_captions(story.video, "Talka pie ezera")
    story.video.delete()
    row = entry("Mūsu stāsts")
    assert not row.has_captions
    assert "Talka" not in row.body


def test_a_story_tells_how_long_its_video_is(story):
    story.video.duration = 65
    story.video.save()
    assert entry("Mūsu stāsts").number == "1:05"

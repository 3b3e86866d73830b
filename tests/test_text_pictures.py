"""Pictures in a text: drawn by the task worker when it is published, never while it is read."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.images.blocks import ImageBlock
from wagtail.images.forms import get_image_form

from hub.pictures import pictures_in, text_picture
from hub.preparation import ask_for_pictures
from hub.tasks import draw_text_pictures
from tests import factories

pytestmark = [pytest.mark.once, pytest.mark.django_db]

ALL_SIZES = 9


@pytest.fixture
def picture(lists):
    return factories.make_image()


@pytest.fixture
def drawn(picture):
    draw_text_pictures.enqueue([picture.pk])
    return picture


def figure(image) -> tuple[str, dict]:
    value = ImageBlock().to_python({"image": image.pk, "alt_text": "Talka pie dīķa"})
    return "figure", {"image": value}


def number_of_sizes(image) -> int:
    return image.renditions.filter(filter_spec__startswith="width-").count()


# What is drawn, and when


def test_a_published_page_has_its_pictures_drawn_wherever_they_stand(lists):
    first, second = factories.make_image(), factories.make_image()
    body = [figure(first), ("gallery", {"images": [figure(second)[1]]})]
    page = factories.make_news(lists["news-index"], body=body)

    assert pictures_in(page) == {first.pk, second.pk}
    assert (number_of_sizes(first), number_of_sizes(second)) == (ALL_SIZES, ALL_SIZES)


def test_a_draft_has_none_drawn(lists, picture):
    factories.make_news(lists["news-index"], body=[figure(picture)], live=False)

    assert number_of_sizes(picture) == 0


def test_a_public_resource_has_its_photograph_drawn(babite, picture):
    factories.make_resource(babite, photo=picture)

    assert number_of_sizes(picture) == ALL_SIZES


def test_a_broken_file_stops_neither_the_publish_nor_the_other_pictures(lists, picture):
    broken = factories.make_image()
    default_storage.delete(broken.file.name)
    default_storage.save(broken.file.name, ContentFile(b"no picture"))
    page = factories.make_news(lists["news-index"], body=[figure(broken), figure(picture)])

    assert page.live
    assert (number_of_sizes(broken), number_of_sizes(picture)) == (0, ALL_SIZES)


def test_an_exchanged_file_is_drawn_anew(drawn, django_capture_on_commit_callbacks):
    before = text_picture(drawn, "")["src"]
    new = SimpleUploadedFile("jauns.jpg", factories.picture_bytes("orange"), "image/jpeg")
    values = {"title": "Jauns", "collection": drawn.collection_id, "licence": drawn.licence}
    form = get_image_form(type(drawn))(values, {"file": new}, instance=drawn)
    assert form.is_valid(), form.errors
    with django_capture_on_commit_callbacks(execute=True):
        form.save()

    assert text_picture(drawn, "")["src"] not in (before, None)
    assert number_of_sizes(drawn) == ALL_SIZES


def test_a_deleted_picture_is_not_drawn_again(drawn, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        drawn.delete()

    assert not type(drawn).objects.filter(title=drawn.title).exists()


def test_what_new_code_needs_is_drawn_when_the_site_is_prepared(lists, picture):
    factories.make_news(lists["news-index"], body=[figure(picture)])
    assert not ask_for_pictures()
    picture.renditions.get(filter_spec="width-1200|format-avif").delete()

    assert ask_for_pictures()
    assert number_of_sizes(picture) == ALL_SIZES


# What a page shows


def test_a_picture_comes_in_three_formats_and_never_larger_than_it_is(drawn):
    found = text_picture(drawn, "Talka pie dīķa")
    assert (found["width"], found["height"], found["alt"]) == (80, 50, "Talka pie dīķa")
    assert found["src"].endswith(".jpg")
    assert {name: srcset.split()[1:] for name, srcset in found["srcset"].items()} == {
        "avif": ["80w"],
        "webp": ["80w"],
        "jpeg": ["80w"],
    }


def test_a_second_look_takes_no_query(drawn, django_assert_num_queries):
    text_picture(drawn, "")
    with django_assert_num_queries(0):
        assert text_picture(drawn, "Citi vārdi")["alt"] == "Citi vārdi"


def test_until_it_is_drawn_its_room_is_kept_and_nothing_drawn(picture):
    assert text_picture(picture, "Talka") == {"width": 80, "height": 50, "alt": "Talka"}
    assert picture.renditions.count() == 0


def test_until_it_is_drawn_the_one_of_the_admin_is_shown(picture):
    small = picture.get_rendition("max-165x165")
    assert text_picture(picture, "") == {"src": small.url, "width": 80, "height": 50, "alt": ""}


def test_a_reader_who_comes_before_the_worker_sees_the_room_and_its_words(client, lists, picture):
    page = factories.make_news(lists["news-index"], body=[figure(picture)])
    picture.renditions.all().delete()
    text = client.get(page.url).content.decode()

    assert 'viewBox="0 0 80 50"' in text
    assert 'aria-label="Talka pie dīķa"' in text
    assert picture.renditions.count() == 0


def test_where_there_is_no_picture_there_is_nothing():
    assert text_picture(None, "") == {}

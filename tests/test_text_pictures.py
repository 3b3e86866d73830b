"""Pictures in a text: sizes and formats to choose from, made once."""

import pytest
from django.core.files.storage import default_storage

from hub.pictures import text_picture
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(lists):
    return factories.make_image()


def test_a_picture_comes_in_three_formats_and_never_larger_than_it_is(picture):
    made = text_picture(picture, "Talka pie dīķa")
    assert (made["width"], made["height"], made["alt"]) == (80, 50, "Talka pie dīķa")
    assert made["src"].endswith(".jpg")
    assert {name: srcset.split()[1:] for name, srcset in made["srcset"].items()} == {
        "avif": ["80w"],
        "webp": ["80w"],
        "jpeg": ["80w"],
    }


def test_a_second_look_takes_no_query(picture, django_assert_num_queries):
    text_picture(picture, "")
    with django_assert_num_queries(0):
        assert text_picture(picture, "Citi vārdi")["alt"] == "Citi vārdi"


def test_a_new_file_makes_new_sizes(picture):
    before = text_picture(picture, "")["src"]
    # As Wagtail's form does.
    picture.renditions.all().delete()
    picture.file = factories.make_image().file
    picture.save()
    assert text_picture(picture, "")["src"] != before


def test_a_picture_whose_file_is_gone_is_left_out(picture):
    default_storage.delete(picture.file.name)
    assert text_picture(picture, "") == {}
    assert text_picture(None, "") == {}

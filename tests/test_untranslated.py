"""A page that is not told in a language says so there, and leads on."""

import pytest
from wagtail.models import PageViewRestriction

from tests import factories

pytestmark = [pytest.mark.once, pytest.mark.django_db]


@pytest.fixture
def world(lists):
    home_en = factories.translated(lists["news-index"].get_parent().specific, title="KOPA")
    toolkit_en = factories.translated(
        lists["toolkit-index"], home_en, title="Toolkit", slug="toolkit"
    )
    method = factories.make_method(lists["toolkit-index"], "Kopīga zupa", slug="zupa")
    return {**lists, "home_en": home_en, "toolkit_en": toolkit_en, "method": method}


def address(page, language: str = "en") -> str:
    return f"{'' if language == 'lv' else '/en'}/not-translated/{page.pk}/"


def test_switch_of_languages_leads_to_where_it_is_said(client, world):
    page = client.get("/riki/zupa/").content.decode()

    assert f'<a href="{address(world["method"])}" lang="en" hreflang="en"' in page


def test_it_says_so_in_the_language_asked_for_and_leads_on(client, world):
    response = client.get(address(world["method"]))
    text = response.content.decode()

    assert response.status_code == 200
    assert '<html lang="en">' in text
    assert "<h1>This page is not in English yet</h1>" in text
    assert '<a class="more" href="/riki/zupa/" lang="lv" hreflang="lv">Kopīga zupa' in text
    assert '<a class="more" href="/en/toolkit/">Toolkit' in text
    assert 'action="/en/search/"' in text
    assert '<meta name="robots" content="noindex">' in text


def test_it_says_so_in_latvian_too(client, world):
    method = factories.make_method(world["toolkit_en"], "Soup together", slug="soup")
    text = client.get(address(method, "lv")).content.decode()

    assert "<h1>Šīs lapas latviski vēl nav</h1>" in text
    assert 'href="/en/toolkit/soup/" lang="en" hreflang="en">Soup together' in text
    assert '<a class="more" href="/riki/">Rīki kopienai' in text


def test_once_it_is_translated_the_address_leads_to_it(client, world):
    factories.translated(
        world["method"], world["toolkit_en"], title="Soup", slug="soup",
        phase="needs", aim="Eat.", duration_minutes=60,
    )  # fmt: skip

    assert client.get(address(world["method"])).url == "/en/toolkit/soup/"


def test_page_asked_for_in_its_own_language_is_led_to(client, world):
    assert client.get(address(world["method"], "lv")).url == "/riki/zupa/"


def test_draft_of_a_translation_is_not_led_to(client, world):
    draft = factories.translated(
        world["method"], world["toolkit_en"], title="Soup", slug="soup",
        phase="needs", aim="Eat.", duration_minutes=60,
    )  # fmt: skip
    draft.unpublish()

    assert (
        "This page is not in English yet" in client.get(address(world["method"])).content.decode()
    )


def test_drafts_and_private_pages_are_not_spoken_of(client, world):
    draft = factories.make_method(world["toolkit-index"], "Melnraksts", live=False)
    assert client.get(address(draft)).status_code == 404

    PageViewRestriction.objects.create(page=world["toolkit-index"], restriction_type="login")
    response = client.get(address(world["method"]))
    assert response.status_code == 404
    assert "Kopīga zupa" not in response.content.decode()


def test_number_of_nothing_is_not_found(client, world):
    for number in (0, 987654321, 10**30):
        assert client.get(f"/en/not-translated/{number}/").status_code == 404


def test_nearest_page_that_is_private_is_left_out(client, world):
    PageViewRestriction.objects.create(page=world["toolkit_en"], restriction_type="login")

    assert "Toolkit" not in client.get(address(world["method"])).content.decode()


def test_it_takes_few_queries(client, world, django_assert_max_num_queries):
    client.get(address(world["method"]))
    with django_assert_max_num_queries(5):
        client.get(address(world["method"]))

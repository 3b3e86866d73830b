"""What stands around a page: the menu, the way up, the languages, and what machines read."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from hub.views import server_error
from tests import factories

pytestmark = [pytest.mark.once, pytest.mark.django_db]


@pytest.fixture
def world():
    home, lists = factories.standing_home(), factories.standing_lists()
    about = factories.make_standard(home, "Par projektu", slug="par-projektu")
    home_en = factories.translated(home, title="KOPA", slug="en-home")
    about_en = factories.translated(about, home_en, title="About", slug="about")
    return {"home": home, **lists, "about": about, "home_en": home_en, "about_en": about_en}


def text(client, address):
    return client.get(address).content.decode()


def test_menu_holds_the_lists_and_the_footer_the_plain_pages(client, world):
    menu, _middle, footer = text(client, "/").partition('class="site-footer"')

    assert '<a href="/risinajumi/">Viedie risinājumi</a>' in menu
    assert "/par-projektu/" not in menu
    assert '<a href="/par-projektu/">Par projektu</a>' in footer


def test_place_in_the_menu_is_said(client, world):
    assert '<a href="/riki/" aria-current="page">' in text(client, "/riki/")


def test_private_page_is_not_in_the_menu(client, world):
    PageViewRestriction.objects.create(page=world["toolkit-index"], restriction_type="login")

    assert "/riki/" not in text(client, "/")


def test_translated_page_names_its_other_language(client, world):
    page = text(client, "/par-projektu/")

    assert '<link rel="canonical" href="http://127.0.0.1:8000/par-projektu/">' in page
    assert 'hreflang="en" href="http://127.0.0.1:8000/en/about/"' in page
    assert '<a href="/en/about/" lang="en" hreflang="en">English</a>' in page


def test_untranslated_page_leads_to_where_that_is_said(client, world):
    page = text(client, "/riki/")

    address = f"/en/not-translated/{world['toolkit-index'].pk}/"
    assert f'<a href="{address}" lang="en" hreflang="en" aria-describedby=' in page
    assert 'hreflang="en" href=' not in page.split("</head>")[0]


def test_search_keeps_its_question_in_the_other_language(client, world):
    assert "/en/search/?q=taka" in text(client, "/search/?q=taka")


@pytest.mark.parametrize(
    ("address", "language", "said"),
    [("/nav/", "lv", "Tādas lapas nav"), ("/en/nope/", "en", "There is no such page")],
)
def test_wrong_address_is_told_in_the_readers_language(client, world, address, language, said):
    response = client.get(address)

    assert response.status_code == 404
    assert f'<html lang="{language}">' in response.content.decode()
    assert said in response.content.decode()


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/healthz", "text/plain"),
        ("/robots.txt", "text/plain"),
        ("/sitemap.xml", "application/xml"),
        ("/manifest.webmanifest", "application/manifest+json"),
    ],
)
def test_machines_are_answered(client, world, address, kind):
    response = client.get(address)

    assert response.status_code == 200
    assert response["Content-Type"].startswith(kind)


def test_old_icon_address_leads_to_the_mark(client):
    assert client.get("/favicon.ico")["Location"].endswith("hub/favicon.ico")


def test_page_that_was_taken_down_is_said_to_be_gone(client, world):
    world["about"].unpublish()

    response = client.get("/par-projektu/")

    assert response.status_code == 410
    assert "Šī lapa ir noņemta" in response.content.decode()
    assert "Par projektu" not in response.content.decode()


def test_draft_that_never_was_public_is_not_spoken_of(client, world):
    factories.make_standard(world["home"], "Melnraksts", slug="melnraksts", live=False)

    assert client.get("/melnraksts/").status_code == 404


def test_private_page_that_was_taken_down_is_not_spoken_of(client, world):
    PageViewRestriction.objects.create(page=world["about"], restriction_type="login")
    world["about"].unpublish()

    assert client.get("/par-projektu/").status_code == 404


def test_wrong_address_leads_to_the_nearest_page_above_it(client, world):
    page = text(client, "/riki/nekas/tur/").partition("<main")[2].partition("</main>")[0]

    assert '<a class="more" href="/riki/">Rīki kopienai' in page
    assert 'action="/search/"' in page


def test_private_page_above_a_wrong_address_is_not_named(client, world):
    PageViewRestriction.objects.create(page=world["toolkit-index"], restriction_type="login")

    assert "Rīki kopienai" not in text(client, "/riki/nekas/")


@pytest.mark.parametrize(
    ("address", "said", "search"),
    [("/x/", "Kaut kas salūza", "/search/"), ("/en/x/", "Something broke", "/en/search/")],
)
def test_broken_page_says_what_to_do_without_the_database(
    rf, django_assert_num_queries, address, said, search
):
    with django_assert_num_queries(0):
        response = server_error(rf.get(address))

    assert response.status_code == 500
    assert said in response.content.decode()
    assert f'action="{search}"' in response.content.decode()


def test_form_that_is_too_old_is_refused_in_the_readers_language(world):
    strict = Client(enforce_csrf_checks=True)

    response = strict.post("/riki/", {"password": "x"})

    assert response.status_code == 403
    assert "Meklēt" in response.content.decode()

"""What stands around a page: the menu, the way up, the languages, and what machines read."""

import pytest
from wagtail.models import PageViewRestriction

from tests import factories

pytestmark = pytest.mark.django_db


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


def test_untranslated_page_leads_to_the_other_home_page_and_says_so(client, world):
    page = text(client, "/riki/")

    assert '<a href="/en/" lang="en" hreflang="en" aria-describedby="not-translated-en">' in page
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


def test_sitemap_names_each_public_page_with_its_languages(client, world):
    world["about_en"].unpublish()
    sitemap = text(client, "/sitemap.xml")

    assert "<loc>http://127.0.0.1:8000/par-projektu/</loc>" in sitemap
    assert 'hreflang="en" href="http://127.0.0.1:8000/en/"' in sitemap
    assert "/en/about/" not in sitemap


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

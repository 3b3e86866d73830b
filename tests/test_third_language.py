"""A third language needs settings and a locale, and no code."""

import pytest
from django.urls import clear_url_caches

from search.models import Entry
from tests import factories

pytestmark = [pytest.mark.django_db]

THREE = [("lv", "Latvian"), ("en", "English"), ("et", "Estonian")]


@pytest.fixture
def estonian(settings, lists):
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = THREE
    clear_url_caches()
    home = factories.translated(factories.standing_home(), language="et", title="KOPA")
    tools = factories.translated(
        lists["toolkit-index"], home, "et", title="Tööriistad", slug="tooriistad"
    )
    yield tools
    clear_url_caches()


def test_its_pages_have_addresses_a_switch_and_hreflang(client, estonian):
    response = client.get("/et/tooriistad/")
    page = response.content.decode()

    assert response.status_code == 200
    assert '<html lang="et">' in page
    assert 'hreflang="lv" href="http://127.0.0.1:8000/riki/"' in page
    assert 'hreflang="et" href="http://127.0.0.1:8000/et/tooriistad/"' in page
    assert '<a href="/riki/" lang="lv" hreflang="lv"' in page
    assert "Pāriet uz saturu" in page, "Django's rule: the site's first language stands in"


def test_latvian_pages_lead_to_it_and_say_where_it_is_absent(client, lists, estonian):
    method = factories.make_method(lists["toolkit-index"], "Zupa", slug="zupa")

    assert (
        '<a href="/et/tooriistad/" lang="et" hreflang="et"' in client.get("/riki/").content.decode()
    )
    page = client.get("/riki/zupa/").content.decode()
    assert f'<a href="/et/not-translated/{method.pk}/" lang="et" hreflang="et"' in page
    assert client.get(f"/et/not-translated/{method.pk}/").status_code == 200


def test_its_pages_are_found_as_they_are_written(client, estonian):
    factories.make_method(estonian, "Ühine supp", slug="supp")

    assert Entry.objects.filter(language="et", title="Ühine supp").exists()
    assert "Ühine supp" in client.get("/et/search/?q=supp").content.decode()

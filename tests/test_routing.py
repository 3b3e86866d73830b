"""A page is found by its whole address as Wagtail finds it part by part."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from wagtail.models import Page, PageViewRestriction

from tests import factories
from tests.measuring import Visitor

pytestmark = pytest.mark.django_db

TRAIL = "/partneribas/pierigas/babite/taka/"


@pytest.fixture
def english_home(lists):
    return factories.translated(lists["news-index"].get_parent().specific, title="KOPA in English")


def make_private(page):
    PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="atslega"
    )


def test_a_page_is_found_however_deep_it_stands(client, trail):
    response = client.get(TRAIL)
    assert response.status_code == 200
    assert response.context["page"] == trail


def test_depth_costs_nothing(lists, trail):
    visitor = Visitor()
    deep, flat = TRAIL, factories.make_solution(lists["solution-index"]).url
    numbers = []
    for address in (deep, flat):
        visitor.answer(address)
        numbers.append(len(visitor.statements(address)))
    assert numbers[0] == numbers[1]


def test_an_address_of_nothing_is_not_found(client, trail):
    for address in ("/nekas/", f"{TRAIL}nekas/", "/kopa/"):
        assert client.get(address).status_code == 404


def test_a_draft_is_not_found(client, babite):
    factories.make_solution(babite, "Melnraksts", slug="melnraksts", live=False)
    assert client.get("/partneribas/pierigas/babite/melnraksts/").status_code == 404


def test_below_a_draft_wagtail_finds_what_is_live(client, babite, trail):
    Page.objects.filter(pk=babite.pk).update(live=False)
    assert client.get(TRAIL).status_code == 200
    assert client.get("/partneribas/pierigas/babite/").status_code == 410


def test_a_private_page_asks_for_its_password_and_so_does_all_below(client, pieriga, trail):
    make_private(pieriga)
    for address in ("/partneribas/pierigas/", TRAIL):
        response = client.get(address)
        assert "password_required" in response.templates[0].name
        assert trail.title not in response.content.decode()
    assert client.get("/partneribas/").status_code == 200


def test_a_private_root_makes_all_private(client, trail):
    make_private(Page.get_first_root_node())
    assert "password_required" in client.get(TRAIL).templates[0].name


def test_an_alias_is_as_private_as_its_original(client, lists, trail):
    alias = trail.create_alias(parent=lists["solution-index"], update_slug="taka-otrreiz")
    assert client.get(alias.url).context["page"].title == trail.title
    make_private(trail)
    assert "password_required" in client.get(alias.url).templates[0].name


def test_a_page_may_have_addresses_of_its_own(client, lists, babite):
    resource = factories.make_resource(babite, "Tautas nams")
    address = f"/resursi/{resource.pk}-tautas-nams/"
    assert client.get(address).context["resource"] == resource
    assert client.get("/resursi/0-nekas/").status_code == 404


def test_the_other_language_has_its_own_tree(client, english_home, trail):
    assert client.get("/en/").context["page"] == english_home
    assert client.get(f"/en{TRAIL}").status_code == 404


def test_while_a_language_has_no_live_home_page_wagtail_decides(client, english_home, lists):
    english_home.unpublish()
    assert client.get("/en/").context["page"].title == "KOPA"


def test_a_preview_shows_what_is_around_the_page(babite):
    draft = factories.make_solution(babite, "Melnraksts", live=False)
    original = RequestFactory().get("/")
    original.user = AnonymousUser()
    response = draft.make_preview_request(original_request=original)
    content = response.render().content.decode()
    assert "Melnraksts" in content
    assert 'href="/partneribas/pierigas/babite/"' in content

"""An address of old leads to where the page stands now, and tells nobody of what is not public."""

import pytest
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction, Site

from tests import factories
from tests.houses import person, refused, two_houses

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(django_capture_on_commit_callbacks):
    """Babīte with a solution, in both languages; `rename` and `move` as an editor does."""
    houses = two_houses()
    babite = houses["babite"]
    home_en = factories.translated(houses["news-index"].get_parent().specific, title="KOPA")
    index_en = factories.translated(
        houses["partnership-index"], home_en, title="Partnerships", slug="partnerships"
    )
    pieriga_en = factories.translated(houses["pieriga"], index_en, title="Pierīga", slug="riga")
    babite_en = factories.translated(
        babite, pieriga_en, title="Babīte village", slug="babite-village", key="babite"
    )

    def rename(page, slug):
        with django_capture_on_commit_callbacks(execute=True):
            page = type(page).objects.get(pk=page.pk)
            page.slug = slug
            page.save_revision().publish()

    def move(page, target):
        with django_capture_on_commit_callbacks(execute=True):
            type(page).objects.get(pk=page.pk).move(target, "last-child")

    taka = factories.make_solution(babite, "Taka", slug="taka")
    return {**houses, "taka": taka, "babite_en": babite_en, "rename": rename, "move": move}


OLD = "/partneribas/pierigas/babite/"
NEW = "/partneribas/pierigas/babites-ciems/"


def test_renamed_page_and_all_below_it_are_found_at_their_old_addresses(client, world):
    world["rename"](world["babite"], "babites-ciems")

    for below in ("", "taka/"):
        response = client.get(OLD + below)
        assert (response.status_code, response.url) == (301, NEW + below)


def test_what_the_reader_asked_for_goes_along(client, world):
    world["rename"](world["toolkit-index"], "riku-lade")

    response = client.get("/riki/?phase=needs&theme=vide")

    assert response.url == "/riku-lade/?phase=needs&theme=vide"


def test_address_without_its_last_slash_leads_there_too(client, world):
    world["rename"](world["babite"], "babites-ciems")

    response = client.get(OLD.rstrip("/"), follow=True)

    assert response.redirect_chain[-1][0] == NEW
    assert response.status_code == 200


def test_translation_has_old_addresses_of_its_own(client, world):
    world["rename"](world["babite_en"], "babite")

    assert client.get("/en/partnerships/riga/babite-village/").url == (
        "/en/partnerships/riga/babite/"
    )
    assert client.get(OLD).status_code == 200


def test_moved_page_is_found_with_all_below_it(client, world):
    world["move"](world["babite"], world["cesis"])

    assert client.get(OLD).url == "/partneribas/cesu/babite/"
    assert client.get(f"{OLD}taka/").url == "/partneribas/cesu/babite/taka/"


def test_names_of_several_renamings_lead_there_in_one_step(client, world):
    for slug in ("otrais", "tresais", "babites-ciems"):
        world["rename"](world["babite"], slug)

    for slug in ("babite", "otrais", "tresais"):
        assert client.get(f"/partneribas/pierigas/{slug}/").url == NEW


def test_name_given_back_leads_nowhere_in_circles(client, world):
    world["rename"](world["babite"], "otrais")
    world["rename"](world["babite"], "babite")

    assert client.get(OLD).status_code == 200
    assert client.get("/partneribas/pierigas/otrais/").url == OLD

    world["babite"].refresh_from_db()
    world["babite"].unpublish()
    assert client.get(OLD).status_code == 410
    assert client.get("/partneribas/pierigas/otrais/").status_code == 404


def test_new_page_at_an_old_address_is_shown(client, world):
    world["rename"](world["babite"], "babites-ciems")
    factories.make_community(world["pieriga"], "babite-2", "Babīte otrreiz", slug="babite")

    assert client.get(OLD).context["page"].title == "Babīte otrreiz"


def test_draft_is_not_led_to(client, world):
    world["rename"](world["babite"], "slepenais-nosaukums")
    type(world["babite"]).objects.get(pk=world["babite"].pk).unpublish()

    response = client.get(OLD)

    assert response.status_code == 404
    assert "slepenais-nosaukums" not in response.content.decode()


def test_private_page_is_led_to_by_those_alone_who_may_read_it(client, world):
    world["rename"](world["babite"], "slepenais-nosaukums")
    PageViewRestriction.objects.create(page=world["pieriga"], restriction_type="login")

    response = client.get(OLD)
    assert response.status_code == 404
    assert "slepenais-nosaukums" not in response.content.decode()

    person(client, "pierigas", "authors")
    assert client.get(OLD).url == "/partneribas/pierigas/slepenais-nosaukums/"


def test_addresses_below_the_inventory_move_with_it(client, world):
    resource = factories.make_resource(world["babite"], "Tautas nams")
    world["rename"](world["resource-index"], "inventars")

    response = client.get(f"/resursi/{resource.pk}-tautas-nams/")

    assert response.url == f"/inventars/{resource.pk}-tautas-nams/"
    assert client.get("/resursi/kaut-kas/").status_code == 404


def hand_made(old: str, new: str) -> None:
    Redirect.objects.create(old_path=old, redirect_link=new, site=Site.objects.get())


def test_address_written_by_the_coordinator_leads_elsewhere(client, world):
    hand_made("/vecais", "https://example.org/jaunais/")

    assert client.get("/vecais/?a=b").url == "https://example.org/jaunais/?a=b"


def test_redirects_that_lead_to_each_other_are_not_followed(client, world):
    hand_made("/viens", "http://testserver/divi/")
    hand_made("/divi", "http://testserver/viens/")

    assert client.get("/viens/").status_code == 404


def test_odd_addresses_are_not_found(client, world):
    for address in ("/%00/", "/%ff/", "/a%0d%0ab/", "/" + "x/" * 300):
        assert client.get(address).status_code == 404


def test_old_address_takes_few_queries(client, world, django_assert_max_num_queries):
    world["rename"](world["babite"], "babites-ciems")
    client.get(OLD)

    with django_assert_max_num_queries(8):
        client.get(f"{OLD}taka/")


def test_address_of_nothing_takes_few_queries(client, world, django_assert_max_num_queries):
    client.get("/nekas/")

    with django_assert_max_num_queries(6):
        client.get("/partneribas/pierigas/nekas/tur/nav/")


def test_partnerships_see_and_change_no_redirects(client, world):
    world["rename"](world["rauna"], "slepenais-nosaukums")
    row = Redirect.objects.get()
    person(client, "pierigas", "editors")

    for name in ("edit", "delete", "index", "add", "index_results", "start_import"):
        arguments = [row.pk] if name in ("edit", "delete") else []
        response = client.get(reverse(f"wagtailredirects:{name}", args=arguments))
        assert refused(response), name
        assert "slepenais-nosaukums" not in response.content.decode()
    assert refused(client.post(reverse("wagtailredirects:delete", args=[row.pk])))
    assert Redirect.objects.count() == 1


def test_coordinator_keeps_redirects(client, world):
    world["rename"](world["babite"], "babites-ciems")
    person(client, "hub", "editors")

    text = client.get(reverse("wagtailredirects:index")).content.decode()

    assert "/partneribas/pierigas/babite" in text

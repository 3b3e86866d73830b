"""A new editor is shown four things to do; each is ticked by what was done, not by a click."""

import json

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone
from wagtail.fields import StreamField
from wagtail.models import Collection

from communities.models import PartnershipPage, Resource, SolutionPage
from home.models import Surroundings
from hub.first_steps import first_steps_of
from hub.onboarding import hub_owner, onboard_supporters
from hub.ownership import Owner
from tests import factories
from tests.houses import person, refused, two_houses

pytestmark = [pytest.mark.once, pytest.mark.django_db]
HOME = reverse("wagtailadmin_home")


@pytest.fixture
def houses(db):
    return two_houses()


def steps(client) -> list[tuple[str, bool]]:
    """The name of each step on the desk and whether it is ticked."""
    page = BeautifulSoup(client.get(HOME).content, "html.parser")
    return [
        (step.select_one(".first-step__title").get_text(), bool(step.select(".first-step__state")))
        for step in page.select(".first-step")
    ]


def links(client) -> list[str]:
    page = BeautifulSoup(client.get(HOME).content, "html.parser")
    return [link["href"] for link in page.select(".first-step__title")]


def supporter(client, community):
    user = get_user_model().objects.create_user("atbalstitaja")
    user.groups.add(onboard_supporters("biedriba", [community]))
    client.force_login(user)
    return user


def coordinator(client):
    user = get_user_model().objects.create_user("koordinatore")
    user.groups.add(hub_owner().editors)
    client.force_login(user)
    return user


def save_draft(client, page, action="", **changes):
    """Save the edit form as it stands, with empty streams and these changes."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = BeautifulSoup(client.get(address).content, "html.parser").select_one("#page-edit-form")
    fields = page.specific_class._meta.get_fields()
    data = {f"{field.name}-count": "0" for field in fields if isinstance(field, StreamField)}
    for field in form.select("input[name], textarea[name], select[name]"):
        if field.name == "select":
            chosen = field.select("option[selected]")
            data[field["name"]] = [option["value"] for option in chosen]
        elif field.get("type") not in ("checkbox", "radio", "file") or field.has_attr("checked"):
            data[field["name"]] = field.get("value", field.get_text())
    response = client.post(address, {**data, **changes, **({action: "1"} if action else {})})
    assert response.status_code == 302, response.context["form"].errors


# What each role is shown


def test_editor_begins_with_the_house_and_ends_with_publishing(client, houses):
    person(client, "pierigas", "editors")

    assert steps(client) == [
        ("Papildiniet savas partnerības lapu", False),
        ("Pastāstiet par vienu kopienu", False),
        ("Pievienojiet fotogrāfiju", False),
        ("Publicējiet pirmo risinājumu", False),
    ]


def test_author_submits_where_an_editor_publishes(client, houses):
    person(client, "pierigas", "authors")

    assert steps(client)[3] == ("Iesniedziet pārbaudei pirmo risinājumu", False)


def test_supporter_begins_with_the_community(client, houses):
    supporter(client, houses["babite"])

    assert [name for name, _done in steps(client)] == [
        "Pastāstiet par vienu kopienu",
        "Pierakstiet vienu lietu, kas kopienai ir",
        "Pievienojiet fotogrāfiju",
        "Iesniedziet pārbaudei pirmo risinājumu",
    ]


KEEPING = [
    "Uzaiciniet redaktoru no katras partnerības",
    "Sakārtojiet sākumlapu",
    "Sakārtojiet izvēlni un kājeni",
    "Izskatiet to, kas gaida pārbaudi",
]


def test_administrator_begins_with_people(admin_client, houses):
    assert [name for name, _done in steps(admin_client)] == KEEPING


def test_coordinator_keeps_the_same_things(client, houses):
    coordinator(client)

    assert [name for name, _done in steps(client)] == KEEPING


def test_whoever_has_nothing_to_write_is_shown_no_steps(client, houses):
    user = get_user_model().objects.create_user("viesis")
    user.groups.add(onboard_supporters("neviens", []))
    client.force_login(user)

    assert steps(client) == []


@pytest.mark.parametrize("group", ["authors", "editors"])
def test_each_link_leads_to_a_form_the_user_may_fill_in(client, houses, group):
    person(client, "pierigas", group)

    assert [client.get(url).status_code for url in links(client)] == [200, 200, 200, 200]


def test_each_link_of_a_supporter_leads_to_a_form_the_user_may_fill_in(client, houses):
    supporter(client, houses["babite"])

    assert [client.get(url).status_code for url in links(client)] == [200, 200, 200, 200]


def test_links_of_keepers_lead_where_they_may_go(client, houses):
    for login in (coordinator, lambda client: client.force_login(admin())):
        login(client)
        assert not any(refused(client.get(url)) for url in links(client))


def admin():
    return get_user_model().objects.create_superuser("saimniece")


def test_house_without_a_community_is_led_to_its_first(client, houses):
    zeme = factories.make_partnership(houses["partnership-index"], "zied-zeme", "Zied zeme")
    person(client, "zied-zeme", "editors")
    add = reverse("wagtailadmin_pages:add", args=["communities", "communitypage", zeme.pk])

    assert links(client)[1] == links(client)[3] == add


def test_community_of_which_least_is_told_comes_first(client, houses):
    factories.make_community(houses["pieriga"], "adazi", "Ādaži", summary="Par Ādažiem.")
    houses["babite"].summary = ""
    houses["babite"].save()
    person(client, "pierigas", "editors")

    assert links(client)[1] == reverse("wagtailadmin_pages:edit", args=[houses["babite"].pk])


# What ticks them


def test_house_is_complete_when_its_page_tells_all_even_in_a_draft(client, houses):
    user = person(client, "pierigas", "authors")
    page = PartnershipPage.objects.get(pk=houses["pieriga"].pk)
    page.summary, page.role, page.email = "Ko mēs darām.", "Vadošais partneris", "a@example.org"
    page.municipalities = [factories.make_municipality()]
    page.body = [("text", "<p>Par mums.</p>")]
    page.save_revision(user=user)
    assert first_steps_of(user)[0].text == "Vēl trūkst: attēls vai logotips."

    page.logo = factories.make_image()
    page.save_revision(user=user)
    assert first_steps_of(user)[0].is_done


def test_community_is_ticked_for_who_wrote_it_only(client, houses):
    person(client, "pierigas", "editors")
    save_draft(client, houses["babite"], summary="Ciems pie Rīgas.")
    assert steps(client)[1] == ("Pastāstiet par vienu kopienu", True)

    person(client, "pierigas", "authors")
    assert steps(client)[1] == ("Pastāstiet par vienu kopienu", False)


@pytest.mark.parametrize(
    ("said", "is_done"),
    [
        ({"author": "Biedrība", "has_consent": True}, True),
        ({"author": "Biedrība", "has_consent": False}, False),
        ({"author": "", "has_consent": True}, False),
    ],
)
def test_photograph_counts_with_its_author_and_consent(client, houses, said, is_done):
    user = person(client, "pierigas", "authors")
    picture = factories.make_image()
    type(picture).objects.filter(pk=picture.pk).update(uploaded_by_user=user, **said)

    assert steps(client)[2] == ("Pievienojiet fotogrāfiju", is_done)


def test_solution_of_an_author_is_ticked_when_submitted(client, houses):
    user = person(client, "pierigas", "authors")
    draft = factories.make_solution(houses["babite"], "Taka", live=False, owner=user)
    assert links(client)[3] == reverse("wagtailadmin_pages:edit", args=[draft.pk])
    assert not steps(client)[3][1]

    save_draft(client, draft, "action-submit")
    assert steps(client)[3] == ("Iesniedziet pārbaudei pirmo risinājumu", True)


def test_solution_of_an_editor_is_ticked_when_published(client, houses):
    user = person(client, "pierigas", "editors")
    draft = factories.make_solution(houses["babite"], "Taka", live=False, owner=user)
    save_draft(client, draft)
    assert not steps(client)[3][1]

    save_draft(client, draft, "action-publish")
    assert SolutionPage.objects.get(pk=draft.pk).live
    assert steps(client)[3] == ("Publicējiet pirmo risinājumu", True)


def test_resource_of_a_supporter_is_ticked_when_written(client, houses):
    user = supporter(client, houses["babite"])
    address = reverse(Resource.snippet_viewset.get_url_name("add"))
    client.post(
        address,
        {
            "name": "Kalns", "kind": "places", "visibility": "public",
            "community": houses["babite"].pk, "locale": houses["babite"].locale_id,
            "description": "null", "point_precision": "exact",
        },
    )  # fmt: skip

    assert Resource.objects.filter(name="Kalns", live=False).exists()
    assert first_steps_of(user)[1].is_done


def test_people_are_all_there_when_each_house_had_an_editor_in(client, houses):
    user = coordinator(client)
    assert first_steps_of(user)[0].text == "Neviens redaktors vēl nav bijis no: Cēsis, Pierīga."

    for owner in Owner.objects.exclude(editors=None).exclude(key="hub"):
        one = get_user_model().objects.create_user(owner.key, last_login=timezone.now())
        one.groups.add(owner.editors)
    assert first_steps_of(user)[0].is_done


def test_home_page_is_arranged_once_a_person_changed_it(admin_client, houses):
    assert steps(admin_client)[1] == ("Sakārtojiet sākumlapu", False)

    save_draft(admin_client, houses["pieriga"].get_parent().get_parent(), claim="Ciemi stāsta.")
    assert steps(admin_client)[1] == ("Sakārtojiet sākumlapu", True)


def test_menu_is_arranged_once_it_is_published(client, houses):
    user = coordinator(client)
    menu = Surroundings.objects.create(language="lv", live=False)
    assert not first_steps_of(user)[2].is_done

    menu.save_revision().publish()
    assert first_steps_of(user)[2].is_done


def test_coordinator_sees_that_something_waits(client, houses):
    user = coordinator(client)
    assert first_steps_of(user)[-1].is_done

    author = person(client, "pierigas", "authors")
    houses["babite"].get_workflow().start(houses["babite"], author)
    assert not first_steps_of(user)[-1].is_done


# When all is done


def finish(client, houses):
    user = person(client, "pierigas", "editors")
    page = PartnershipPage.objects.get(pk=houses["pieriga"].pk)
    page.summary, page.role, page.phone = "Ko mēs darām.", "Partneris", "12345"
    page.logo, page.municipalities = factories.make_image(), [factories.make_municipality()]
    page.body = [("text", "<p>Par mums.</p>")]
    page.save_revision()
    type(page.logo).objects.update(uploaded_by_user=user, author="Mēs", has_consent=True)
    save_draft(client, houses["babite"])
    draft = factories.make_solution(houses["babite"], "Taka", live=False)
    save_draft(client, draft, "action-publish")


def test_finished_steps_shrink_to_a_line_that_can_be_hidden(client, houses):
    finish(client, houses)
    page = BeautifulSoup(client.get(HOME).content, "html.parser")
    assert "Padarīts 4 no 4" in page.select_one(".first-steps--finished").get_text()
    assert not page.select(".first-step")

    client.patch(reverse("wagtailadmin_dismissibles"), json.dumps({"first-steps": True}))
    page = BeautifulSoup(client.get(HOME).content, "html.parser")
    assert not page.select(".first-steps")


# What a supporter may do with files


def test_supporter_adds_pictures_to_the_communitys_collection_only(client, houses):
    supporter(client, houses["babite"])
    page = BeautifulSoup(client.get(reverse("wagtailimages:add")).content, "html.parser")
    offered = [o.get_text().strip() for o in page.select("#id_collection option")]

    assert offered in ([], ["Babīte"])  # one collection alone is not asked for
    assert Collection.objects.filter(name="Rauna").exists()

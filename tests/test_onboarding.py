"""A partnership is onboarded in one action; the same action later repairs and doubles nothing."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
)
from wagtail_localize.models import Translation

from communities.models import PartnershipPage
from home.models import NewsPage, StandardPage
from hub.onboarding import hub_owner
from hub.onboarding.partnerships import house_of, onboard_partnership
from hub.ownership import Owner
from hub.users import User
from tests import factories
from tests.houses import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def lists():
    """The lists of a site in two languages."""
    lists = factories.standing_lists()
    english_home = factories.translated(
        factories.standing_home(), Page.get_first_root_node(), slug="home-en", claim="We."
    )
    factories.translated(lists["partnership-index"], english_home, slug="partnerships")
    return lists


def state() -> tuple:
    models = (Owner, Page, Collection, Group, Workflow, GroupPagePermission)
    return tuple(m.objects.count() for m in (*models, GroupCollectionPermission))


def test_one_action_makes_the_whole_house(lists):
    owner, report = onboard_partnership("sela", "Sēlijas partnerība")

    house = house_of(owner)
    assert (house.title, house.slug, house.live) == ("Sēlijas partnerība", "sela", False)
    assert house.get_parent() == lists["partnership-index"].page_ptr
    assert owner.collection.name == "Sēlijas partnerība"
    assert (owner.authors.name, owner.editors.name) == ("sela: authors", "sela: editors")
    assert house.get_workflow() == owner.workflow
    assert report.is_new
    assert report.mended == report.missing == []


def test_the_page_stands_in_each_language_as_a_translation_that_is_a_draft(lists):
    owner, _report = onboard_partnership("sela", "Sēlijas partnerība")

    english = PartnershipPage.objects.get(locale__language_code="en")
    assert (english.live, english.alias_of, english.owning) == (False, None, owner)
    assert english.get_parent().slug == "partnerships"
    assert Translation.objects.get(target_locale=english.locale).get_target_instance() == english


def test_first_pages_are_drafts_that_nobody_can_publish_as_they_are(client, lists):
    owner, _report = onboard_partnership("sela", "Sēlijas partnerība")
    person(client, "sela", "editors")

    below = house_of(owner).get_children().specific()
    assert [type(page) for page in below] == [StandardPage, StandardPage, NewsPage]
    assert not any(page.live for page in below)
    for page in below:
        with pytest.raises(ValidationError):
            page.body.stream_block.clean(page.body)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    for page in below:
        client.post(f"{address}?id={page.pk}", {})
    client.post(f"{address}?id={house_of(owner).pk}", {"include_descendants": "on"})
    assert not Page.objects.filter(path__startswith=house_of(owner).path, live=True).exists()


def test_the_page_of_the_partnership_itself_can_be_published_at_once(client, lists):
    owner, _report = onboard_partnership("sela", "Sēlijas partnerība", ["lv"])
    person(client, "sela", "editors")
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{address}?id={house_of(owner).pk}", {})

    assert house_of(owner).live


def test_done_again_it_doubles_nothing_and_has_nothing_to_tell(lists):
    onboard_partnership("sela", "Sēlijas partnerība")
    before = state()
    _owner, report = onboard_partnership("sela")

    assert state() == before
    assert (report.is_new, report.made, report.mended, report.missing) == (False, [], [], [])


def test_a_missing_right_collection_workflow_and_language_are_put_right(lists):
    owner, _report = onboard_partnership("sela", "Sēlijas partnerība", ["lv"])
    house = house_of(owner)
    before = state()
    GroupPagePermission.objects.filter(group=owner.editors, page=house).first().delete()
    GroupCollectionPermission.objects.filter(group=owner.authors).first().delete()
    owner.workflow.delete()
    owner.authors.permissions.clear()

    _owner, report = onboard_partnership("sela", languages=["lv"])
    assert state() == before
    assert len(report.mended) == 5
    _owner, report = onboard_partnership("sela", languages=["lv", "en"])
    assert [entry.title for entry in house.get_translations()] == ["Sēlijas partnerība"]
    assert len(report.mended) == 1


def test_first_pages_that_an_editor_deleted_do_not_come_back(lists):
    owner, _report = onboard_partnership("sela", "Sēlijas partnerība")
    house_of(owner).get_children().first().delete()
    onboard_partnership("sela")

    assert house_of(owner).get_children().count() == 2


def test_two_partnerships_share_nothing_though_names_are_alike(lists):
    Collection.get_first_root_node().add_child(name="Sēlija")
    first, _report = onboard_partnership("sela", "Sēlija", ["lv"])
    first.name = "Sēlija (agrāk)"
    first.save()
    second, _report = onboard_partnership("jauna-sela", "Sēlija", ["lv"])

    assert first.collection != second.collection
    assert first.workflow != second.workflow


def test_a_language_without_a_list_of_partnerships_is_told(lists):
    PartnershipPage.objects.all().delete()
    Page.objects.get(slug="partnerships").delete()
    _owner, report = onboard_partnership("sela", "Sēlija")

    assert len(report.missing) == 1
    assert PartnershipPage.objects.count() == 1


@pytest.mark.parametrize(
    ("key", "name", "field"),
    [
        ("hub", "Sēlija", "key"),
        ("sela sela", "Sēlija", "key"),
        ("sela", "PIERĪGA", "name"),
        ("sela", "", "name"),
    ],
)
def test_a_key_or_name_that_cannot_be_is_refused_and_nothing_is_made(lists, key, name, field):
    factories.make_partnership(lists["partnership-index"], "pierigas", "Pierīga")
    before = state()
    with pytest.raises(ValidationError) as refusal:
        onboard_partnership(key, name)

    assert list(refusal.value.message_dict) == [field]
    assert state() == before


def test_a_coordinator_brings_one_in_and_repairs_it_in_the_admin(client, lists):
    user = User.objects.create_user("koordinatore")
    user.groups.add(hub_owner().editors)
    client.force_login(user)
    data = {"name": "Sēlijas partnerība", "key": "", "languages": ["lv", "en"]}
    answer = client.post(reverse("new_partnership"), data, follow=True)

    owner = Owner.objects.get(key="selijas-partneriba")
    assert answer.redirect_chain == [(reverse("partnerships"), 302)]
    assert house_of(owner).owner == user
    GroupPagePermission.objects.filter(group=owner.authors).delete()
    text = client.post(reverse("repair_partnership", args=[owner.pk]), follow=True).content.decode()
    assert "salabota: tiesības lapā" in text
    text = client.post(reverse("new_partnership"), data).content.decode()
    assert "Šāda atslēga jau ir citam īpašniekam." in text
    assert 'value="Sēlijas partnerība"' in text


def test_the_command_tells_what_it_made_and_again_that_nothing_was_to_do(lists, capsys):
    call_command("onboard_partnership", "sela", "--name", "Sēlija", "--languages", "lv,en")
    told = capsys.readouterr().out
    call_command("onboard_partnership", "sela")

    assert "made: group “sela: editors”" in told
    assert capsys.readouterr().out.endswith("Nothing was missing.\n")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["sela"], "name"),
        (["sela", "--name", "Sēlija", "--languages", "lv,xx"], "xx"),
        (["hub", "--name", "Sēlija"], "key"),
    ],
)
def test_the_command_refuses_with_the_reason(lists, arguments, reason):
    with pytest.raises(CommandError, match=reason):
        call_command("onboard_partnership", *arguments)
    assert not Owner.objects.filter(key="sela").exists()

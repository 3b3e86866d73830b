"""What an author submits waits for the partnership's own editors; the coordinators may step in."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from hub.onboarding import hub_owner, onboard_page
from hub.ownership import Owner
from hub.taxonomy import Theme
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def babite():
    lists = factories.standing_lists()
    pieriga = factories.make_partnership(lists["partnership-index"], "pierigas", "Pierīga")
    factories.make_partnership(lists["partnership-index"], "cesu", "Cēsis")
    return factories.make_community(pieriga, "babite", "Babīte")


def member_of(group, name):
    user = get_user_model().objects.create_user(name, password="parole")
    user.groups.add(group)
    return user


@pytest.fixture
def submitted(babite):
    """A change of an author's, submitted."""
    author = member_of(Owner.objects.get(key="pierigas").authors, "autore")
    babite.summary = "Jauns teksts."
    babite.save_revision(user=author)
    babite.get_workflow().start(babite, author)
    return babite


def approve(client, page, user):
    client.force_login(user)
    task = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk])
    return client.post(address)


def test_submitted_change_is_not_public(submitted):
    assert type(submitted).objects.get(pk=submitted.pk).summary == ""


def test_editor_of_the_partnership_approves_and_it_is_public(client, submitted):
    approve(client, submitted, member_of(Owner.objects.get(key="pierigas").editors, "redaktore"))

    assert type(submitted).objects.get(pk=submitted.pk).summary == "Jauns teksts."


def test_editor_can_go_on_writing_what_was_submitted(client, submitted):
    client.force_login(member_of(Owner.objects.get(key="pierigas").editors, "redaktore"))
    response = client.get(reverse("wagtailadmin_pages:edit", args=[submitted.pk]))

    assert response.status_code == 200
    assert not response.context["locked_for_user"]


def test_coordinator_approves_where_the_editors_do_not(client, submitted):
    approve(client, submitted, member_of(hub_owner().editors, "koordinatore"))

    assert type(submitted).objects.get(pk=submitted.pk).summary == "Jauns teksts."


def test_coordinator_edits_nothing_of_a_partnerships(babite):
    rights = babite.permissions_for_user(member_of(hub_owner().editors, "koordinatore"))

    assert not (rights.can_edit() or rights.can_delete() or rights.can_add_subpage())


def test_editor_of_another_partnership_cannot_approve(client, submitted):
    approve(client, submitted, member_of(Owner.objects.get(key="cesu").editors, "svešā"))

    assert type(submitted).objects.get(pk=submitted.pk).summary == ""


def test_author_cannot_approve_what_an_author_wrote(client, submitted):
    approve(client, submitted, get_user_model().objects.get(username="autore"))

    assert type(submitted).objects.get(pk=submitted.pk).summary == ""


def test_onboarding_again_doubles_no_workflow(babite):
    owner = Owner.objects.get(key="pierigas")
    before = babite.get_workflow().tasks.count()
    onboard_page(babite.owner_page, owner)

    assert (before, babite.get_workflow().tasks.count()) == (1, 1)


def test_coordinator_keeps_the_themes(babite):
    coordinator = member_of(hub_owner().editors, "koordinatore")

    assert coordinator.has_perm(f"{Theme._meta.app_label}.change_theme")

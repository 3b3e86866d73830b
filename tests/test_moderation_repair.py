"""Sites that had Wagtail's approval by groups keep what waits, and take a right back."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from wagtail.models import GroupApprovalTask, GroupPagePermission, TaskState, Workflow, WorkflowTask

from hub.moderation.approval import EditorsApproval
from hub.onboarding import allow_pages, hub_owner, onboard_page
from hub.ownership import Owner
from tests import moderating

pytestmark = pytest.mark.django_db
migration = import_module("hub.migrations.0017_convert_approvals")


@pytest.fixture
def babite():
    return moderating.pieriga_and_cesis()


@pytest.fixture
def as_it_was(babite):
    """The house with Wagtail's task in its workflow, and the coordinators' right to publish."""
    EditorsApproval.objects.get(owner__key="pierigas").delete()
    old = GroupApprovalTask.objects.create(name="pierigas: editors")
    old.groups.set([Owner.objects.get(key="pierigas").editors, hub_owner().editors])
    WorkflowTask.objects.create(workflow=Workflow.objects.get(name="Pierīga"), task=old)
    allow_pages(hub_owner().editors, babite.owner_page, ("publish_page",))


def coordinators_rights():
    return GroupPagePermission.objects.filter(group=hub_owner().editors)


def test_what_waits_goes_on_waiting_for_the_same_people(client, as_it_was, babite):
    editor = moderating.editor_of("pierigas")
    waiting = moderating.submit(babite, moderating.author_of("pierigas"))
    migration.convert_tasks(apps, connection.schema_editor())
    moderating.decide(client, editor, TaskState.objects.get(pk=waiting.pk), "approve")

    assert type(babite).objects.get(pk=babite.pk).summary == "Jauns teksts."
    assert not GroupApprovalTask.objects.filter(name="pierigas: editors").exists()


def test_coordinators_lose_the_right_to_publish_in_partnerships_only(as_it_was, babite):
    page = babite.get_parent().get_parent()
    allow_pages(hub_owner().editors, page, ("publish_page",))
    migration.convert_tasks(apps, connection.schema_editor())
    migration.take_right_to_publish(apps, connection.schema_editor())

    assert [right.page_id for right in coordinators_rights()] == [page.pk]


def test_onboarding_again_puts_the_task_right(babite):
    task = EditorsApproval.objects.get(owner__key="pierigas")
    EditorsApproval.objects.filter(pk=task.pk).update(owner=None, active=False)
    onboard_page(babite.owner_page, Owner.objects.get(key="pierigas"))
    task.refresh_from_db()

    assert (task.owner.key, task.active) == ("pierigas", True)

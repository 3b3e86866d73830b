"""People of Pierīga, of Cēsis and of the hub, and what they submit."""

from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.users.models import UserProfile

from hub.onboarding import hub_owner
from hub.ownership import Owner
from tests import factories


def pieriga_and_cesis():
    """A community of Pierīga; Cēsis is there too."""
    lists = factories.standing_lists()
    pieriga = factories.make_partnership(lists["partnership-index"], "pierigas", "Pierīga")
    factories.make_partnership(lists["partnership-index"], "cesu", "Cēsis")
    return factories.make_community(pieriga, "babite", "Babīte")


def person(name: str, group=None, language: str = "lv", **profile):
    """A user with an address, in a group, who works in `language`."""
    user = get_user_model().objects.create_user(name, f"{name}@example.org", "parole")
    UserProfile.objects.create(user=user, preferred_language=language, **profile)
    if group:
        user.groups.add(group)
    return user


def author_of(owner: str, name: str = "autore", **options):
    return person(name, Owner.objects.get(key=owner).authors, **options)


def editor_of(owner: str, name: str = "redaktore", **options):
    return person(name, Owner.objects.get(key=owner).editors, **options)


def coordinator(name: str = "koordinatore", **options):
    return person(name, hub_owner().editors, **options)


def submit(page, user, summary: str = "Jauns teksts."):
    """A change of `user`'s, submitted; the state of the task that waits."""
    page = page.get_latest_revision_as_object()
    page.summary = summary
    page.save_revision(user=user)
    page.get_workflow().start(page, user)
    return page.current_workflow_task_state


def review_address(task_state) -> str:
    return reverse("review", args=[task_state.pk])


def decide(client, user, task_state, action: str, comment: str = "", **fields):
    """What the review page answers to a decision."""
    client.force_login(user)
    revision = task_state.workflow_state.content_object.latest_revision_id
    data = {"revision": revision, "comment": comment, action: "", **fields}
    return client.post(review_address(task_state), data, follow=True)

"""The page on which a reviewer reads what was submitted, and decides with a word to the author."""

import pytest
from django.urls import reverse

from tests import factories, moderating
from tests.houses import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def babite():
    return moderating.pieriga_and_cesis()


@pytest.fixture
def editor(babite):
    return moderating.editor_of("pierigas")


@pytest.fixture
def author(babite):
    return moderating.author_of("pierigas")


@pytest.fixture
def waiting(babite, author, editor):
    """A change of the author's that waits."""
    return moderating.submit(babite, author)


def summary_of(page):
    return type(page).objects.get(pk=page.pk).summary


def test_reviewer_sees_who_submitted_and_what_changes_for_readers(client, waiting, editor):
    client.force_login(editor)
    text = client.get(moderating.review_address(waiting)).content.decode()

    assert "autore" in text
    assert "Pierīga" in text
    assert "Jauns teksts." in text
    assert "Kopsavilkums" in text


def test_coordinator_sees_the_page_as_readers_would(client, waiting):
    client.force_login(moderating.coordinator())
    seen = client.get(reverse("reviewed_page", args=[waiting.pk]))

    assert seen.status_code == 200
    assert "Jauns teksts." in seen.content.decode()


@pytest.mark.parametrize("who", ["editor", "coordinator"])
def test_desk_leads_to_where_it_is_decided(client, waiting, editor, who):
    client.force_login(editor if who == "editor" else moderating.coordinator())
    text = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "Gaida jūsu pārbaudi" in text
    assert moderating.review_address(waiting) in text


def test_editor_of_the_page_leads_there_too(client, waiting, editor, babite):
    client.force_login(editor)
    text = client.get(reverse("wagtailadmin_pages:edit", args=[babite.pk])).content.decode()

    assert moderating.review_address(waiting) in text


def test_approved_page_is_public(client, waiting, editor, babite):
    response = moderating.decide(client, editor, waiting, "approve", "Labi!")

    assert summary_of(babite) == "Jauns teksts."
    assert "ir apstiprināta" in response.content.decode()


def test_what_is_sent_back_stays_a_draft_and_the_author_can_go_on(
    client, waiting, editor, author, babite
):
    moderating.decide(client, editor, waiting, "send-back", "Trūkst <avotu>.")
    client.force_login(author)
    text = client.get(reverse("wagtailadmin_pages:edit", args=[babite.pk])).content.decode()

    assert summary_of(babite) == ""
    assert "redaktore lūdz kaut ko mainīt:" in text
    assert "Trūkst &lt;avotu&gt;." in text
    assert not babite.workflow_in_progress


@pytest.mark.parametrize("comment", ["", "  \n"])
def test_whoever_sends_back_without_a_word_is_asked_for_one(client, waiting, editor, comment):
    response = moderating.decide(client, editor, waiting, "send-back", comment)
    waiting.refresh_from_db()

    assert "Uzrakstiet, kas jāmaina" in response.content.decode()
    assert waiting.status == "in_progress"


def test_no_way_around_the_comment(client, waiting, editor, babite):
    """Wagtail's own addresses and its edit form ask for it too."""
    client.force_login(editor)
    action = ["reject", waiting.pk]
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[babite.pk, *action]))
    with pytest.raises(PermissionError):
        _send_back_by_code(waiting, editor)
    waiting.refresh_from_db()

    assert waiting.status == "in_progress"


def _send_back_by_code(task_state, user):
    from django.core.exceptions import PermissionDenied

    try:
        task_state.task.specific.on_action(task_state, user, "reject", comment=" ")
    except PermissionDenied as refusal:
        raise PermissionError from refusal


def test_form_keeps_the_comment_when_the_page_changed_meanwhile(client, waiting, editor, babite):
    response = moderating.decide(client, editor, waiting, "approve", "Paldies!", revision="1")

    assert summary_of(babite) == ""
    assert "Paldies!" in response.content.decode()
    assert "Kamēr lasījāt, lapa mainījās" in response.content.decode()


def test_who_comes_second_hears_that_it_is_decided(client, waiting, editor):
    moderating.decide(client, editor, waiting, "approve")
    response = moderating.decide(client, moderating.coordinator(), waiting, "send-back", "Nē.")
    waiting.refresh_from_db()

    assert "vairs negaida" in response.content.decode()
    assert waiting.status == "approved"


@pytest.mark.parametrize("who", ["author", "editor of Cēsis", "author of Cēsis"])
def test_nobody_else_reads_or_decides(client, waiting, author, babite, who):
    user = {
        "author": lambda: author,
        "editor of Cēsis": lambda: moderating.editor_of("cesu", "sveša"),
        "author of Cēsis": lambda: moderating.author_of("cesu", "sveša"),
    }[who]()
    client.force_login(user)
    seen = client.get(moderating.review_address(waiting))
    moderating.decide(client, user, waiting, "approve")

    assert refused(seen)
    assert summary_of(babite) == ""


def test_coordinator_decides_without_a_right_to_edit_publish_or_unpublish(client, waiting, babite):
    coordinator = moderating.coordinator()
    rights = babite.permissions_for_user(coordinator)
    assert not (rights.can_edit() or rights.can_publish() or rights.can_unpublish())
    moderating.decide(client, coordinator, waiting, "approve")

    assert summary_of(babite) == "Jauns teksts."


def test_editor_submits_too_and_another_editor_decides(client, babite, editor):
    waiting = moderating.submit(babite, moderating.editor_of("pierigas", "otra"))
    moderating.decide(client, editor, waiting, "approve")

    assert summary_of(babite) == "Jauns teksts."


def test_what_a_supporter_submits_waits_for_the_partnership(client, babite, editor):
    from hub.onboarding import onboard_supporters

    supporters = onboard_supporters("Atbalstītāji", [babite])
    page = factories.make_solution(babite, "Soliņš", live=False)
    waiting = moderating.submit(page, moderating.person("atbalstītāja", supporters))
    moderating.decide(client, editor, waiting, "approve")

    assert type(page).objects.get(pk=page.pk).live


def test_review_of_what_is_gone_is_not_found(client, waiting, editor, babite):
    address = moderating.review_address(waiting)
    babite.delete()
    client.force_login(editor)

    assert client.get(address).status_code == 404

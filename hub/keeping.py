"""What is to be done first by those who keep the hub itself: coordinators and administrators."""

from django.apps import apps
from django.conf import settings
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, PageLogEntry, TaskState
from wagtail.permissions import policy_registry

from hub.first_steps import FirstStep, find_first_steps
from hub.navigation import HOME_DEPTH
from hub.ownership import Owner
from hub.permissions import keeps_the_hub
from hub.users import User


@find_first_steps
def steps_of(user) -> list[FirstStep]:
    """People, home page, menu, what waits: as far as the user may do it."""
    if not keeps_the_hub(user):
        return []
    return [_people(user), *_home_page(user), *_menu(user), _review(user)]


def _people(user) -> FirstStep:
    editors = User.objects.filter(
        groups=OuterRef("editors"), is_active=True, last_login__isnull=False
    )
    without = Owner.partnerships().filter(~Exists(editors))
    names = ", ".join(without.values_list("name", flat=True))
    text = _("Each partnership has an editor who has been here.")
    if names:
        text = _("No editor has been here yet from: %(names)s.") % {"names": names}
    title = _("Bring in an editor of each partnership")
    return FirstStep(title, text, reverse("people"), not names, 1)


def _home_page(user) -> list[FirstStep]:
    homes = Page.objects.filter(depth=HOME_DEPTH, locale__language_code=settings.LANGUAGE_CODE)
    home = homes.specific().first()
    if home is None or not home.permissions_for_user(user).can_edit():
        return []
    by_a_person = PageLogEntry.objects.filter(page=home.pk, user__isnull=False)
    return [
        FirstStep(
            _("Arrange the home page"),
            _("Its one sentence, and the strips below: their order and what they show."),
            reverse("wagtailadmin_pages:edit", args=[home.pk]),
            by_a_person.exists(),
            2,
        )
    ]


def _menu(user) -> list[FirstStep]:
    model = next((m for m in apps.get_models() if getattr(m, "arranges_surroundings", False)), None)
    if model is None or not policy_registry.get_by_type(model).user_has_permission(user, "change"):
        return []
    rows = model.objects.filter(language=settings.LANGUAGE_CODE, live=True)
    return [
        FirstStep(
            _("Arrange menu and footer"),
            _("What readers find on every page: the menu, contacts, who pays."),
            reverse(model.snippet_viewset.get_url_name("list")),
            rows.exists(),
            3,
        )
    ]


def _review(user) -> FirstStep:
    is_done = not TaskState.objects.reviewable_by(user).exists()
    return FirstStep(
        _("Look through what waits for review"),
        _("Nobody else sees a page before somebody approves it."),
        reverse("wagtailadmin_home") + "#awaiting-review-section",
        is_done,
        4,
    )

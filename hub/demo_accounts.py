"""People to try the hub as: one for each role, with one random password kept in a local file."""

import secrets
from collections.abc import Iterator
from pathlib import Path

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Page

from hub.onboarding import COORDINATORS, onboard_supporters
from hub.ownership import Owner
from hub.users import User

SUPPORTERS = "kurzemes-nvo-centrs: supporters"
SUPPORTERS_NAME = "Kurzemes NVO centrs"
SUPPORTED_COMMUNITIES = ("alsunga", "skrunda")
COMMUNITY_DEPTH = 5  # below root, home, index and partnership

Account = tuple[str, str, list[str]]


def read_or_make_password(file: Path) -> tuple[str, bool]:
    """The demo password, and whether it was made just now."""
    if file.exists():
        return file.read_text().strip(), False
    file.touch(mode=0o600)
    password = secrets.token_urlsafe(9)
    file.write_text(password + "\n")
    return password, True


def accounts() -> Iterator[Account]:
    """Each demo account: user name, what it may do, the names of its groups."""
    yield "admin", "everything", []
    yield "koordinators", "the shared pages", [COORDINATORS]
    for owner in Owner.partnerships().order_by("key"):
        yield f"{owner.key}-redaktors", f"{owner.name}: writes and publishes", [owner.editors.name]
        yield f"{owner.key}-autors", f"{owner.name}: writes", [owner.authors.name]
    yield "atbalstitajs", "a supporting organisation: writes for its communities", [SUPPORTERS]


def _onboard_supporters() -> None:
    """The supporting organisation of the demo, with its communities in each language."""
    pages = Page.objects.filter(slug__in=SUPPORTED_COMMUNITIES, depth=COMMUNITY_DEPTH)
    onboard_supporters(SUPPORTERS_NAME, pages.specific(), SUPPORTERS)


@transaction.atomic
def make_accounts(password: str) -> None:
    """Make each account, or give the one that exists this password."""
    _onboard_supporters()
    for username, _role, group_names in accounts():
        user, _created = User.objects.get_or_create(username=username)
        user.is_superuser = user.is_staff = username == "admin"
        user.set_password(password)
        user.save()
        user.groups.set(Group.objects.filter(name__in=group_names))

"""Two houses and people in them."""

from django.contrib.auth import get_user_model
from django.urls import reverse

from hub.ownership import Owner
from tests import factories


def two_houses() -> dict:
    """Pierīga with Babīte and Cēsis with Rauna."""
    lists = factories.standing_lists()
    pieriga = factories.make_partnership(lists["partnership-index"], "pierigas", "Pierīga")
    cesis = factories.make_partnership(lists["partnership-index"], "cesu", "Cēsis")
    return {
        "babite": factories.make_community(pieriga, "babite", "Babīte"),
        "rauna": factories.make_community(cesis, "rauna", "Rauna"),
        "pieriga": pieriga,
        "cesis": cesis,
        **lists,
    }


def houses_in_english(*houses: str) -> dict:
    """Both houses; these of them are told in English too, with all that stands above."""
    world = two_houses()
    told = [world[house] for house in houses]
    for page in (factories.standing_home(), world["partnership-index"], *told):
        factories.translated(page)
    return world


def person(client, owner: str, group: str):
    """A client logged in as a member of one of the owner's groups."""
    user = get_user_model().objects.create_user(f"{owner}-{group}", password="parole")
    user.groups.add(getattr(Owner.objects.get(key=owner), group))
    client.force_login(user)
    return user


def refused(response) -> bool:
    """403, 404, or Wagtail's way home with a message."""
    return response.status_code in (403, 404) or (
        response.status_code == 302 and response.url == reverse("wagtailadmin_home")
    )

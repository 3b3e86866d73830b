"""Who may do what with whose account: the houses' editors with their own people, no one above."""

from django.contrib.auth.models import Group
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from hub.ownership import HUB_KEY, Owner
from hub.permissions import keeps_the_hub
from hub.users import User

# Whoever has one of these can make themselves an administrator: no coordinator hands them out.
_POWERS = Q(
    permissions__content_type__app_label__in=("hub", "auth"),
    permissions__content_type__model__in=("user", "group", "permission"),
) & ~Q(permissions__codename__startswith="view_")


def houses_of(user) -> QuerySet[Owner]:
    """The partnerships whose editor `user` is."""
    return Owner.partnerships().filter(editors__user=user.pk)


def groups_of(houses) -> QuerySet[Group]:
    """Authors and editors of these houses."""
    keys = houses.values("authors"), houses.values("editors")
    return Group.objects.filter(Q(pk__in=keys[0]) | Q(pk__in=keys[1]))


def keeps_people(user) -> bool:
    """Whether `user` has anything to do here."""
    return keeps_the_hub(user) or houses_of(user).exists()


def groups_offered_to(user) -> QuerySet[Group]:
    """Into which groups `user` may invite."""
    if not keeps_the_hub(user):
        return groups_of(houses_of(user)).order_by("name")
    groups = Group.objects.filter(permissions__codename="access_admin")
    if not user.is_superuser:
        groups = groups.exclude(pk__in=Group.objects.filter(_POWERS).values("pk"))
    return groups.distinct().order_by("name")


def people_seen_by(user) -> QuerySet[User]:
    """Whose names `user` sees here: everybody's, or those of the own houses."""
    if keeps_the_hub(user):
        return User.objects.all()
    return User.objects.filter(groups__in=groups_of(houses_of(user))).distinct()


def may_manage(user, person) -> bool:
    """Whether `user` may let `person` go and come back: not oneself, and nobody equal or above."""
    is_seen = people_seen_by(user).filter(pk=person.pk).exists()
    return is_seen and Managing(user).may_manage(person)


def may_reset_second_factor(user, person) -> bool:
    """Coordinators for those who are none, administrators for all; never in one's own house."""
    return keeps_the_hub(user) and may_manage(user, person)


def houses_to_leave(user, person) -> QuerySet[Owner] | None:
    """The houses that `person` leaves by the word of `user`; None if the whole hub."""
    return houses_of(user) if Managing(user).is_elsewhere(person) else None


def may_return(user, person) -> bool:
    """Whether `user` may let `person` in again, with all the rights they had."""
    return may_manage(user, person) and houses_to_leave(user, person) is None


class Managing:
    """What somebody may do with those whom they see; asked for once for a whole list."""

    def __init__(self, user):
        self.user = user
        self.is_keeper = keeps_the_hub(user)
        coordinators = Owner.objects.filter(key=HUB_KEY).values_list("editors", flat=True)
        self.coordinators = set(coordinators)
        self.own = set(groups_of(houses_of(user)).values_list("pk", flat=True))

    def may_manage(self, person) -> bool:
        """Whether the account is below theirs."""
        if person.pk == self.user.pk:
            return False
        return self.user.is_superuser or not self._keeps_the_hub(person)

    def is_elsewhere(self, person) -> bool:
        """Whether the person also does something that is not theirs to end."""
        return not self.is_keeper and bool(_groups_of(person) - self.own)

    def actions(self, person) -> dict[str, bool]:
        """What can be pressed beside the name."""
        if not self.may_manage(person):
            return {}
        return {
            "leave": person.is_active,
            "reset": self.is_keeper and person.has_factor,
            "return": not person.is_active and not self.is_elsewhere(person),
        }

    def _keeps_the_hub(self, person) -> bool:
        return person.is_superuser or bool(_groups_of(person) & self.coordinators)


def _groups_of(person) -> set[int]:
    return {group.pk for group in person.groups.all()}


def colleagues_of(user, person) -> QuerySet[User]:
    """Who may take over what `person` wrote."""
    seen = people_seen_by(user).filter(is_active=True).exclude(pk=person.pk)
    shared = Q(groups__in=person.groups.values("pk"))
    houses = Owner.objects.filter(Q(authors__user=person.pk) | Q(editors__user=person.pk))
    of_houses = Q(groups__in=groups_of(houses))
    return seen.filter(shared | of_houses | Q(pk=user.pk)).distinct().order_by("username")


class Roles:
    """What each group is to people; asked for once a page."""

    def __init__(self):
        self._names = {}
        for owner in Owner.objects.all():
            if owner.key == HUB_KEY:
                self._names[owner.editors_id] = _("Coordinators of the hub")
                continue
            said = {"name": owner.name}
            self._names[owner.authors_id] = _("%(name)s: authors") % said
            self._names[owner.editors_id] = _("%(name)s: editors") % said

    def name(self, group: Group) -> str:
        return self._names.get(group.pk, group.name)

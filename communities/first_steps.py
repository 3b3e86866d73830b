"""What is to be done first by people of a partnership and by those who support its places."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, When
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.images import get_image_model
from wagtail.models import ModelLogEntry, PageLogEntry, WorkflowState
from wagtail.permissions import page_permission_policy, policy_registry

from communities.community_pages import CommunityPage
from communities.completeness import missing_of_partnership
from communities.partnership_pages import PartnershipPage
from communities.records import Resource
from communities.solution_pages import SolutionPage
from hub.first_steps import FirstStep, find_first_steps
from hub.permissions import keeps_the_hub

WRITING = ("wagtail.create", "wagtail.edit", "wagtail.publish")


@find_first_steps
def steps_of(user) -> list[FirstStep]:
    """The steps that fit what the user may change."""
    if keeps_the_hub(user):
        return []
    if house := _own(user, PartnershipPage).order_by("path").first():
        return _steps_in_house(user, house)
    if community := _own_community(user):
        return _steps_in_community(user, community)
    return []


def _own(user, model):
    """The pages of that type that `user` may change, in the language that is written first."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    return model.objects.filter(
        pk__in=pages.values("pk"), locale__language_code=settings.LANGUAGE_CODE
    )


def _own_community(user) -> CommunityPage | None:
    """The one of which least is told."""
    communities = _own(user, CommunityPage)
    has_summary = Case(When(summary="", then=0), default=1)
    has_picture = Case(When(lead_image=None, then=0), default=1)
    return communities.order_by(has_summary, has_picture, "latest_revision_created_at").first()


def _has_done(user, model, actions: tuple[str, ...]) -> bool:
    """Whether `user` did one of the actions with a page of that type."""
    content_type = ContentType.objects.get_for_model(model)
    entries = PageLogEntry.objects.filter(user=user, content_type=content_type)
    return entries.filter(action__in=actions).exists()


def _steps_in_house(user, house: PartnershipPage) -> list[FirstStep]:
    missing = missing_of_partnership(house.get_latest_revision_as_object())
    community = _own_community(user)
    edit_house = reverse("wagtailadmin_pages:edit", args=[house.pk])
    text = _("Who you are, where you work, whom to write to.")
    if missing:
        text = _("Still missing: %(names)s.") % {"names": ", ".join(map(str, missing))}
    return [
        FirstStep(_("Complete the page of your partnership"), text, edit_house, not missing, 1),
        _community_step(user, community, house),
        *_photo_step(user),
        _solution_step(user, community, house),
    ]


def _steps_in_community(user, community: CommunityPage) -> list[FirstStep]:
    wrote_resource = ModelLogEntry.objects.filter(
        user=user,
        content_type=ContentType.objects.get_for_model(Resource),
        action="wagtail.create",
    ).exists()
    resource = FirstStep(
        _("Write down one thing the community has"),
        _("A hall, a hill, a tractor, a choir: with it others know whom to ask."),
        reverse(Resource.snippet_viewset.get_url_name("add")),
        wrote_resource,
        2,
    )
    return [
        _community_step(user, community, community, order=1),
        resource,
        *_photo_step(user),
        _solution_step(user, community, community),
    ]


def _add(model, parent) -> str:
    """The form for a new page below `parent`."""
    kind = (model._meta.app_label, model._meta.model_name)
    return reverse("wagtailadmin_pages:add", args=[*kind, parent.pk])


def _community_step(user, community, house, order: int = 2) -> FirstStep:
    url = _add(CommunityPage, house)
    text = _("What kind of place it is, what people are proud of.")
    if community:
        url = reverse("wagtailadmin_pages:edit", args=[community.pk])
        text = _("For instance %(place)s: what kind of place it is, what people are proud of.")
        text = text % {"place": community.title}
    is_done = _has_done(user, CommunityPage, WRITING)
    return FirstStep(_("Tell about one community"), text, url, is_done, order)


def _photo_step(user) -> list[FirstStep]:
    images = get_image_model()
    if not policy_registry.get_by_type(images).user_has_permission(user, "add"):
        return []
    own = images.objects.filter(uploaded_by_user=user, has_consent=True).exclude(author="")
    return [
        FirstStep(
            _("Add a photograph"),
            _("Say who took it, and tick that the people in it agreed."),
            reverse("wagtailimages:add_multiple"),
            own.exists(),
            3,
        )
    ]


def _solution_step(user, community, house) -> FirstStep:
    """An editor publishes, an author submits; the draft already begun is gone on with."""
    can_publish = house.permissions_for_user(user).can_publish()
    if can_publish:
        title = _("Publish your first solution")
        is_done = _has_done(user, SolutionPage, ("wagtail.publish",))
    else:
        title = _("Submit your first solution for review")
        is_done = WorkflowState.objects.filter(requested_by=user).exists()
    draft = _own(user, SolutionPage).filter(owner=user, live=False).order_by("pk").first()
    if draft:
        url = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    else:
        url = _add(SolutionPage, community) if community else _add(CommunityPage, house)
    text = _("What a community did; look in the preview how it reads on a phone.")
    return FirstStep(title, text, url, is_done, 4)

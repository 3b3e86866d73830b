"""What onboarding adds to the admin."""

from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages

from hub.admin_screens import ReservedMenuItem
from hub.onboarding.guidance import pages_with_guidance
from hub.onboarding.supporter_views import (
    DismissView,
    SupportedCommunitiesView,
    SupportersView,
    chooses_supporters,
)
from hub.onboarding.views import HandOverView, NewPartnershipView, PartnershipsView, RepairView
from hub.permissions import keeps_the_hub


@hooks.register("register_admin_urls")
def addresses_of_onboarding():
    supported = SupportedCommunitiesView.as_view()
    return [
        path("partnerships/", PartnershipsView.as_view(), name="partnerships"),
        path("partnerships/new/", NewPartnershipView.as_view(), name="new_partnership"),
        path("partnerships/<int:pk>/repair/", RepairView.as_view(), name="repair_partnership"),
        path("partnerships/<int:pk>/hand-over/", HandOverView.as_view(), name="hand_over"),
        path("supporters/", SupportersView.as_view(), name="supporters"),
        path("supporters/<int:pk>/", supported, name="supported_communities"),
        path("supporters/<int:pk>/dismiss/", DismissView.as_view(), name="dismiss_supporter"),
    ]


@hooks.register("register_admin_menu_item")
def partnerships_in_the_menu():
    return ReservedMenuItem(
        _("Partnerships"),
        reverse("partnerships"),
        icon_name="group",
        order=95,
        is_open_to=keeps_the_hub,
    )


@hooks.register("register_admin_menu_item")
def supporters_in_the_menu():
    return ReservedMenuItem(
        _("Supporters"),
        reverse("supporters"),
        icon_name="group",
        order=255,
        is_open_to=chooses_supporters,
    )


@hooks.register("register_log_actions")
def what_the_history_says(actions):
    actions.register_action(
        "hub.hand_over", _("Hand over"), _("Everything was handed over to another owner.")
    )


@hooks.register("before_bulk_action")
def publish_no_advice(request, action_type, objects, action):
    """The form of a page refuses advice that is left in it; several pages at once see no form."""
    if action_type != "publish" or request.method != "POST":
        return None
    left = pages_with_guidance(objects, "include_descendants" in request.POST)
    if not left:
        return None
    text = gettext("Nothing was published. Advice to you is still left in: %(titles)s.")
    messages.error(request, text % {"titles": ", ".join(left)})
    return HttpResponseRedirect(reverse("wagtailadmin_home"))

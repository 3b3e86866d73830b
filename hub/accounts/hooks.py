"""What accounts add to the admin."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from hub.accounts import audit
from hub.accounts.invitation_views import InviteView
from hub.accounts.own_views import SecondFactorView, SignInsView
from hub.accounts.people import keeps_people
from hub.accounts.people_views import (
    InvitationView,
    LeaveView,
    PeopleView,
    ResetSecondFactorView,
    ReturnView,
)
from hub.accounts.report import AccountsLogView
from hub.admin_screens import ReservedMenuItem
from hub.permissions import keeps_the_hub


@hooks.register("register_admin_urls")
def account_addresses():
    return [
        path("account/second-factor/", SecondFactorView.as_view(), name="second_factor"),
        path("account/sign-ins/", SignInsView.as_view(), name="sign_ins"),
        path("people/", PeopleView.as_view(), name="people"),
        path("people/invite/", InviteView.as_view(), name="invite"),
        path("people/invitations/<int:pk>/", InvitationView.as_view(), name="invitation"),
        path("people/<int:pk>/leave/", LeaveView.as_view(), name="leave"),
        path("people/<int:pk>/return/", ReturnView.as_view(), name="return"),
        path(
            "people/<int:pk>/second-factor/",
            ResetSecondFactorView.as_view(),
            name="reset_second_factor",
        ),
        path("reports/accounts/", AccountsLogView.as_view(), name="accounts_log"),
        path(
            "reports/accounts/results/",
            AccountsLogView.as_view(results_only=True),
            name="accounts_log_results",
        ),
    ]


@hooks.register("register_log_actions")
def what_the_log_says(actions):
    audit.register(actions)


@hooks.register("register_account_menu_item", order=10)
def second_factor_link(request):
    return {
        "url": reverse("second_factor"),
        "label": _("Second factor"),
        "help_text": _("A code of your phone besides the password."),
    }


@hooks.register("register_account_menu_item", order=20)
def sign_ins_link(request):
    return {
        "url": reverse("sign_ins"),
        "label": _("Where you are logged in"),
        "help_text": _("See each device, log out there or everywhere."),
    }


@hooks.register("insert_global_admin_css")
def account_styles():
    return format_html('<link rel="stylesheet" href="{}">', static("hub/css/accounts.css"))


@hooks.register("register_admin_menu_item")
def people_menu_item():
    return ReservedMenuItem(
        _("People"), reverse("people"), icon_name="group", order=650, is_open_to=keeps_people
    )


@hooks.register("register_reports_menu_item")
def accounts_log_menu_item():
    return ReservedMenuItem(
        _("Accounts: who did what"),
        reverse("accounts_log"),
        icon_name="user",
        order=1010,
        is_open_to=keeps_the_hub,
    )

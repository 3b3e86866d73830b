"""What accounts add to the admin."""

from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from wagtail import hooks

from hub.accounts import audit
from hub.accounts.own_views import SecondFactorView, SignInsView, account_links


@hooks.register("register_admin_urls")
def account_addresses():
    return [
        path("account/second-factor/", SecondFactorView.as_view(), name="second_factor"),
        path("account/sign-ins/", SignInsView.as_view(), name="sign_ins"),
    ]


@hooks.register("register_log_actions")
def what_the_log_says(actions):
    audit.register(actions)


@hooks.register("register_account_menu_item", order=10)
def second_factor_link(request):
    return account_links()[0]


@hooks.register("register_account_menu_item", order=20)
def sign_ins_link(request):
    return account_links()[1]


@hooks.register("insert_global_admin_css")
def account_styles():
    return format_html('<link rel="stylesheet" href="{}">', static("hub/css/accounts.css"))

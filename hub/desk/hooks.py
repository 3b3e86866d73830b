"""What the desk adds to the admin."""

from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.permissions import page_permission_policy

from hub.desk.listing import ToDoViewSet
from hub.desk.panel import ToDoPanel
from hub.desk.reviews import STILL_TRUE, still_true
from hub.pages import HubPage


@hooks.register("construct_homepage_panels")
def say_what_is_to_be_done(request, panels):
    if user_has_any_page_permission(request.user):
        panels.append(ToDoPanel(request.user))


@hooks.register("register_admin_viewset")
def to_do_viewset():
    return ToDoViewSet()


@hooks.register("construct_reports_menu")
def leave_out_a_report_that_stays_empty(request, items):
    """The report on ageing pages lists only what the reader may publish."""
    if not page_permission_policy.user_has_permission(request.user, "publish"):
        items[:] = [item for item in items if item.name != "aging-pages"]


# The yearly look at a page


@hooks.register("register_admin_urls")
def review_address():
    return [path("pages/<int:pk>/still-true/", still_true, name="still_true")]


@hooks.register("register_log_actions")
def what_the_history_says(actions):
    actions.register_action(STILL_TRUE, _("Found to be still true"), _("Found to be still true"))


@hooks.register("before_edit_page")
def ask_whether_it_is_still_true(request, page):
    """Above the form, with the answer in one click."""
    is_asked = isinstance(page, HubPage) and page.live and request.method == "GET"
    if is_asked and page.review_by and page.review_by < localdate() and not page.get_lock():
        context = {
            "day": page.review_by,
            "url": reverse("still_true", args=[page.pk]),
            "token": get_token(request),
        }
        messages.warning(request, render_to_string("hub/desk/still_true.html", context))

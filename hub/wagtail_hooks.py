"""Registers what the kernel adds to the admin."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import PagesSummaryItem
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.snippets.models import register_snippet

from hub import keeping, page_views  # noqa: F401 – register themselves
from hub.accounts import hooks as accounts  # noqa: F401 – registers itself
from hub.advice import hooks as advice  # noqa: F401 – registers itself
from hub.desk import hooks as desk  # noqa: F401 – registers itself
from hub.first_steps import FirstStepsPanel
from hub.guide import editors_guide
from hub.moderation import hooks as moderation  # noqa: F401 – registers itself
from hub.onboarding import hooks as onboarding  # noqa: F401 – registers itself
from hub.own_pages import OwnPagesPanel, OwnPagesViewSet
from hub.pace import hooks as pace  # noqa: F401 – registers itself
from hub.page_links import TextLinkHandler
from hub.translating import hooks as translating  # noqa: F401 – registers itself
from hub.viewsets import ThemeViewSet
from hub.wall import hooks as wall  # noqa: F401 – registers itself

register_snippet(ThemeViewSet)


@hooks.register("insert_global_admin_css")
def hub_colours():
    """Wagtail's admin in the hub's colours."""
    return format_html('<link rel="stylesheet" href="{}">', static("hub/css/admin.css"))


@hooks.register("register_rich_text_features", order=10)  # in place of Wagtail's own
def lead_from_texts_to_pages(features):
    features.register_link_type(TextLinkHandler)


# The desk: what a user begins with


@hooks.register("construct_homepage_panels")
def lay_the_desk(request, panels):
    """First steps and the state of one's own pages come before what Wagtail shows."""
    panels.append(FirstStepsPanel(request.user))
    if user_has_any_page_permission(request.user):
        panels.append(OwnPagesPanel(request.user))


@hooks.register("construct_homepage_summary_items", order=1)  # after Wagtail has put it there
def leave_out_the_number_of_everybodys_pages(request, items):
    items[:] = [item for item in items if not isinstance(item, PagesSummaryItem)]


@hooks.register("register_admin_viewset")
def own_pages_viewset():
    return OwnPagesViewSet()


@hooks.register("construct_wagtail_userbar")
def check_only_what_editors_write(request, items, page):
    """Wagtail's checker takes the hub's large numbers and its own name for forgotten headings."""
    for item in items:
        if isinstance(item, ContentCheckerItem):
            item.axe_exclude = [".big-number", ".site-footer__name"]


# Help is the hub's own guide, not one about Wagtail on another site


@hooks.register("register_admin_urls")
def guide_address():
    return [path("guide/", editors_guide, name="editors_guide")]


@hooks.register("register_help_menu_item")
def guide_menu_item():
    return MenuItem(_("Editors’ guide"), reverse("editors_guide"), icon_name="help", order=100)


@hooks.register("construct_help_menu")
def leave_out_what_is_about_wagtail(request, items):
    items[:] = [item for item in items if not item.url.startswith("https:")]

"""What advice adds to the admin."""

from wagtail import hooks

from hub.advice.checks import AdviceItem
from hub.pages import HubPage


@hooks.register("construct_wagtail_userbar")
def advise_who_writes(request, items, page):
    if getattr(request, "in_preview_panel", False) and isinstance(page, HubPage):
        items.append(AdviceItem(page))

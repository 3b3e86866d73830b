"""What translation adds to the admin, and what of wagtail-localize's it takes out."""

from django.http import Http404
from wagtail import hooks
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.locales.components import LOCALE_COMPONENTS
from wagtail_localize.models import LocaleSynchronization

from hub.translating.editing import open_translation
from hub.translating.rights import may_translate

# A language that copies another would fill with live pages in the wrong language.
LOCALE_COMPONENTS[:] = [c for c in LOCALE_COMPONENTS if c["model"] is not LocaleSynchronization]

_ADDRESSES = ("/localize/submit/", "/localize/update/")


@hooks.register("before_edit_page", order=-1)  # before wagtail-localize's own
def before_a_translated_page(request, page):
    if "localize-convert-to-alias" in request.POST:
        raise Http404
    return open_translation(request, page)


@hooks.register("before_edit_snippet", order=-1)
def before_a_translated_record(request, instance):
    if isinstance(instance, TranslatableMixin):
        return open_translation(request, instance)
    return None


@hooks.register("construct_page_action_menu")
def offer_no_aliases(menu_items, request, context):
    menu_items[:] = [item for item in menu_items if item.name != "localize-convert-to-alias"]


@hooks.register("construct_page_listing_buttons")
def offer_translation_of_own_pages(buttons, page, user, context):
    _leave_out_others(buttons, page, user)


@hooks.register("construct_snippet_listing_buttons")
def offer_translation_of_own_records(buttons, snippet, user):
    _leave_out_others(buttons, snippet, user)


def _leave_out_others(buttons, thing, user) -> None:
    """wagtail-localize offers translation of whatever is listed."""
    found = [b for b in buttons if any(part in (b.url or "") for part in _ADDRESSES)]
    if found and not may_translate(user, thing.specific if isinstance(thing, Page) else thing):
        buttons[:] = [button for button in buttons if button not in found]

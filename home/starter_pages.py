"""With what a new partnership begins: drafts that say what is to be written in them."""

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.models import Page

from home.models import NewsPage, StandardPage
from hub.blocks.text import GUIDANCE_MARK
from hub.onboarding.partnerships import find_starter_pages


@find_starter_pages
def starter_pages(house: Page) -> list[Page]:
    """About the partnership, whom to write to, the first piece of news."""
    with translation.override(settings.LANGUAGE_CODE):
        return [_about(), _contacts(), _first_news()]


def _about() -> StandardPage:
    body = [
        _heading(_("Who we are")),
        _advice(_("In three sentences: who founded the partnership, who decides, who works.")),
        _heading(_("Where we work")),
        _advice(_("Which municipalities and parishes; how many people live there.")),
        _heading(_("What we help with")),
        _advice(_("For what and how a community can get help from you, with an example.")),
    ]
    return StandardPage(title=_("About the partnership"), body=body)


def _contacts() -> StandardPage:
    body = [
        _heading(_("Whom to ask")),
        _advice(_("An e-mail address and a telephone of the office for each kind of question.")),
        _heading(_("Where and when")),
        _advice(_("Address, opening hours, how to get there without a car.")),
    ]
    return StandardPage(title=_("Contacts of the partnership"), body=body)


def _first_news() -> NewsPage:
    body = [
        _advice(_("What you want to tell here, and which communities will begin.")),
        _advice(_("Whom to write to who wants to take part.")),
    ]
    return NewsPage(
        title=_("Our communities are on the hub now"),
        date=timezone.localdate(),
        body=body,
    )


def _heading(text: str) -> tuple:
    return "heading", {"text": text, "level": "h2", "anchor": ""}


def _advice(text: str) -> tuple:
    """A line to be replaced; the page cannot be published or submitted while it stands there."""
    return "text", f"<p>{GUIDANCE_MARK} {text}</p>"

"""What the hub is and where its texts are, for machines that read (llmstxt.org)."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from hub.catalogue import Kind
from hub.head import FEED, TEXT
from hub.navigation import Navigation, absolute, home_address
from hub.richtext import escaped
from search.models import Entry
from search.selections import shown

_MOST = 300  # partnerships and communities; the lists lead to all else


def _line(title: str, address: str, summary: str = "") -> str:
    said = f": {escaped(' '.join(summary.split()))}" if summary else ""
    return f"- [{escaped(title)}]({absolute(address)}){said}"


def _section(title: str, lines: list[str]) -> str:
    return "\n".join([f"## {title}", "", *lines]) if lines else ""


def _places(language: str) -> list[str]:
    """Partnerships, each with its communities."""
    kinds = (Kind.PARTNERSHIP, Kind.COMMUNITY)
    entries = list(shown().in_language(language).of_kinds(*kinds).by_title()[:_MOST])
    lines = []
    for house in (entry for entry in entries if entry.kind == Kind.PARTNERSHIP):
        lines.append(_entry_line(house))
        own = [e for e in entries if e.kind == Kind.COMMUNITY and e.owner == house.owner]
        lines += [f"  {_entry_line(entry)}" for entry in own]
    return lines


def _entry_line(entry: Entry) -> str:
    return _line(entry.title, f"{entry.url}{TEXT}", entry.summary)


@require_safe
@cache_control(public=True, max_age=3600)
def llms(request: HttpRequest) -> HttpResponse:
    """The tree of the site in the reader's language, each page by its text."""
    language = get_language() or settings.LANGUAGE_CODE
    around, home = Navigation(language), home_address(language)
    about = _(
        "The knowledge hub of four rural partnerships in Latvia and the villages they work with:"
        " what communities did and how to do it too, video stories, methods and guides,"
        " events, and what the communities have. Every page can be had as plain text at its"
        " address with index.md at the end."
    )
    about_hub = [p for column in around.columns for p in column.links if p.page]
    others = [version for version in around.versions("llms.txt") if not version.is_here]
    more = [
        _line(_("Newest, as Atom"), f"{home}{FEED}"),
        _line(_("Sitemap"), "/sitemap.xml"),
        *(_line(other.name, other.url) for other in others),
    ]
    parts = [
        f"# {settings.WAGTAIL_SITE_NAME}",
        f"> {about}",
        _section(_("Lists"), [_line(p.title, f"{p.url}{TEXT}") for p in around.menu]),
        _section(_("Partnerships and communities"), _places(language)),
        _section(_("About the hub"), [_line(p.title, f"{p.url}{TEXT}") for p in about_hub]),
        _section("Optional", more),  # a word of the format
    ]
    text = "\n\n".join(part for part in parts if part)
    return HttpResponse(f"{text}\n", content_type="text/plain; charset=utf-8")

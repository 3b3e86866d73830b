"""What stands in the head of every page: title, description, addresses, and what machines read."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import get_language, gettext, ngettext
from wagtail.blocks import StreamValue

from hub.navigation import Navigation, Version, absolute, home_address
from hub.ownership import HUB_KEY
from hub.pages import HubPage, is_owner_root
from hub.share_pictures import PictureWords
from hub.structured_data import graph_of, words

# Names of files below a page's address: what else the page can be had as (`hub.page_forms`).
TEXT, PICTURE, FEED = "index.md", "picture.png", "feed.atom"
_SITE = settings.WAGTAIL_SITE_NAME
_TERRITORIES = {"lv": "lv_LV", "en": "en_GB"}
_PLACES = ("community", "partnership")
_DESCRIPTION = 200  # letters; what is shown of it beside a search hit or a shared link
# What <script> must not hold, as Django's json_script has it.
_NOT_IN_SCRIPTS = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&"}


@dataclass(frozen=True)
class Told:
    """What a view says of itself where it shows something else than its page.

    `addresses` lead to the same thing in every language it is told in; `facts` is what it is
    in the words of schema.org.
    """

    title: str
    description: str = ""
    addresses: Mapping[str, str] = field(default_factory=dict)
    is_indexed: bool = True
    version: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


def versions_of(context: Mapping[str, Any], around: Navigation) -> list[Version]:
    """The languages a reader can change to from what the context shows."""
    request, told = context.get("request"), context.get("told")
    if around.page:
        return around.versions(addresses=told.addresses if told else None)
    if request is None:
        return around.versions()
    here = request.path.removeprefix(home_address(around.language).rstrip("/"))
    query = request.GET.urlencode()
    return around.versions(here.lstrip("/") + (f"?{query}" if query else ""))


def cut(text: str) -> str:
    """The first words of `text`, as a description wants them."""
    return Truncator(" ".join(text.split())).chars(_DESCRIPTION, truncate=" …")


def _first_words(page: HubPage) -> str:
    """What the page's own texts begin with; not its quotations, which name who is quoted."""
    for name in getattr(page, "catalogue_text", []):
        value = getattr(page, name)
        texts = [b.value for b in value if b.block_type == "text"] if _is_stream(value) else [value]
        if said := words(" ".join(map(str, texts))):
            return said
    return ""


def _is_stream(value: object) -> bool:
    return isinstance(value, StreamValue)


class Head:
    """The head of what `context` shows, `around` it and in its `versions`."""

    def __init__(
        self, context: Mapping[str, Any], around: Navigation, versions: Sequence[Version] = ()
    ):
        self.around, self.versions = around, versions
        self.page: HubPage | None = around.page
        self.told: Told | None = context.get("told")
        self.listing = context.get("listing")
        self.entry = context.get("entry")
        self.language = get_language() or settings.LANGUAGE_CODE
        self.is_preview = getattr(context.get("request"), "is_preview", False)

    # Words

    @cached_property
    def name(self) -> str:
        """What is shown, in a few words."""
        if self.told:
            return self.told.title
        return self.page.title if self.page else _SITE

    @cached_property
    def title(self) -> str:
        """What stands in a browser's tab: what is chosen and which page come with it."""
        is_plain = self.page and not self.told and self.shared_title == self.name
        return (is_plain and self.page.seo_title) or f"{self.shared_title} – {_SITE}"

    @cached_property
    def shared_title(self) -> str:
        """The same without the name of the site, which stands beside it where it is shared."""
        parts = (", ".join(self._chosen), self.name, *self._number)
        return " – ".join(part for part in parts if part)

    @cached_property
    def _chosen(self) -> list[str]:
        return self.listing.words if self.listing else []

    @property
    def _number(self) -> list[str]:
        number = self.listing.entries.number if self.listing else 1
        return [gettext("page %(number)d") % {"number": number}] if number > 1 else []

    @cached_property
    def description(self) -> str:
        """One or two sentences; of what was looked for, how much there is and what comes first."""
        if self.listing and (self._chosen or not self.page):
            total, first = self.listing.total, self.listing.entries.object_list[:3]
            found = ngettext("%(number)s found", "%(number)s found", total) % {"number": total}
            titles = "; ".join(entry.title for entry in first)
            return cut(f"{found}: {titles}" if titles else found)
        if self.told:
            return cut(self.told.description)
        return self._of_page(self.page) if self.page else ""

    def _of_page(self, page: HubPage) -> str:
        said = page.search_description or page.summary
        return said or cut(_first_words(page)) or page.line

    # Addresses

    @cached_property
    def address(self) -> str:
        """Where it is found; empty for what has no address, as an error."""
        if self.told:
            return self.told.addresses.get(self.language, "")
        return (self.page.url or "") if self.page else ""

    @cached_property
    def canonical(self) -> str:
        """Its one whole address, whatever it was asked for by."""
        query = self.listing.canonical_query if self.listing else ""
        return absolute(self.address) + query if self.address else ""

    @cached_property
    def alternates(self) -> list[Version]:
        """The languages in which the same is told; what a reader chose is told in one."""
        is_alone = not self.address or (self.listing and self.listing.canonical_query)
        return [] if is_alone else [version for version in self.versions if version.is_same_page]

    @property
    def is_indexed(self) -> bool:
        """Whether search engines are to keep it: neither drafts nor what a reader looked for."""
        if self.is_preview or (self.told and not self.told.is_indexed):
            return False
        return not (self.listing and self.listing.is_narrowed)

    @cached_property
    def picture(self) -> str:
        """The address of the picture to share it with; what is no page has the home page's."""
        place = self.address if self.page else self.around.home_url
        return f"{absolute(place)}{PICTURE}{self._version}" if place else ""

    @property
    def _version(self) -> str:
        """Makes the address of a picture new when the page was published anew."""
        if self.told:
            return f"?v={self.told.version}" if self.told.version else ""
        changed = self.page and self.page.last_published_at
        return f"?v={int(changed.timestamp())}" if changed else ""

    @property
    def text(self) -> str:
        """The address of the same as Markdown; empty for what is no page."""
        if not self.page or not self.address:
            return ""
        query = self.listing.canonical_query if self.listing else ""
        return absolute(self.address) + TEXT + query

    @property
    def feed(self) -> str:
        """The address of the feed of the newest of a list, narrowed as it is, or of everything."""
        home = self.around.home_url
        if not self.listing:
            return f"{absolute(home)}{FEED}" if self.address == home else ""
        place = self.address if self.page else home
        return f"{absolute(place)}{FEED}{self.listing.feed_query}"

    # What machines ask

    @property
    def locale(self) -> str:
        return _TERRITORIES.get(self.language, self.language)

    @property
    def other_locales(self) -> list[str]:
        others = [version for version in self.alternates if not version.is_here]
        return [_TERRITORIES.get(other.language, other.language) for other in others]

    @property
    def kind(self) -> str:
        """„article” for what is told once, „website” for places, lists and the rest."""
        kind = getattr(self.page, "catalogue_kind", "")
        is_text = kind and kind not in _PLACES and not self.told
        return "article" if is_text else "website"

    @cached_property
    def owner_page(self):
        """The partnership's page above this one or this one itself, of Wagtail's own type."""
        pages = [*self.around.trail, self.page] if self.page else []
        return next((p for p in pages if p and is_owner_root(p.specific_class)), None)

    @property
    def picture_words(self) -> PictureWords:
        """What the picture to share it with says."""
        entry, page = self.entry, self.page
        if entry:
            return PictureWords(
                self.name, entry.kind_label, " · ".join(entry.line), entry.owner,
                entry.owner_name, entry.community_name or entry.title,
            )  # fmt: skip
        owner = page.owner_page if page else None
        key, name = (owner.owner_key, owner.title) if owner else (HUB_KEY, "")
        kind, line = (str(page.eyebrow), page.line) if page else ("", "")
        return PictureWords(self.name, kind, line, key, name, self.name)

    @property
    def picture_alt(self) -> str:
        """What the picture shows, in words."""
        words = [self.entry.kind_label, *self.entry.line] if self.entry else []
        return ". ".join(part for part in (self.name, ", ".join(words)) if part)

    @cached_property
    def structured_data(self) -> SafeString:
        """What it is, for a `<script>` that holds data and is not run."""
        graph = graph_of(self)
        text = json.dumps(graph, ensure_ascii=False, separators=(",", ":")) if graph else ""
        return mark_safe(text.translate(_NOT_IN_SCRIPTS))

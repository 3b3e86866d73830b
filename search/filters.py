"""What a reader asks for, read from the query string once and by one function that never raises."""

import re
from dataclasses import dataclass, field, replace

from django.conf import settings
from django.db.models import TextChoices
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from hub.catalogue import Kind
from hub.ownership import Owner
from hub.taxonomy import Municipality, Theme
from hub.vocabulary import Audience, Phase, SolutionStage
from search.models import Entry

LONGEST_QUERY = 200
LAST_PAGE = 10_000
_SLUG = re.compile(r"^[a-z0-9][a-z0-9-]{0,49}$")
_NOT_TEXT = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\ufeff]+")
_NEAR = re.compile(r"^(-?\d{1,2}(?:\.\d{1,9})?),(-?\d{1,3}(?:\.\d{1,9})?)$")

# Facets of which an entry has one value: the name in addresses, the entry's column and the
# column with the words for it, if it has one.
COLUMNS = {
    "kind": ("kind", ""),
    "partnership": ("owner", "owner_name"),
    "municipality": ("municipality", "municipality_name"),
    "community": ("community", "community_name"),
    "stage": ("stage", ""),
    "phase": ("phase", ""),
    "lang": ("language", ""),
    "captions": ("has_captions", ""),
}
TAGS = ("theme", "audience")
FACETS = (*COLUMNS, *TAGS)

_FIXED: dict[str, type[TextChoices]] = {
    "kind": Kind,
    "stage": SolutionStage,
    "phase": Phase,
    "audience": Audience,
}


class Sort(TextChoices):
    """The orders a reader can choose."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    TITLE = "title"
    PHASE = "phase"
    NEAREST = "nearest"


def printable(text: str) -> str:
    """`text` without control characters and needless space."""
    return " ".join(_NOT_TEXT.sub(" ", text).split())


def clean_text(text: str) -> str:
    """What is printable of `text`, of at most `LONGEST_QUERY` letters."""
    return printable(text)[:LONGEST_QUERY].strip()


def _read_near(text: str) -> tuple[float, float] | None:
    """A position in degrees, made coarse to a tenth of a degree."""
    match = _NEAR.match(text)
    return (round(float(match[1]), 1), round(float(match[2]), 1)) if match else None


def _read_page(text: str) -> int:
    is_number = text.isascii() and text.isdigit()
    return min(max(int(text[:6]), 1), LAST_PAGE) if is_number else 1


@dataclass(frozen=True)
class SearchQuery:
    """An immutable question: words, chosen values by facet, order, page.

    `ignored` holds what was not understood, as it was written.
    """

    q: str = ""
    chosen: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = ""
    near: tuple[float, float] | None = None
    page: int = 1
    ignored: tuple[str, ...] = ()

    @classmethod
    def read(cls, data: MultiValueDict) -> "SearchQuery":
        """The question in a query string; what is unknown is dropped and named in `ignored`."""
        chosen, ignored = {}, []
        for name in FACETS:
            values = list(dict.fromkeys(v for v in data.getlist(name) if v))[:20]
            known = _known(name, values)
            if known:
                chosen[name] = tuple(value for value in values if value in known)
            ignored += [clean_text(value)[:40] for value in values if value not in known]
        sort = data.get("sort", "")
        if sort and sort not in Sort.values:
            ignored.append(clean_text(sort)[:40])
            sort = ""
        return cls(
            q=clean_text(data.get("q", "")),
            chosen=chosen,
            sort=sort,
            near=_read_near(data.get("near", "")),
            page=_read_page(data.get("page", "")),
            ignored=tuple(word for word in ignored if word),
        )

    def values(self, name: str) -> tuple[str, ...]:
        """The chosen values of a facet."""
        return self.chosen.get(name, ())

    def toggled(self, name: str, value: str) -> "SearchQuery":
        """The same question with this value chosen, or no longer chosen; on the first page."""
        values = self.values(name)
        changed = tuple(v for v in values if v != value) if value in values else (*values, value)
        return replace(self, chosen={**self.chosen, name: changed}, page=1)

    def query_string(self, **changes) -> str:
        """The address of this question, changed so; starts with „?”, or is „?” alone."""
        query = replace(self, **changes)
        data = QueryDict(mutable=True)
        if query.q:
            data["q"] = query.q
        for name in FACETS:
            data.setlist(name, list(query.values(name)))
        if query.sort:
            data["sort"] = query.sort
        if query.near:
            data["near"] = f"{query.near[0]},{query.near[1]}"
        if query.page > 1:
            data["page"] = str(query.page)
        return "?" + data.urlencode(safe=",")


def _known(name: str, values: list[str]) -> set[str]:
    """Those of `values` that mean something; asks the database only when there are any."""
    values = [value for value in values if name in _FIXED or name == "lang" or _SLUG.match(value)]
    if not values:
        return set()
    if name in _FIXED:
        return set(values) & set(_FIXED[name].values)
    if name == "lang":
        return set(values) & {code for code, _label in settings.LANGUAGES}
    if name == "captions":
        return set(values) & {"1"}
    if name == "theme":
        return set(Theme.objects.filter(slug__in=values).values_list("slug", flat=True))
    if name == "partnership":
        return set(Owner.objects.filter(key__in=values).values_list("key", flat=True))
    if name == "municipality":
        today = Municipality.objects.today().filter(slug__in=values)
        return set(today.values_list("slug", flat=True))
    known = Entry.objects.filter(community__in=values).values_list("community", flat=True)
    return set(known.distinct())

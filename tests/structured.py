"""What schema.org and the search engines that read it ask of each type, in our own words."""

import json
import re
from datetime import date, datetime
from urllib.parse import urlsplit

# By type: what must be there, and what may be. Everything else is a slip.
_NAMED = {"@id", "name", "url", "description", "image"}
_TEXT = {
    "inLanguage", "datePublished", "dateModified", "license", "isAccessibleForFree",
    "keywords", "contentLocation",
}  # fmt: skip
REQUIRED = {
    "Article": {"headline", "author", "publisher", "datePublished", "image", "url"},
    "BreadcrumbList": {"itemListElement"},
    "CollectionPage": {"name", "url", "publisher"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "Dataset": {"name", "description", "license", "creator"},
    "Event": {"name", "startDate", "location", "eventAttendanceMode", "eventStatus", "organizer"},
    "GeoCoordinates": {"latitude", "longitude"},
    "HowTo": {"name", "step"},
    "HowToDirection": {"text"},
    "HowToStep": {"name", "text", "position"},
    "HowToSupply": {"name"},
    "LearningResource": {"name"},
    "ListItem": {"position", "name", "item"},
    "Organization": {"name"},
    "Place": {"address"},
    "PostalAddress": {"addressCountry"},
    "AdministrativeArea": {"name"},
    "SearchResultsPage": {"name", "url"},
    "VideoObject": {"name", "description", "thumbnailUrl", "uploadDate"},
    "VirtualLocation": {"url"},
    "WebPage": {"name", "url"},
    "WebSite": {"name", "url", "publisher"},
}
_BY = {"author", "publisher"}
ALLOWED = {
    "Article": _NAMED | _TEXT,
    "CollectionPage": _NAMED | _TEXT | _BY,
    "Dataset": _NAMED | _TEXT | _BY | {"distribution"},
    "Event": _NAMED | {"endDate", "maximumAttendeeCapacity", "inLanguage"},
    "HowTo": _NAMED | _TEXT | _BY | {"supply", "totalTime"},
    "HowToDirection": {"performTime"},
    "HowToStep": {"url", "itemListElement"},
    "LearningResource": _NAMED | _TEXT | _BY
    | {"learningResourceType", "timeRequired", "hasPart", "teaches"},
    "Organization": _NAMED
    | {"legalName", "email", "telephone", "sameAs", "address", "memberOf"},
    "Place": _NAMED | {"geo", "sameAs", "containedInPlace"},
    "PostalAddress": {"addressLocality", "addressRegion"},
    "SearchResultsPage": _NAMED | {"inLanguage"},
    "VideoObject": _NAMED | _TEXT | _BY | {"contentUrl", "duration", "transcript"},
    "WebPage": _NAMED | _TEXT | _BY,
    "WebSite": _NAMED | {"inLanguage"},
}  # fmt: skip
_ADDRESSES = {
    "@id", "url", "image", "item", "thumbnailUrl", "contentUrl", "license", "sameAs",
    "eventStatus", "eventAttendanceMode",
}  # fmt: skip
_MOMENTS = {"datePublished", "dateModified", "startDate", "endDate", "uploadDate"}
_DURATIONS = {"totalTime", "timeRequired", "performTime", "duration"}
_DURATION = re.compile(r"P(\d+D|T\d+[HMS])$")


def graph(html: str) -> list[dict]:
    """The things that a page says it is."""
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    assert len(found) == 1
    data = json.loads(found[0])
    assert data["@context"] == "https://schema.org"
    return data["@graph"]


def of_type(things: list[dict], name: str) -> dict:
    """The one thing of that type."""
    (one,) = [thing for thing in things if thing["@type"] == name]
    return one


def problems(thing, where: str = "") -> list[str]:
    """All that is wrong with a thing and what is within it."""
    if isinstance(thing, list):
        return [problem for part in thing for problem in problems(part, where)]
    if not isinstance(thing, dict):
        return []
    kind = thing.get("@type", "none")
    where = f"{where}/{kind}"
    if kind not in REQUIRED:
        return [f"{where}: unknown type"]
    names = set(thing) - {"@type"}
    found = [f"{where}: {name} is missing" for name in REQUIRED[kind] - names]
    known = REQUIRED[kind] | ALLOWED.get(kind, set())
    found += [f"{where}: {name} is not of this type" for name in names - known]
    for name in names:
        if not _is_right(name, thing[name]):
            found.append(f"{where}: {name} is {thing[name]!r}")
        found += problems(thing[name], where)
    return found


def _is_right(name: str, value) -> bool:
    if value in (None, "", [], {}):
        return False
    if name in _ADDRESSES:
        parts = urlsplit(value)
        return parts.scheme in ("http", "https") and bool(parts.netloc)
    if name in _MOMENTS:
        return _is_moment(value)
    return name not in _DURATIONS or bool(_DURATION.match(value))


def _is_moment(value: str) -> bool:
    """A day, or a moment with its time zone."""
    try:
        if len(value) == len("2026-03-01"):
            return bool(date.fromisoformat(value))
        return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False

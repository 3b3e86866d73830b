"""What a page is, in the words of schema.org: the parts that page types put together.

A page type says what it is in `schema_org(head)`, of what the page has read already; nothing is
asked of the database. Owners and organisations are named, persons never.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext

from hub.navigation import absolute
from hub.vocabulary import EventKind, Licence

Thing = dict[str, Any]

_LICENCES = {
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
}
_COUNTRY = "LV"
_MINUTES_A_DAY = 1440
HUB_ID = f"{settings.SITE_URL}/#hub"


def filled(thing: Mapping[str, Any]) -> Thing:
    """Without what is not known: a wrong or empty word is worse than none."""
    return {name: value for name, value in thing.items() if value not in (None, "", [], {})}


def day_or_moment(moment: datetime, is_all_day: bool = False) -> str:
    """ISO 8601, in the hub's own time zone."""
    local = timezone.localtime(moment)
    return local.date().isoformat() if is_all_day else local.isoformat(timespec="seconds")


def duration(minutes: int) -> str:
    """ISO 8601: „PT90M”, in days where it takes whole ones."""
    if minutes and minutes % _MINUTES_A_DAY == 0:
        return f"P{minutes // _MINUTES_A_DAY}D"
    return f"PT{minutes}M"


def words(html: str) -> str:
    """The words of a rich text, on one line."""
    return " ".join(strip_tags(str(html).replace("</", " </")).split())


# Who


def hub() -> Thing:
    """The hub as an organisation, named in full on its home page."""
    return {"@type": "Organization", "@id": HUB_ID, "name": settings.WAGTAIL_SITE_NAME}


def organisation(name: str, url: str = "") -> Thing:
    """An organisation by its name."""
    return filled({"@type": "Organization", "name": name, "url": url})


def author(head) -> Thing:
    """The partnership that answers for the page, or the hub."""
    owner = head.owner_page
    return organisation(owner.title, absolute(owner.url or "")) if owner else hub()


# Where


def village(name: str, url: str) -> Thing:
    """A community by its name."""
    address = {"@type": "PostalAddress", "addressLocality": name, "addressCountry": _COUNTRY}
    return {"@type": "Place", "name": name, "url": url, "address": address}


def address_of(entry) -> Thing:
    """The place in words; all of them lie in Latvia."""
    return filled(
        {
            "@type": "PostalAddress",
            "addressLocality": entry.place or entry.parish,
            "addressRegion": entry.municipality_name,
            "addressCountry": _COUNTRY,
        }
    )


def point_of(entry) -> Thing:
    """The point that a reader may know; empty if there is none."""
    if not entry.point:
        return {}
    latitude, longitude = entry.point
    return {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}


def place_of(entry) -> Thing:
    """Where it is, by name, address and point; empty where nothing of it is known."""
    name = entry.place or entry.municipality_name
    place = {"@type": "Place", "name": name, "address": address_of(entry), "geo": point_of(entry)}
    return filled(place) if name else {}


# What


def thing(head, type_: str) -> Thing:
    """What is said of anything: its name, what it is about, its address and picture."""
    return filled(
        {
            "@type": type_,
            "@id": f"{head.canonical}#it",
            "name": head.name,
            "description": head.description,
            "url": head.canonical,
            "image": head.picture,
        }
    )


def work(head, type_: str) -> Thing:
    """What is said of a text besides: language, days, licence, who answers for it."""
    page = head.page
    first, last = page.first_published_at, page.last_published_at
    return filled(
        {
            **thing(head, type_),
            "inLanguage": head.language,
            "datePublished": day_or_moment(first) if first else "",
            "dateModified": day_or_moment(last) if last else "",
            "license": _LICENCES.get(page.licence, ""),
            "isAccessibleForFree": True,
            "author": author(head),
            "publisher": hub(),
        }
    )


def told_work(head, type_: str) -> Thing:
    """A text with its themes and the place it tells of."""
    about = [name for _slug, name in head.page.named_themes]
    place = place_of(head.entry) if head.entry else {}
    return filled({**work(head, type_), "keywords": about, "contentLocation": place})


def article(head, published: date | None = None) -> Thing:
    """A text to read; `published` is the day it bears, where it bears one."""
    day = {"datePublished": published.isoformat()} if published else {}
    return {**told_work(head, "Article"), "headline": head.name, **day}


def step(head, number: int, name: str, text: str, minutes: int) -> Thing:
    """One step of a method, with its time."""
    said = words(text) if text else name
    direction = {"@type": "HowToDirection", "text": said, "performTime": duration(minutes)}
    return {
        "@type": "HowToStep",
        "position": number,
        "name": name,
        "text": said,
        "url": f"{head.canonical}#steps",
        "itemListElement": [direction],
    }


def attendance(entry, online_url: str) -> Thing:
    """How and where one takes part; an event whose place is not told is somewhere in Latvia."""
    country = {"@type": "Place", "address": {"@type": "PostalAddress", "addressCountry": _COUNTRY}}
    online = {"@type": "VirtualLocation", "url": online_url}
    place = place_of(entry)
    if not online_url:
        mode, where = "Offline", [place or country]
    elif entry.variety == EventKind.ONLINE or not place:
        mode, where = "Online", [online]
    else:
        mode, where = "Mixed", [place, online]
    return {
        "eventAttendanceMode": f"https://schema.org/{mode}EventAttendanceMode",
        "location": where if len(where) > 1 else where[0],
    }


def dataset(head, feeds: list[str]) -> Thing:
    """Data that a list is drawn from, and where they can be had."""
    downloads = [
        {"@type": "DataDownload", "encodingFormat": "application/atom+xml", "contentUrl": feed}
        for feed in feeds
        if feed
    ]
    return {**work(head, "Dataset"), "creator": hub(), "distribution": downloads}


def dataset_of_all(head) -> Thing:
    """The catalogue behind every list and the search, told of on the home page."""
    name = gettext("The hub’s catalogue")
    about = gettext(
        "All that the hub tells of rural communities in one table: solutions, stories,"
        " methods, guides, events and resources with their places and themes."
    )
    feed = f"{absolute(head.around.home_url)}feed.atom"
    told = {"@id": f"{head.canonical}#catalogue", "name": name, "description": about}
    return {**dataset(head, [feed]), **told}


def crumbs(head) -> Iterator[tuple[str, str]]:
    """Name and address of each page on the way, from the home page to what is shown."""
    around = head.around
    yield gettext("Home"), around.home_url
    for page in around.trail[1:]:
        yield page.title, page.url or ""
    if head.told and head.page:
        yield head.page.title, head.page.url or ""
    yield head.name, head.address


def breadcrumbs(head) -> Thing:
    """The way from the home page to here; empty on the home page itself."""
    if head.address == head.around.home_url:
        return {}
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": absolute(address)}
        for number, (name, address) in enumerate(crumbs(head), start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def graph_of(head) -> Thing:
    """All that is said of what `head` stands on; empty for what has no address."""
    if not head.address:
        return {}
    if head.told:
        things = [{**thing(head, "WebPage"), "inLanguage": head.language, **head.told.facts}]
    else:
        things = head.page.schema_org(head)
    graph = [part for part in (*things, breadcrumbs(head)) if part]
    return {"@context": "https://schema.org", "@graph": graph}

"""Short lists of entries that pages show by themselves: newest, next, related, on the map."""

from collections import Counter, defaultdict

from django.db.models import Case, Count, F, Q, When

from search.models import Entry, EntryQuerySet

_NOT_SHOWN = ("body", "title_stems", "summary_stems", "place_stems", "body_stems")


def shown() -> EntryQuerySet:
    """Current entries with what a card shows, without stems and text."""
    return Entry.objects.current().defer(*_NOT_SHOWN)


def latest(language: str, kinds: tuple[str, ...], count: int) -> list[Entry]:
    """The newest entries of these kinds."""
    return list(shown().in_language(language).of_kinds(*kinds).newest_first()[:count])


def upcoming(language: str, count: int) -> list[Entry]:
    """The next events."""
    return list(shown().in_language(language).of_kinds("event").upcoming()[:count])


def related_to(page, count: int = 3) -> list[Entry]:
    """Entries of other things that share the page's themes or its community, the closest first."""
    themes = [theme.slug for theme in page.themes.all()]
    shared = Count("tags", filter=Q(tags__name="theme", tags__value__in=themes))
    entries = (
        shown()
        .in_language(page.locale.language_code)
        .of_kinds("solution", "story", "method", "guide")
        .exclude(uuid=page.translation_key)
        .annotate(shared=shared)
        .filter(shared__gt=0)
    )
    return list(entries.order_by("-shared", F("date").desc(nulls_last=True), "title")[:count])


def entries_of_owner(owner: str, language: str, count: int = 60) -> list[Entry]:
    """A partnership's communities by name, then its newest things."""
    kinds = ("community", "solution", "story", "method", "guide", "event")
    entries = shown().in_language(language).of_kinds(*kinds).filter(owner=owner)
    is_community = Case(When(kind="community", then=0), default=1)
    newest = F("date").desc(nulls_last=True)
    return list(entries.annotate(group=is_community).order_by("group", newest, "title")[:count])


def entries_of_community(community: str, language: str, count: int = 200) -> dict[str, list[Entry]]:
    """What is told of a community, by kind; each the newest first."""
    found = shown().in_language(language).filter(community=community).newest_first()
    by_kind: dict[str, list[Entry]] = defaultdict(list)
    for entry in found[:count]:
        by_kind[entry.kind].append(entry)
    return by_kind


def houses(language: str) -> list[tuple[Entry, int]]:
    """The partnerships' entries, each with the number of its communities."""
    rows = shown().in_language(language).of_kinds("partnership", "community").by_title()
    rows = list(rows.only("kind", "title", "summary", "url", "owner", "owner_name", "picture"))
    numbers = Counter(entry.owner for entry in rows if entry.kind == "community")
    return [(entry, numbers[entry.owner]) for entry in rows if entry.kind == "partnership"]


def pins(language: str, kinds: tuple[str, ...]) -> list[Entry]:
    """Entries with a point that may be shown."""
    entries = shown().in_language(language).of_kinds(*kinds).with_point().by_title()
    return list(entries.only("kind", "title", "url", "owner", "latitude", "longitude", "precision"))

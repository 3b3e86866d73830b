"""The catalogue in the words of its tests."""

from search.models import Entry, EntryTag


def titles(**filters) -> set[str]:
    """Titles of what a reader finds."""
    return set(Entry.objects.current().filter(**filters).values_list("title", flat=True))


def entry(title: str) -> Entry:
    """The one entry of that title."""
    return Entry.objects.get(title=title)


def rows() -> list[dict]:
    """Every row with its tags, without numbers that may differ."""
    entries = []
    for row in Entry.objects.order_by("kind", "uuid", "language").values():
        tags = EntryTag.objects.filter(entry=row.pop("id")).order_by("name", "value")
        entries.append({**row, "tags": list(tags.values_list("name", "value"))})
    return entries

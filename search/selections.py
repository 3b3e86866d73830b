"""Short lists of entries that pages show by themselves: newest, next, related, on the map."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from uuid import UUID

from django.conf import settings
from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, When
from django.utils import timezone
from wagtail.models import Page

from hub.catalogue import Kind, record_of_page
from hub.taxonomy import ThemeName
from search.models import ALPHABETICAL, Entry, EntryQuerySet, EntryTag
from search.projection import entry_of

RELATED_KINDS = ("solution", "story", "method", "guide")
_NOT_SHOWN = (
    *("body", "title_stems", "summary_stems", "place_stems", "body_stems"),
    *("published_at", "changed_at", "recording"),
)


def shown() -> EntryQuerySet:
    """Current entries with what a card shows, without stems and text."""
    return Entry.objects.current().defer(*_NOT_SHOWN)


def latest(language: str, kind: str, count: int) -> list[Entry]:
    """The newest entries of a kind."""
    return list(shown().in_language(language).of_kinds(kind).newest_first()[:count])


def latest_with_number(language: str, kind: str, count: int) -> list[Entry]:
    """The newest entries of a kind that can be told by a number; the newest if there are few."""
    entries = shown().in_language(language).of_kinds(kind).newest_first()
    told = list(entries.exclude(number="")[:count])
    return told if len(told) == count else list(entries[:count])


def upcoming(language: str, count: int) -> list[Entry]:
    """The next events."""
    return list(shown().in_language(language).of_kinds("event").upcoming()[:count])


def entries_of_pages(ids: Sequence[int], language: str) -> list[tuple[int, Entry]]:
    """The entries of these pages in `language`, in their order, each with the page's id.

    A page stands for all its translations; what is not public, or not told in it, is left out.
    """
    keys = Page.objects.filter(pk__in=ids).values("translation_key")
    entries = list(shown().of_kinds(*Kind.values).filter(uuid__in=keys))
    key_of = {entry.source_id: entry.uuid for entry in entries}
    told = {entry.uuid: entry for entry in entries if entry.language == language}
    return [(pk, told[key_of[pk]]) for pk in ids if key_of.get(pk) in told]


def themes_in_use(language: str) -> list[tuple[str, str]]:
    """Slug and name of each theme that an entry in `language` has, in the editors' order."""
    told = EntryTag.objects.filter(
        name="theme", value=OuterRef("theme__slug"), entry__language=language
    )
    names = ThemeName.objects.filter(Exists(told), language=language)
    return list(names.order_by("theme__order", "theme__slug").values_list("theme__slug", "name"))


def entry_and_related(page, count: int = 3) -> tuple[Entry, list[Entry]]:
    """The page's own entry, and those that share most of its themes; both in one query."""
    themes = {slug for slug, _name in page.named_themes}
    language = page.locale.language_code
    is_own = Q(kind=page.catalogue_kind, uuid=page.translation_key, language=language)
    wanted = is_own | Q(pk__in=_nearest(themes, language, count + 1))
    own, others = None, []
    for entry in shown().filter(wanted).newest_first():
        if entry.uuid == page.translation_key:
            own = entry
        else:
            others.append(entry)
    others.sort(key=lambda entry: -len(themes.intersection(entry.themes)))
    return own or unsaved_entry(page), others[:count]


def _nearest(themes: set[str], language: str, count: int) -> QuerySet:
    """The numbers of the entries that share most themes, the newest of equals."""
    is_current = Q(entry__expires_at=None) | Q(entry__expires_at__gt=timezone.now())
    tags = EntryTag.objects.filter(
        is_current, name="theme", value__in=themes,
        entry__language=language, entry__kind__in=RELATED_KINDS,
    )  # fmt: skip
    shared = tags.values("entry").annotate(shared=Count("pk"))
    newest = F("entry__date").desc(nulls_last=True)
    return shared.order_by("-shared", newest, "entry__title", "entry").values("entry")[:count]


def entries_in_languages(kind: str, uuid: UUID) -> dict[str, Entry]:
    """The entries of one thing, by language."""
    return {entry.language: entry for entry in shown().of_kinds(kind).filter(uuid=uuid)}


def unsaved_entry(page) -> Entry:
    """What the page's entry would be: for previews of what is not published yet."""
    return entry_of(record_of_page(page))


def entries_of_owner(owner: str, language: str, count: int = 60) -> list[Entry]:
    """A partnership's own entry, its communities by name, then its newest things."""
    kinds = ("partnership", "community", "solution", "story", "method", "guide", "event")
    entries = shown().in_language(language).of_kinds(*kinds).filter(owner=owner)
    group = Case(When(kind="partnership", then=0), When(kind="community", then=1), default=2)
    newest = F("date").desc(nulls_last=True)
    return list(entries.annotate(group=group).order_by("group", newest, *ALPHABETICAL)[:count])


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
    rows = list(rows.only("kind", "title", "summary", "url", "owner", "owner_name"))
    numbers = Counter(entry.owner for entry in rows if entry.kind == "community")
    return [(entry, numbers[entry.owner]) for entry in rows if entry.kind == "partnership"]


def pins(language: str, kinds: tuple[str, ...]) -> list[Entry]:
    """Entries with a point that may be shown; what is not translated, in the first language."""
    languages = (language, settings.LANGUAGE_CODE)
    entries = shown().filter(language__in=languages).of_kinds(*kinds).with_point().by_title()
    entries = entries.only(
        "uuid", "language", "kind", "title", "url", "owner", "latitude", "longitude", "precision"
    )
    own = [entry for entry in entries if entry.language == language]
    translated = {entry.uuid for entry in own}
    return own + [entry for entry in entries if entry.uuid not in translated]

"""Counts of each facet's values, all in one query; each facet counted without its own choice."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import CharField, Count, Max, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hub.taxonomy import ThemeName
from hub.vocabulary import Audience, Phase, SolutionStage
from search.filters import COLUMNS, TAGS, SearchQuery
from search.models import EntryQuerySet, EntryTag

FACET_LABELS = {
    "kind": gettext_lazy("Kind"),
    "theme": gettext_lazy("Theme"),
    "partnership": gettext_lazy("Partnership"),
    "municipality": gettext_lazy("Municipality"),
    "community": gettext_lazy("Community"),
    "stage": gettext_lazy("Stage"),
    "phase": gettext_lazy("Phase"),
    "audience": gettext_lazy("For whom"),
    "lang": gettext_lazy("Language"),
    "captions": gettext_lazy("Captions"),
}
KIND_LABELS = {
    "community": gettext_lazy("Communities"),
    "solution": gettext_lazy("Solutions"),
    "story": gettext_lazy("Video stories"),
    "method": gettext_lazy("Methods"),
    "guide": gettext_lazy("Guides"),
    "event": gettext_lazy("Events"),
    "resource": gettext_lazy("Resources"),
    "document": gettext_lazy("Documents"),
    "page": gettext_lazy("Pages and news"),
    "partnership": gettext_lazy("Partnerships"),
}
_IN_ORDER = {"phase": Phase.values, "stage": SolutionStage.values}


@dataclass(frozen=True)
class Option:
    """One value of a facet and how many entries have it; or an order, with its address."""

    value: str
    label: str
    count: int
    is_chosen: bool
    url: str = ""


@dataclass(frozen=True)
class Facet:
    """A facet with its values."""

    name: str
    label: str
    options: list[Option]

    @property
    def has_choice(self) -> bool:
        """Whether any of its values is chosen."""
        return any(option.is_chosen for option in self.options)


@dataclass(frozen=True)
class Chip:
    """A chosen value and the address without it."""

    label: str
    remove_url: str


def theme_names(language: str) -> dict[str, str]:
    """The themes' names in `language`, by slug."""
    rows = ThemeName.objects.filter(language=language).order_by("theme__order", "theme__slug")
    return dict(rows.values_list("theme__slug", "name"))


def _word(name: str, value: str, said: str, themes: dict[str, str]) -> str:
    """The word for a facet's value."""
    fixed: dict[str, Callable[[str], str]] = {
        "kind": lambda slug: str(KIND_LABELS.get(slug, slug)),
        "stage": lambda slug: str(SolutionStage(slug).label),
        "phase": lambda slug: str(Phase(slug).label),
        "audience": lambda slug: str(Audience(slug).label),
        "theme": lambda slug: themes.get(slug, slug),
        "lang": lambda code: str(dict(settings.LANGUAGES).get(code, code)),
        "captions": lambda slug: _("with captions"),
    }
    if name in fixed:
        return fixed[name](value)
    return said or ("KOPA" if name == "partnership" else value)


def _counted(name: str, entries: EntryQuerySet):
    """Rows of facet, value, words, count."""
    facet = Value(name, output_field=CharField())
    if name in TAGS:
        tags = EntryTag.objects.filter(name=name, entry__in=entries.order_by().values("pk"))
        tags = tags.order_by().annotate(facet=facet, said=Value("", output_field=CharField()))
        counted = tags.values("facet", "value", "said").annotate(count=Count("pk"))
        return counted.values_list("facet", "value", "said", "count")
    column, words = COLUMNS[name]
    if name == "captions":
        entries = entries.filter(has_captions=True)
        value: Combinable = Value("1", output_field=CharField())
    else:
        entries = entries.exclude(**{column: ""})
        value = Cast(column, CharField())
    said = Max(words) if words else Value("", output_field=CharField())
    rows = entries.order_by().annotate(facet=facet, choice=value).values("facet", "choice")
    return rows.annotate(said=said, count=Count("pk")).values_list(
        "facet", "choice", "said", "count"
    )


def count_facets(
    names: Iterable[str], entries_for: Callable[[str], EntryQuerySet]
) -> list[tuple[str, str, str, int]]:
    """Facet, value, words and count of every value; `entries_for` gives what a facet counts."""
    parts = [_counted(name, entries_for(name)) for name in names]
    if not parts:
        return []
    return [row for row in parts[0].union(*parts[1:], all=True) if row[3]]


def build_facets(
    names: Iterable[str],
    rows: list[tuple[str, str, str, int]],
    query: SearchQuery,
    themes: dict[str, str],
) -> list[Facet]:
    """Facets with their options, the most frequent first; those in a fixed order keep it."""
    facets = []
    for name in names:
        options = [
            Option(
                value=value,
                label=_word(name, value, said, themes),
                count=count,
                is_chosen=value in query.values(name),
            )
            for facet, value, said, count in rows
            if facet == name
        ]
        order = _IN_ORDER.get(name)
        options.sort(
            key=lambda o: (order.index(o.value),) if order else (-o.count, o.label)  # noqa: B023
        )
        if options:
            facets.append(Facet(name, str(FACET_LABELS[name]), options))
    return facets


def build_chips(
    rows: list[tuple[str, str, str, int]], query: SearchQuery, themes: dict[str, str]
) -> list[Chip]:
    """One chip for each chosen value."""
    said = {(name, value): words for name, value, words, _count in rows}
    return [
        Chip(
            _word(name, value, said.get((name, value), ""), themes),
            query.toggled(name, value).query_string(),
        )
        for name, values in query.chosen.items()
        for value in values
    ]

"""The catalogue: one row for each public thing in each language."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from hub.catalogue import Kind
from hub.ownership import HUB_KEY
from hub.vocabulary import Phase, ResourceKind

# Databases put Ēdole after Z; by its stems, which have no diacritics, it stands among the E.
ALPHABETICAL = ("title_stems", "title", "pk")


class EntryQuerySet(models.QuerySet):
    """Entries, asked for in the words of a reader."""

    def current(self):
        """Without what has expired since it was written."""
        return self.filter(Q(expires_at=None) | Q(expires_at__gt=timezone.now()))

    def in_language(self, language: str):
        return self.filter(language=language)

    def of_kinds(self, *kinds: str):
        return self.filter(kind__in=kinds)

    def newest_first(self):
        return self.order_by(models.F("date").desc(nulls_last=True), *ALPHABETICAL)

    def latest_first(self):
        return self.exclude(published_at=None).order_by("-published_at", "-pk")

    def by_title(self):
        return self.order_by(*ALPHABETICAL)

    def by_phase(self):
        """What belongs to no phase first, then along the path."""
        places = [models.When(phase=phase.value, then=phase.number) for phase in Phase]
        return self.order_by(models.Case(*places, default=0), *ALPHABETICAL)

    def with_point(self):
        return self.exclude(latitude=None)

    def upcoming(self):
        return self.filter(ends_at__gte=timezone.now()).order_by("starts_at", "pk")


class Entry(models.Model):
    """What a card, a pin, a feed line or a hit shows, and what a filter needs.

    Written by `search.projection` only. Keys of owner, community, municipality and themes are
    the same in every language; points are WGS 84 in degrees.
    """

    kind = models.CharField(max_length=16)
    uuid = models.UUIDField()
    language = models.CharField(max_length=12)
    title = models.CharField(max_length=255)
    summary = models.TextField(blank=True)
    url = models.CharField(max_length=500)
    body = models.TextField(blank=True)
    date = models.DateField(null=True)
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(null=True)
    owner = models.CharField(max_length=50)
    owner_name = models.CharField(max_length=255, blank=True)
    community = models.CharField(max_length=50, blank=True)
    community_name = models.CharField(max_length=255, blank=True)
    municipality = models.CharField(max_length=50, blank=True)
    municipality_name = models.CharField(max_length=80, blank=True)
    place = models.CharField(max_length=255, blank=True)
    parish = models.CharField(max_length=120, blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True)
    precision = models.CharField(max_length=12, blank=True)
    themes = models.JSONField(default=list)
    audience = models.JSONField(default=list)
    variety = models.CharField(max_length=24, blank=True)
    stage = models.CharField(max_length=16, blank=True)
    phase = models.CharField(max_length=12, blank=True)
    fact = models.CharField(max_length=120, blank=True)
    number = models.CharField(max_length=120, blank=True)
    picture = models.JSONField(default=dict)
    recording = models.JSONField(null=True)
    has_captions = models.BooleanField(default=False)
    is_example = models.BooleanField(default=False)
    source_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    source_id = models.BigIntegerField()
    title_stems = models.TextField(blank=True)
    summary_stems = models.TextField(blank=True)
    place_stems = models.TextField(blank=True)
    body_stems = models.TextField(blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = "entry"
        verbose_name_plural = "entries"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "uuid", "language"], name="one_entry_a_language"
            )
        ]
        indexes = [
            models.Index(fields=["language", "kind", "-date"], name="entry_newest"),
            models.Index(fields=["language", "-published_at"], name="entry_latest"),
            models.Index(fields=["language", "owner"], name="entry_owner"),
            models.Index(fields=["language", "community"], name="entry_community"),
            models.Index(fields=["language", "municipality"], name="entry_municipality"),
            models.Index(fields=["source_type", "source_id"], name="entry_source"),
            models.Index(fields=["kind", "ends_at"], name="entry_ends"),
        ]

    def __str__(self):
        return f"{self.title} ({self.kind}, {self.language})"

    @property
    def key(self) -> str:
        """Its name in exports: kind, uuid and language."""
        return f"{self.kind}:{self.uuid}:{self.language}"

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude in degrees, if a reader may know them."""
        return (float(self.latitude), float(self.longitude)) if self.latitude is not None else None

    @property
    def kind_label(self) -> str:
        """What it is, in the reader's language."""
        return str(_("piece of news") if self.variety == "news" else Kind(self.kind).label)

    @property
    def kind_words(self) -> str:
        """What it is, and whether it is an example or from elsewhere, in the reader's language."""
        if self.is_example:
            return f"{self.kind_label} · {_('example')}"
        if self.is_from_elsewhere and self.kind != Kind.PARTNERSHIP:
            return f"{self.kind_label} · {_('from elsewhere')}"
        return self.kind_label

    @property
    def phase_label(self) -> str:
        """Its phase, in the reader's language; empty if it has none."""
        return str(Phase(self.phase).label) if self.phase else ""

    @property
    def drawing(self) -> str:
        """The name of the hub's drawing for it: its phase's, else that of its last theme.

        Themes stand from the general (participation, which nearly all share) to the particular.
        """
        if self.phase:
            return f"phase-{self.phase}"
        return f"theme-{self.themes[-1]}" if self.themes else ""

    @property
    def line(self) -> list[str]:
        """The facts of its card, said in one line: place, time, number."""
        words = [self.place, self.fact, self.number]
        match self.kind:
            case Kind.METHOD:
                words = [self.phase_label, self.number]
            case Kind.RESOURCE:
                words = [str(ResourceKind(self.variety).label), self.community_name, self.fact]
            case Kind.COMMUNITY:
                words = [self.municipality_name, self.number]
            case Kind.EVENT:
                words = [date_format(self.date), self.place] if self.date else [self.place]
            case Kind.PAGE:
                words = [date_format(self.date)] if self.date else []
        return [word for word in words if word]

    @property
    def is_from_elsewhere(self) -> bool:
        """Whether it tells of a place outside the project's communities."""
        is_told_of_others = self.kind in (Kind.SOLUTION, Kind.STORY) and self.owner == HUB_KEY
        return is_told_of_others and bool(self.place and not self.community)


class EntryTag(models.Model):
    """A word of a list of which an entry may have several: theme or audience."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="tags")
    name = models.CharField(max_length=12)
    value = models.CharField(max_length=50)

    class Meta:
        verbose_name = "tag of an entry"
        verbose_name_plural = "tags of entries"
        constraints = [
            models.UniqueConstraint(fields=["name", "value", "entry"], name="one_entry_tag")
        ]

    def __str__(self):
        return f"{self.name}: {self.value}"

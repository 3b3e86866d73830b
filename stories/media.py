"""Video and audio with their tracks: captions, chapters, descriptions."""

from collections.abc import Iterator
from io import StringIO

import webvtt
from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from taggit.managers import TaggableManager
from wagtail.models import Orderable
from wagtailmedia.models import AbstractMedia

from hub.files import Attribution


class Media(Attribution, ClusterableModel, AbstractMedia):
    """A video or a sound recording."""

    has_consent = models.BooleanField(
        _("people heard and seen agreed"),
        default=False,
        help_text=_("Tick it also when nobody can be recognised."),
    )
    tags = TaggableManager(_("tags"), help_text=None, blank=True, related_name="hub_media")

    admin_form_fields = (
        "title",
        "file",
        "collection",
        "duration",
        "width",
        "height",
        "thumbnail",
        "author",
        "licence",
        "has_consent",
        "tags",
    )

    class Meta(AbstractMedia.Meta):
        verbose_name = _("recording")
        verbose_name_plural = _("recordings")

    @cached_property
    def all_tracks(self) -> list["MediaTrack"]:
        """Every track, read once."""
        return list(self.tracks.all())

    @property
    def captions(self) -> list["MediaTrack"]:
        """The caption tracks."""
        return [track for track in self.all_tracks if track.kind == TrackKind.CAPTIONS]

    @property
    def has_captions(self) -> bool:
        """Whether what is said can be read."""
        return bool(self.captions)

    def track_in(self, kind: str, language: str) -> "MediaTrack | None":
        """The track of `kind` in `language`, else the first of that kind."""
        tracks = [track for track in self.all_tracks if track.kind == kind]
        in_language = [track for track in tracks if track.language == language]
        return next(iter(in_language or tracks), None)

    @property
    def tracks_to_show(self) -> list[tuple["MediaTrack", bool]]:
        """Every track, and whether it is on at the start: captions in the reader's language."""
        are_captions_on = any(track.is_default for track in self.captions)
        captions = self.track_in(TrackKind.CAPTIONS, get_language()) if are_captions_on else None
        return [
            (track, track == captions if track.kind == TrackKind.CAPTIONS else track.is_default)
            for track in self.all_tracks
        ]


class TrackKind(models.TextChoices):
    CAPTIONS = "captions", _("captions")
    CHAPTERS = "chapters", _("chapters")
    DESCRIPTIONS = "descriptions", _("descriptions")


def parse_cues(text: str) -> list[dict]:
    """The cues of a WebVTT text: start and end in seconds, and the words.

    Raises ValidationError where the text is not WebVTT.
    """
    try:
        captions = webvtt.from_buffer(StringIO(text), format="vtt").captions
    except webvtt.errors.MalformedFileError as error:
        raise ValidationError(_("This is not a WebVTT file.")) from error
    return [
        {"start": cue.start_in_seconds, "end": cue.end_in_seconds, "text": cue.text.strip()}
        for cue in captions
    ]


class MediaTrack(Orderable):
    """A WebVTT file that belongs to a recording; its cues are kept for the transcript."""

    media = ParentalKey(Media, on_delete=models.CASCADE, related_name="tracks")
    kind = models.CharField(
        _("kind"), max_length=16, choices=TrackKind.choices, default=TrackKind.CAPTIONS
    )
    language = models.CharField(_("language"), max_length=12, default="lv")
    label = models.CharField(_("label"), max_length=60, blank=True)
    file = models.FileField(
        _("file"), upload_to="media_tracks", validators=[FileExtensionValidator(["vtt"])]
    )
    is_default = models.BooleanField(_("switched on at the start"), default=False)
    cues = models.JSONField(_("cues"), default=list, blank=True, editable=False)

    catalogued_with = "media"

    class Meta(Orderable.Meta):
        verbose_name = _("track")
        verbose_name_plural = _("tracks")

    def __str__(self):
        return self.label or f"{self.get_kind_display()} ({self.language})"

    def clean(self):
        super().clean()
        if self.file:
            self.cues = self._read_cues()

    def save(self, *args, **kwargs):
        if self.file and not self.cues:
            self.cues = self._read_cues()
        super().save(*args, **kwargs)

    def spoken_texts(self) -> Iterator[tuple[str, str, str]]:
        """The words of each cue, with its path and language."""
        for position, cue in enumerate(self.cues, 1):
            path = f"{self.kind} {self.language}/{position}"
            yield path, " ".join(cue["text"].split()), self.language

    def _read_cues(self) -> list[dict]:
        # Left open: one that is not stored yet could not be opened again.
        content = self.file.open("rb").read()
        self.file.seek(0)
        try:
            return parse_cues(content.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            raise ValidationError({"file": _("The file must be in UTF-8.")}) from error

"""The form of a recording: captions and chapters are uploaded beside it, one file a language."""

from collections.abc import Iterator

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.utils.translation import gettext_lazy as _
from wagtailmedia.forms import BaseMediaForm

from stories.media import MediaTrack, TrackKind, parse_cues

LARGEST_TRACK = 1024 * 1024  # bytes; an hour of speech takes some 100 kB
_LABELS = {TrackKind.CAPTIONS: _("captions"), TrackKind.CHAPTERS: _("chapters")}


def _track_fields() -> Iterator[tuple[str, str, str]]:
    """Name of the form's field, kind of track, language."""
    for kind in _LABELS:
        for language, _name in settings.LANGUAGES:
            yield f"{kind}_{language}", kind, language


class MediaForm(BaseMediaForm):
    """Wagtailmedia's form with a field for each kind of track in each language."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        names = dict(settings.LANGUAGES)
        for field, kind, language in _track_fields():
            self.fields[field] = forms.FileField(
                label=f"{_LABELS[kind]} – {names[language]}".capitalize(),
                required=False,
                help_text=_("A WebVTT file (.vtt) in UTF-8."),
                validators=[FileExtensionValidator(["vtt"])],
                widget=forms.ClearableFileInput(attrs={"accept": ".vtt,text/vtt"}),
            )
            track = self._track(kind, language)
            if track:
                self.initial[field] = track.file

    def _track(self, kind: str, language: str) -> MediaTrack | None:
        if self.instance.pk is None:
            return None
        return self.instance.tracks.filter(kind=kind, language=language).first()

    def clean(self):
        cleaned = super().clean()
        for field, _kind, _language in _track_fields():
            if field in self.changed_data and cleaned.get(field):
                try:
                    _check_track(cleaned[field])
                except ValidationError as error:
                    self.add_error(field, error)
        return cleaned

    def save(self, commit=True):
        media = super().save(commit=commit)
        if commit:
            for field, kind, language in _track_fields():
                if field in self.changed_data:
                    self._keep(kind, language, self.cleaned_data[field])
        return media

    def _keep(self, kind: str, language: str, file) -> None:
        """Put the new file in the old one's place; a cleared field takes the track away."""
        track = self._track(kind, language)
        if not file:
            if track:
                track.delete()
            return
        track = track or MediaTrack(media=self.instance, kind=kind, language=language)
        track.file, track.cues = file, []
        track.save()


def _check_track(file) -> None:
    """Raises ValidationError where the file is no WebVTT that a player can read."""
    if file.size > LARGEST_TRACK:
        raise ValidationError(_("The file is too large for captions: a megabyte at most."))
    try:
        text = file.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValidationError(_("The file must be in UTF-8.")) from error
    finally:
        file.seek(0)
    if not parse_cues(text):
        raise ValidationError(_("There is not one line of text with its time in this file."))

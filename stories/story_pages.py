"""The page of a video story."""

from collections.abc import Iterator
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField
from wagtailmedia.edit_handlers import MediaChooserPanel

from hub.blocks import BodyBlock
from hub.catalogue import plain_text
from hub.desk.findings import CAPTIONS as CAPTIONS_MISSING
from hub.desk.findings import Found
from hub.localised import LinkedPage, localised
from hub.navigation import absolute
from hub.places import Located
from hub.proofreading.rules import CAPTIONS, Fault
from hub.structured_data import article, day_or_moment, filled, told_work
from search.index_pages import CataloguedPage
from stories.media import TrackKind


def video_has_captions(story: "StoryPage") -> Iterator[Fault]:
    """What is said in our own video can be read."""
    if story.video and not story.has_captions:
        yield Fault(CAPTIONS, "video", story.video.title)


class StoryPage(Located, CataloguedPage):
    """A story told on video: ours with captions and transcript, or shown elsewhere."""

    parent_page_types = [
        "communities.CommunityPage",
        "communities.PartnershipPage",
        "stories.StoryIndexPage",
    ]
    subpage_types: list[str] = []

    video = models.ForeignKey(
        "stories.Media",
        verbose_name=_("video"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    external_url = models.URLField(
        _("where it is shown"),
        max_length=500,
        blank=True,
        help_text=_("For a video that is not ours; the page then links to it."),
    )
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    speaker_language = models.CharField(
        _("language spoken"), max_length=12, default="lv", help_text=_("lv, en, ltg …")
    )
    solution = models.ForeignKey(
        "communities.SolutionPage",
        verbose_name=_("solution it tells of"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    consent_confirmed = models.BooleanField(
        _("people in the video agreed to its use"), default=False
    )
    description_note = models.CharField(
        _("for those who do not see"),
        max_length=250,
        blank=True,
        help_text=_("Is there an audio description, or does the text say all that is seen?"),
    )
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    content_panels = [
        *CataloguedPage.content_panels,
        MultiFieldPanel(
            [
                MediaChooserPanel("video", media_type="video"),
                "external_url",
                FieldRowPanel(["year", "speaker_language"]),
                "consent_confirmed",
                "description_note",
            ],
            heading=_("Video"),
            icon="media",
        ),
        PageChooserPanel("solution"),
        FieldPanel("body"),
        Located.place_panel,
    ]
    search_fields = [*CataloguedPage.search_fields, index.SearchField("body")]
    override_translatable_fields = [
        *CataloguedPage.override_translatable_fields,
        SynchronizedField("place"),
        SynchronizedField("speaker_language"),
    ]

    pack_type = "story"
    advised = (*Located.advised, video_has_captions)
    not_prose = ("speaker_language",)
    shown_with = ("locale", "video")
    catalogue_kind = "story"
    catalogue_text = ["body", "description_note"]

    class Meta:
        verbose_name = _("video story")
        verbose_name_plural = _("video stories")

    def clean(self):
        super().clean()
        if self.video_id and not self.consent_confirmed:
            raise ValidationError(
                {"consent_confirmed": _("A video is published only with people’s consent.")}
            )

    def catalogue_fields(self) -> dict:
        return {
            "date": date(self.year, 1, 1) if self.year else None,
            "fact": str(self.year or ""),
            "number": self.length,
            "recording": self.video,
            "has_captions": self.has_captions,
            "body": "\n".join(
                [plain_text(self, self.catalogue_text), *(cue["text"] for cue in self.transcript)]
            ),
        }

    def own_findings(self) -> Iterator[Found]:
        # Kept also while there are captions: whoever takes them away later changes only this row.
        if self.video_id and self.video:
            yield Found(
                CAPTIONS_MISSING, "video", subject=self.video_id, is_open=not self.has_captions
            )

    def schema_org(self, head) -> list[dict]:
        if not self.video:
            return [article(head)]
        poster = self.video.thumbnail.url if self.video.thumbnail else ""
        transcript = " ".join(" ".join(cue["text"].split()) for cue in self.transcript)
        told = {
            "thumbnailUrl": absolute(poster) if poster else head.picture,
            "uploadDate": day_or_moment(self.video.created_at),
            "contentUrl": absolute(self.video.url),
            "duration": f"PT{round(self.video.duration)}S" if self.video.duration else "",
            "inLanguage": self.speaker_language,
            "transcript": transcript,
        }
        return [filled({**told_work(head, "VideoObject"), **told})]

    @property
    def told_solution(self) -> LinkedPage | None:
        """The public solution it tells of, in the page's language if it is told in it."""
        chosen = [self.solution_id] if self.solution_id else []
        found = localised(chosen, self.locale.language_code) if chosen else []
        return found[0] if found else None

    @property
    def needs_sources(self) -> bool:
        """What is shown elsewhere was told by others."""
        return bool(self.external_url)

    @property
    def length(self) -> str:
        """„1:05”, or nothing where no video of ours is shown."""
        seconds = round(self.video.duration) if self.video else 0
        return f"{seconds // 60}:{seconds % 60:02}" if seconds else ""

    @property
    def has_captions(self) -> bool:
        """Whether what is said in the video can be read."""
        return self.video is not None and self.video.has_captions

    def _track(self, kind: str):
        """The track of `kind` in the page's language, or in any if it has none."""
        return self.video.track_in(kind, self.locale.language_code) if self.video else None

    @property
    def transcript(self) -> list[dict]:
        """The cues of what is said."""
        track = self._track(TrackKind.CAPTIONS)
        return track.cues if track else []

    @property
    def transcript_language(self) -> str:
        """The language of what is said, which is not always the page's."""
        track = self._track(TrackKind.CAPTIONS)
        return track.language if track else ""

    @property
    def chapters(self) -> list[dict]:
        """The chapters' cues."""
        track = self._track(TrackKind.CHAPTERS)
        return track.cues if track else []

    @property
    def chapters_language(self) -> str:
        """The language of the chapters' names."""
        track = self._track(TrackKind.CHAPTERS)
        return track.language if track else ""

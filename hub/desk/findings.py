"""What is still to be done about a page, kept as rows so that nobody reads all pages to count it.

A page's type says more than all pages do with `own_findings`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.timezone import localdate
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page

from hub.proofreading.reading import blocks_in, raw_stream
from hub.taxonomy import Theme

INCOMPLETE, CAPTIONS, PICTURE_WORDS, SUMMARY = "incomplete", "captions", "picture-words", "summary"
REVIEW = "review"


@dataclass(frozen=True)
class Found:
    """One thing to do: its kind, the field where it is done, what hangs on it.

    `subject` is the key of a file whose later change decides whether it is still to be done;
    `due` the day from which it is to be done.
    """

    kind: str
    field: str
    note: str = ""
    subject: int | None = None
    is_open: bool = True
    due: date | None = None


class Finding(models.Model):
    """What was found about the newest version of a page, draft or not."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="findings")
    kind = models.CharField(max_length=16)
    field = models.CharField(max_length=60)
    note = models.CharField(max_length=60, blank=True)
    subject = models.PositiveIntegerField(null=True)
    is_open = models.BooleanField(default=True)
    due = models.DateField(null=True)

    class Meta:
        app_label = "hub"
        indexes = [models.Index(fields=["kind", "is_open", "due"], name="hub_finding_kind")]
        constraints = [
            models.UniqueConstraint(fields=["page", "kind"], name="hub_finding_once"),
        ]

    def __str__(self):
        return f"{self.kind}: {self.page_id}"

    @property
    def is_due(self) -> bool:
        """Whether it is to be done now."""
        return self.is_open and (self.due is None or self.due < localdate())


class ReviewPrompt(models.Model):
    """The day for which people were asked by letter to look at a page again."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="+")
    due = models.DateField()

    class Meta:
        app_label = "hub"

    def __str__(self):
        return f"{self.page_id}: {self.due}"


class PageTheme(models.Model):
    """A theme of the newest version of a page, whatever its type."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="desk_themes")
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="+")

    class Meta:
        app_label = "hub"
        constraints = [
            models.UniqueConstraint(fields=["page", "theme"], name="hub_page_theme_once"),
        ]

    def __str__(self):
        return f"{self.theme_id}: {self.page_id}"


def findings_of(page) -> Iterator[Found]:
    """All that is to be done about this version of a page; one of a kind."""
    if not page.summary.strip():
        yield Found(SUMMARY, "summary")
    if field := _picture_without_words(page):
        yield Found(PICTURE_WORDS, field)
    if page.live and page.review_by:
        yield Found(REVIEW, "review_by", due=page.review_by)
    yield from page.own_findings()


def _picture_without_words(page) -> str:
    """The first field with a picture that says nothing to those who do not see it."""
    if page.lead_image_id and not page.lead_image_alt.strip():
        return "lead_image_alt"
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            parts = blocks_in(field.stream_block, raw_stream(field, page), field.name, "")
            if any(isinstance(p.source, ImageBlock) and _is_mute(p.raw or {}) for p in parts):
                return field.name
    return ""


def _is_mute(picture: dict) -> bool:
    is_decoration = picture.get("decorative")
    return bool(
        picture.get("image") and not is_decoration and not (picture.get("alt_text") or "").strip()
    )

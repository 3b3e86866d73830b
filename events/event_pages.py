"""The page of an event."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from hub.blocks import BodyBlock
from hub.blocks.text import RICH_TEXT_FEATURES
from hub.places import Located
from hub.structured_data import (
    attendance,
    author,
    day_or_moment,
    filled,
    organisation,
    thing,
)
from hub.vocabulary import EventKind, Registration
from search.index_pages import CataloguedPage


class AgendaItemBlock(blocks.StructBlock):
    """One line of the agenda."""

    time = blocks.CharBlock(label=_("Time"), required=False, max_length=40)
    text = blocks.CharBlock(label=_("What happens"), max_length=250)

    class Meta:
        icon = "time"
        label = _("Line")
        description = _("One line of the agenda")
        template = "blocks/agenda_item.html"
        preview_value = {"time": "18.00", "text": "Iepazīšanās"}


class EventPage(Located, CataloguedPage):
    """A workshop, training, trip or meeting: when, where, what one will do."""

    parent_page_types = [
        "communities.CommunityPage",
        "communities.PartnershipPage",
        "events.EventIndexPage",
    ]
    subpage_types: list[str] = []

    kind = models.CharField(_("kind"), max_length=24, choices=EventKind.choices)
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    is_all_day = models.BooleanField(
        _("all day, or the hour is not known"),
        default=False,
        help_text=_("Only the day is then shown."),
    )
    time_zone = models.CharField(_("time zone"), max_length=40, default="Europe/Riga")
    online_url = models.URLField(_("address of the online meeting"), max_length=500, blank=True)
    organiser = models.CharField(
        _("organiser"), max_length=160, blank=True, help_text=_("An organisation.")
    )
    capacity = models.PositiveIntegerField(_("places"), null=True, blank=True)
    registration = models.CharField(
        _("registration"),
        max_length=8,
        choices=Registration.choices,
        default=Registration.NONE,
    )
    registration_url = models.URLField(_("address to register at"), max_length=500, blank=True)
    has_waitlist = models.BooleanField(_("has a waiting list"), default=False)
    agenda = StreamField(
        [("item", AgendaItemBlock())], verbose_name=_("agenda"), blank=True, collapsed=True
    )
    programme_files = StreamField(
        [("document", DocumentChooserBlock(label=_("Document")))],
        verbose_name=_("programme as files"),
        blank=True,
    )
    minutes_after = RichTextField(
        _("what came of it"), features=RICH_TEXT_FEATURES, blank=True, help_text=_("Afterwards.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    content_panels = [
        *CataloguedPage.content_panels,
        MultiFieldPanel(
            [
                "kind",
                FieldRowPanel(["starts_at", "ends_at"]),
                FieldRowPanel(["is_all_day", "time_zone"]),
            ],
            heading=_("When"),
            icon="date",
        ),
        Located.place_panel,
        FieldPanel("online_url"),
        FieldPanel("body"),
        FieldPanel("agenda"),
        FieldPanel("programme_files"),
        MultiFieldPanel(
            [
                "organiser",
                FieldRowPanel(["registration", "capacity"]),
                "registration_url",
                "has_waitlist",
            ],
            heading=_("Coming along"),
            icon="group",
        ),
        FieldPanel("minutes_after"),
    ]
    search_fields = [*CataloguedPage.search_fields, index.SearchField("body")]
    override_translatable_fields = [
        *CataloguedPage.override_translatable_fields,
        SynchronizedField("time_zone"),
    ]

    pack_type = "event"
    not_prose = ("time_zone",)
    catalogue_kind = "event"
    catalogue_text = ["body", "agenda", "minutes_after", "organiser"]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def clean(self):
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at < self.starts_at:
            raise ValidationError({"ends_at": _("The end is before the start.")})
        if self.registration == Registration.LINK and not self.registration_url:
            raise ValidationError({"registration_url": _("Say where to register.")})

    def catalogue_fields(self) -> dict:
        return {
            "variety": self.kind,
            "date": timezone.localdate(self.starts_at),
            "starts_at": self.starts_at,
            "ends_at": self.ends_at or self.starts_at,
            "fact": "" if self.is_all_day else f"{timezone.localtime(self.starts_at):%H.%M}",
        }

    def schema_org(self, head) -> list[dict]:
        if self.is_example:  # nobody is to travel to what was made up
            return super().schema_org(head)
        end = day_or_moment(self.ends_at, self.is_all_day) if self.ends_at else ""
        organiser = organisation(self.organiser) if self.organiser else author(head)
        told = {
            "startDate": day_or_moment(self.starts_at, self.is_all_day),
            "endDate": end,
            "eventStatus": "https://schema.org/EventScheduled",
            **attendance(head.entry, self.online_url),
            "organizer": organiser,
            "maximumAttendeeCapacity": self.capacity,
            "inLanguage": head.language,
        }
        return [filled({**thing(head, "Event"), **told})]

    @property
    def is_over(self) -> bool:
        """Whether it has ended; an all-day event lasts until midnight."""
        end = self.ends_at or self.starts_at
        if self.is_all_day:
            return timezone.localdate(end) < timezone.localdate()
        return end < timezone.now()

"""The page of a guide: lessons in their order, on one page."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from hub.blocks.text import RICH_TEXT_FEATURES
from hub.structured_data import duration, filled, told_work
from hub.vocabulary import MaterialKind
from search.index_pages import CataloguedPage
from toolkit.blocks import LessonBlock


class GuidePage(CataloguedPage):
    """Training in lessons; each has an anchor, a checklist and a quiz."""

    parent_page_types = ["toolkit.ToolkitIndexPage", "communities.PartnershipPage"]
    subpage_types: list[str] = []

    material_kind = models.CharField(
        _("kind"), max_length=16, choices=MaterialKind.choices, default=MaterialKind.LESSON
    )
    introduction = RichTextField(_("introduction"), features=RICH_TEXT_FEATURES, blank=True)
    lessons = StreamField(
        [("lesson", LessonBlock())], verbose_name=_("lessons"), blank=True, collapsed=True
    )

    content_panels = [
        *CataloguedPage.content_panels,
        FieldPanel("material_kind"),
        FieldPanel("introduction"),
        FieldPanel("lessons"),
    ]
    search_fields = [*CataloguedPage.search_fields, index.SearchField("lessons")]

    pack_type = "guide"
    main_stream = ""
    catalogue_kind = "guide"
    catalogue_text = ["introduction", "lessons"]

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guides")

    def catalogue_fields(self) -> dict:
        return {
            "variety": self.material_kind,
            "number": ngettext("%(count)d minute", "%(count)d minutes", self.total_minutes)
            % {"count": self.total_minutes},
        }

    def schema_org(self, head) -> list[dict]:
        lessons = [
            filled(
                {
                    "@type": "LearningResource",
                    "name": block.value["title"],
                    "url": f"{head.canonical}#{block.value.id}",
                    "teaches": block.value["aim"],
                    "timeRequired": duration(block.value["minutes"] or 0),
                }
            )
            for block in self.lessons
        ]
        told = {
            "learningResourceType": self.get_material_kind_display(),
            "timeRequired": duration(self.total_minutes) if self.total_minutes else "",
            "hasPart": lessons,
        }
        return [filled({**told_work(head, "LearningResource"), **told})]

    @cached_property
    def total_minutes(self) -> int:
        """All lessons together."""
        return sum(block.value["minutes"] or 0 for block in self.lessons)

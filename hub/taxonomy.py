"""Themes and municipalities: rows that mean the same in every language."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index


class ThemeQuerySet(models.QuerySet):
    """Themes in their order, with their names at hand."""

    def with_names(self):
        return self.prefetch_related("names")


class Theme(index.Indexed, ClusterableModel):
    """What a page is about; its names in each language are child rows."""

    pack_type = "theme"
    belongs_to_hub = True

    slug = models.SlugField(_("slug"), unique=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = ThemeQuerySet.as_manager()

    panels = [
        MultiFieldPanel([FieldPanel("slug"), FieldPanel("order")], heading=_("Theme")),
        InlinePanel("names", heading=_("Names"), label=_("name"), min_num=1),
    ]
    search_fields = [index.RelatedFields("names", [index.AutocompleteField("name")])]

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["order", "slug"]

    def __str__(self):
        return self.name

    @cached_property
    def _names(self) -> dict:
        return {row.language: row for row in self.names.all()}

    def name_in(self, language: str) -> str:
        """The name in `language`, or in any other if it has none."""
        row = self._names.get(language) or next(iter(self._names.values()), None)
        return row.name if row else self.slug

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return self.name_in(get_language() or "lv")

    name.fget.short_description = _("name")  # heads its column in the admin


class ThemeName(models.Model):
    """A theme's name, description and synonyms in one language."""

    theme = ParentalKey(Theme, on_delete=models.CASCADE, related_name="names")
    language = models.CharField(_("language"), max_length=12)
    name = models.CharField(_("name"), max_length=120)
    description = models.CharField(_("description"), max_length=250, blank=True)
    synonyms = models.TextField(
        _("synonyms"),
        blank=True,
        help_text=_("Everyday words for it, divided by commas; search finds the theme by them."),
    )

    class Meta:
        verbose_name = _("name of a theme")
        constraints = [
            models.UniqueConstraint(fields=["theme", "language"], name="one_theme_name_a_language")
        ]

    def __str__(self):
        return self.name


class MunicipalityQuerySet(models.QuerySet):
    """Municipalities before and after the reform of 2021."""

    def today(self):
        return self.filter(is_current=True)

    def before_reform(self):
        return self.filter(is_current=False)


class Municipality(index.Indexed, models.Model):
    """A unit of local government, today's or one of those before July 2021."""

    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=80)
    name_en = models.CharField(_("name in English"), max_length=80)
    is_current = models.BooleanField(_("exists today"), default=True)
    successor = models.ForeignKey(
        "self",
        verbose_name=_("today’s municipality"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="predecessors",
    )
    shape = models.TextField(
        _("shape"), blank=True, help_text=_("SVG path in the map’s box of 522 by 321.")
    )

    objects = MunicipalityQuerySet.as_manager()

    search_fields = [index.AutocompleteField("name"), index.FilterField("is_current")]

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        ordering = ["name"]

    def __str__(self):
        name = self.name_in(get_language() or "lv")
        return name if self.is_current else f"{name} (2009–2021)"

    @property
    def name_here(self) -> str:
        """The name in the reader's language, without its years."""
        return self.name_in(get_language() or "lv")

    def name_in(self, language: str) -> str:
        """The name in `language`."""
        return self.name if language == "lv" else self.name_en

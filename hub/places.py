"""Where something lies: its own place, municipality and point."""

from collections.abc import Iterator
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from hub.proofreading.rules import POINT, Fault
from hub.vocabulary import PointPrecision


def place_has_point(thing: "Located") -> Iterator[Fault]:
    """A community, and whatever names a place of its own, can be put on the map."""
    is_somewhere = thing.place or getattr(thing, "is_community_root", False)
    if is_somewhere and thing.latitude is None:
        yield Fault(POINT, "latitude", thing.place)


class Located(models.Model):
    """A place with its municipality and a point of stated precision (WGS 84, degrees)."""

    place = models.CharField(
        _("place"), max_length=120, blank=True, help_text=_("Village, street or house.")
    )
    parish = models.CharField(_("parish"), max_length=120, blank=True)
    municipality = models.ForeignKey(
        "hub.Municipality",
        verbose_name=_("municipality"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        limit_choices_to={"is_current": True},
        related_name="+",
        help_text=_("Today’s one."),
    )
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("55.6")), MaxValueValidator(Decimal("58.1"))],
        help_text=_("In degrees, as 56.95800; within Latvia."),
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("20.9")), MaxValueValidator(Decimal("28.3"))],
        help_text=_("In degrees, as 24.10500; within Latvia."),
    )
    point_precision = models.CharField(
        _("how exact the point is"),
        max_length=12,
        choices=PointPrecision.choices,
        default=PointPrecision.EXACT,
        help_text=_("A hidden point is never shown and never leaves the hub."),
    )

    place_panel = MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("place"), FieldPanel("parish")]),
            FieldPanel("municipality"),
            FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            FieldPanel("point_precision"),
        ],
        heading=_("Place"),
        icon="site",
    )

    advised = (place_has_point,)

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if (self.latitude is None) != (self.longitude is None):
            raise ValidationError(
                {"longitude": _("A point needs both its latitude and its longitude.")}
            )

    @property
    def public_point(self) -> tuple[Decimal, Decimal] | None:
        """Latitude and longitude, unless there are none or they are hidden."""
        if self.latitude is None or self.point_precision == PointPrecision.HIDDEN:
            return None
        return self.latitude, self.longitude

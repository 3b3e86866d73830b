"""Owners: everything on the hub belongs to one partnership, or to the hub itself."""

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection

HUB_KEY = "hub"


class Owner(models.Model):
    """A partnership, or the hub; its groups and its collection of files."""

    key = models.SlugField(
        _("key"),
        unique=True,
        help_text=_("Stays the same in every language, whatever the page is called."),
    )
    name = models.CharField(_("name"), max_length=120)
    collection = models.OneToOneField(
        Collection, verbose_name=_("collection"), null=True, on_delete=models.PROTECT
    )
    authors = models.OneToOneField(
        Group, verbose_name=_("authors"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    editors = models.OneToOneField(
        Group, verbose_name=_("editors"), null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("owner")
        verbose_name_plural = _("owners")
        ordering = ["name"]

    def __str__(self):
        return self.name

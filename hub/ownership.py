"""Owners: everything on the hub belongs to one partnership, or to the hub itself."""

from django.apps import apps
from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Workflow
from wagtailmedia.models import get_media_model

HUB_KEY = "hub"


class Owner(models.Model):
    """A partnership, or the hub; its groups, its collection of files, its workflow."""

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
    workflow = models.OneToOneField(
        Workflow,
        verbose_name=_("workflow"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    collection_id: int | None
    authors_id: int | None
    editors_id: int | None
    workflow_id: int | None

    class Meta:
        verbose_name = _("owner")
        verbose_name_plural = _("owners")
        ordering = ["name"]

    def __str__(self):
        return self.name

    @classmethod
    def partnerships(cls) -> "models.QuerySet[Owner]":
        """All owners but the hub itself."""
        return cls.objects.exclude(key=HUB_KEY)

    @property
    def groups(self) -> list[Group]:
        """Authors, if there are any, and editors."""
        return [group for group in (self.authors, self.editors) if group]


class Supporter(models.Model):
    """An organisation that writes for some communities of one partnership or of several.

    Which ones is said by the rights of its group alone.
    """

    name = models.CharField(_("name"), max_length=120, unique=True)
    group = models.OneToOneField(
        Group, verbose_name=_("group"), on_delete=models.PROTECT, related_name="+"
    )

    group_id: int

    class Meta:
        verbose_name = _("supporter")
        verbose_name_plural = _("supporters")
        ordering = ["name"]

    def __str__(self):
        return self.name


def file_models() -> tuple:
    """What lies in collections."""
    return get_image_model(), get_document_model(), get_media_model()


def record_models() -> list:
    """What belongs to communities and is no page."""
    return [model for model in apps.get_models() if getattr(model, "follows_community", False)]

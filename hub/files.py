"""Pictures and documents with what their use depends on: author, consent, licence."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage

from hub.vocabulary import Licence


class Attribution(models.Model):
    """Who made a file and on what terms others may use it."""

    author = models.CharField(
        _("author"),
        max_length=120,
        blank=True,
        help_text=_("An organisation, or a person who agreed to be named."),
    )
    licence = models.CharField(
        _("licence"), max_length=24, choices=Licence.choices, default=Licence.CC_BY
    )
    # Wagtail's own field, and below `tags`, once more: their names back from the user and the
    # tag would clash with those of Wagtail's own models.
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        abstract = True


class Image(Attribution, AbstractImage):  # noqa: DJ008 – AbstractImage has __str__
    """A picture; whoever can be recognised in it has agreed to its use."""

    has_consent = models.BooleanField(
        _("people in the picture agreed"),
        default=False,
        help_text=_("Tick it also when nobody can be recognised."),
    )
    tags = TaggableManager(_("tags"), help_text=None, blank=True, related_name="hub_images")

    admin_form_fields = (
        *WagtailImage.admin_form_fields[:4],
        "author",
        "licence",
        "has_consent",
        *WagtailImage.admin_form_fields[4:],
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]


class Rendition(AbstractRendition):
    """A picture in one size and format."""

    image = models.ForeignKey(Image, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]


class Document(Attribution, AbstractDocument):  # noqa: DJ008 – AbstractDocument has __str__
    """A file to download: a form, a plan, a handbook."""

    tags = TaggableManager(_("tags"), help_text=None, blank=True, related_name="hub_documents")

    admin_form_fields = (*WagtailDocument.admin_form_fields, "author", "licence")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]

    def clean(self):
        # Wagtail's uploader of several files asks for the title before it hands over the file.
        if self.file:
            super().clean()

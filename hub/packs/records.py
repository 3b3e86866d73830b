"""What the last import made, and from what: by it the next one knows who changed what since."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class PackRecord(models.Model):
    """One page, record or file that came from a pack, in one language."""

    key = models.CharField(_("key"), max_length=255)
    language = models.CharField(_("language"), max_length=12, blank=True)
    path = models.CharField(_("file"), max_length=255)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    content_type_id: int
    object_id = models.CharField(max_length=36)
    source_checksum = models.CharField(max_length=64)
    object_checksum = models.CharField(
        max_length=64, help_text=_("Of what the import left; another one means an editor’s work.")
    )
    imported_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("imported thing")
        verbose_name_plural = _("imported things")
        ordering = ["key", "language"]
        constraints = [
            models.UniqueConstraint(fields=["key", "language"], name="one_pack_record_a_language")
        ]
        indexes = [models.Index(fields=["content_type", "object_id"], name="pack_record_object")]

    def __str__(self):
        return f"{self.key} ({self.language})" if self.language else self.key

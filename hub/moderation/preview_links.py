"""Links by which somebody without an account reads a draft: unguessable, dated, revocable."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

_SIGNER = Signer(salt="hub.preview-link", sep=".")
BYTES_OF_SECRET = 24
DAYS = (3, 7, 30)


class PreviewLink(models.Model):
    """A way to the newest draft of one page until a day, or until it is revoked."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="preview_links")
    secret = models.CharField(max_length=64, unique=True, editable=False)
    for_whom = models.CharField(_("for whom"), max_length=120, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    # Pages are compared, copied and counted without their links.
    page.wagtail_reference_index_ignore = True
    made_by.wagtail_reference_index_ignore = True

    class Meta:
        app_label = "hub"
        ordering = ["-made_at", "-pk"]

    def __str__(self):
        return f"{self.page} → {self.expires_at:%Y-%m-%d}"

    @property
    def is_open(self) -> bool:
        """Whether it still shows the draft."""
        return self.revoked_at is None and self.expires_at > timezone.now()

    @property
    def address(self) -> str:
        """The whole address to pass on."""
        token = _SIGNER.sign(self.secret)
        return settings.SITE_URL + reverse("preview_link", args=[token])


def make_link(page: Page, user, days: int, for_whom: str = "") -> PreviewLink:
    """A new link to `page`, open for so many days."""
    return PreviewLink.objects.create(
        page=page,
        secret=secrets.token_urlsafe(BYTES_OF_SECRET),
        for_whom=for_whom,
        made_by=user,
        expires_at=timezone.now() + timedelta(days=days),
    )


def find_link(token: str) -> PreviewLink | None:
    """The link of that token, open or not; None if nobody made one."""
    try:
        secret = _SIGNER.unsign(token)
    except BadSignature:
        return None
    return PreviewLink.objects.select_related("page__locale").filter(secret=secret).first()

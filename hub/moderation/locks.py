"""Why a page is locked: told to everybody who wonders."""

from django.db import models
from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.locks import BasicLock
from wagtail.models import Page

from hub.users import User

LONGEST_REASON = 200


class LockReason(models.Model):
    """What whoever locked a page has to say about it; it means nothing once the page is open."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="lock_reason")
    text = models.CharField(max_length=LONGEST_REASON)

    page.wagtail_reference_index_ignore = True

    class Meta:
        app_label = "hub"

    def __str__(self):
        return self.text


class ReasonedLock(BasicLock):
    """Wagtail's lock, which says who and when, and why."""

    def get_message(self, user):
        message = super().get_message(user)
        reason = LockReason.objects.filter(page=self.object.pk).first()
        if reason:
            message = format_html("{} <b>{}</b> {}", message, _("Why:"), reason.text)
        if self.object.locked_by_id == user.pk:
            address = reverse("lock_reason", args=[self.object.pk])
            label = _("Change the reason") if reason else _("Say why")
            message = format_html('{} <a href="{}">{}</a>', message, address, label)
        return message


def with_reasons(pages: QuerySet[Page]) -> QuerySet[Page]:
    """`pages` that know who locked them and why, so that lists can say it."""
    person = User.objects.filter(pk=OuterRef("locked_by"))
    reason = LockReason.objects.filter(page=OuterRef("pk"))
    return pages.annotate(
        locked_by_name=Subquery(person.values("username")[:1]),
        locked_why=Subquery(reason.values("text")[:1]),
    )

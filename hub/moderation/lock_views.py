"""Locking a page, and saying why."""

from django.core.exceptions import PermissionDenied
from django.forms import CharField, Form
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.pages.lock import LockView
from wagtail.models import Page

from hub.admin_screens import Screen
from hub.moderation.locks import LONGEST_REASON, LockReason


class ReasonedLockView(LockView):
    """Locks the page, and asks why."""

    def perform_operation(self):
        was_locked = self.object.locked
        super().perform_operation()
        if not was_locked:
            LockReason.objects.filter(page=self.object.pk).delete()

    def get_success_url(self):
        address = reverse("lock_reason", args=[self.object.pk])
        return f"{address}?{urlencode({'next': super().get_success_url()})}"


class LockReasonForm(Form):
    """One line."""

    text = CharField(
        label=gettext_lazy("Why is it locked?"),
        max_length=LONGEST_REASON,
        required=False,
        help_text=gettext_lazy(
            "Others read it where they wanted to write. For instance: facts are being checked."
        ),
    )


class LockReasonView(Screen, TemplateView):
    """Asks whoever locked a page why."""

    template_name = "hub/moderation/lock_reason.html"
    page_title = gettext_lazy("Locked page")
    header_icon = "lock"

    def dispatch(self, request, *args, **kwargs):
        rights = self.page.permissions_for_user(request.user)
        if not self.page.locked or not rights.can_edit() or not rights.can_unlock():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def page(self) -> Page:
        return get_object_or_404(Page, pk=self.kwargs["pk"]).specific

    def post(self, request, *args, **kwargs):
        form = LockReasonForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        self.remember(form.cleaned_data["text"])
        messages.success(request, _("Saved: others see why the page is locked."))
        return self.back()

    def remember(self, text: str) -> None:
        """Keep the reason; an empty one is none."""
        if text:
            LockReason.objects.update_or_create(page_id=self.page.pk, defaults={"text": text})
        else:
            LockReason.objects.filter(page=self.page.pk).delete()

    def back(self) -> HttpResponseRedirect:
        """To where the page was locked."""
        return redirect(self.next_address)

    @property
    def next_address(self) -> str:
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return get_valid_next_url_from_request(self.request) or edit

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_context_data(self, **kwargs):
        reason = LockReason.objects.filter(page=self.page.pk).first()
        kwargs.setdefault("form", LockReasonForm(initial={"text": reason and reason.text}))
        return super().get_context_data(page=self.page, next=self.next_address, **kwargs)

"""What a private link shows, and where editors make and revoke such links."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone, translation
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail.models import Page

from hub.admin_screens import Screen
from hub.head import Told
from hub.moderation.preview_links import DAYS, PreviewLink, find_link, make_link

MADE, REVOKED = "hub.preview_link.make", "hub.preview_link.revoke"


@require_safe
def preview_link(request: HttpRequest, token: str) -> HttpResponse:
    """The newest draft of the page as a reader would see it; 410 when the link is over."""
    link = find_link(token)
    if link is None:
        raise Http404
    if link.is_open:
        page = link.page.get_latest_revision_as_object()
        # Without the request's cookies: whoever reads is nobody, and no bar of the admin shows.
        attributes = {"preview_link": link}
        response = page.make_preview_request(None, page.default_preview_mode, attributes)
    else:
        response = _over(request, link)
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Referrer-Policy"] = "no-referrer"  # the address is the key
    return response


def _over(request: HttpRequest, link: PreviewLink) -> HttpResponse:
    """Says plainly that the link is over, in the language of its page."""
    with translation.override(link.page.locale.language_code):
        told = Told(
            _("This link is over"),
            _("It led to a draft for some days. Ask whoever sent it to you for a new one."),
            is_indexed=False,
        )
        return render(request, "error.html", {"told": told}, status=410)


def _days(days: int) -> str:
    return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}


class PreviewLinkForm(forms.Form):
    """How long, and for whom."""

    for_whom = forms.CharField(
        label=gettext_lazy("For whom"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("For your own list only; an organisation or a role is enough."),
    )
    days = forms.TypedChoiceField(
        label=gettext_lazy("Open for"),
        coerce=int,
        initial=7,
        choices=lambda: [(days, _days(days)) for days in DAYS],
    )


class PreviewLinksView(Screen, TemplateView):
    """The private links of one page: who made them, until when; make one, revoke one."""

    template_name = "hub/moderation/preview_links.html"
    page_title = gettext_lazy("Private preview")
    header_icon = "view"

    def dispatch(self, request, *args, **kwargs):
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def page(self) -> Page:
        return get_object_or_404(Page, pk=self.kwargs["pk"], depth__gt=1).specific

    def post(self, request, *args, **kwargs):
        if "revoke" in request.POST:
            return self.revoke(request.POST["revoke"])
        form = PreviewLinkForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        link = make_link(self.page, request.user, **form.cleaned_data)
        log(instance=self.page, action=MADE, user=request.user, data={"for": link.for_whom})
        messages.success(request, _("The link is made. Copy it and send it."))
        return redirect("preview_links", self.page.pk)

    def revoke(self, number: str):
        """Close one link of this page for good."""
        own = PreviewLink.objects.filter(page=self.page.pk)
        link = get_object_or_404(own, pk=int(number) if number.isdecimal() else 0)
        if link.revoked_at is None:
            link.revoked_at = timezone.now()
            link.save(update_fields=["revoked_at"])
            log(instance=self.page, action=REVOKED, user=self.request.user)
        messages.success(self.request, _("The link no longer opens."))
        return redirect("preview_links", self.page.pk)

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", PreviewLinkForm())
        links = PreviewLink.objects.filter(page=self.page.pk).select_related("made_by")
        return super().get_context_data(page=self.page, links=links, **kwargs)

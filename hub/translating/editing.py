"""What the editor of translations sends: each only of what is the user's own."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.views import edit_translation as stock

from hub.translating.po_files import RefusedFile, read_po
from hub.translating.rights import (
    is_locked_for,
    may_publish_translation,
    of_own_translation,
    require_own,
)
from hub.translating.wording import what_is_wrong

_MOST_TOLD = 8


def open_translation(request, thing):
    """Before wagtail-localize's editor: asks for what it leaves unasked.

    It publishes locked pages, and records whose kind one may publish, whoever they belong to.
    """
    translation = Translation.objects.filter(
        source__object_id=thing.translation_key, target_locale=thing.locale_id, enabled=True
    ).first()
    if translation is None:
        return None
    require_own(request.user, translation, is_reading=True)
    if request.method == "POST" and request.POST.get("action") == "publish":
        if not may_publish_translation(request.user, translation):
            raise PermissionDenied
        if is_locked_for(request.user, thing):
            messages.error(request, _("The page is locked; nothing was published."))
            return redirect(request.path)
    return None


@of_own_translation
def edit_string(request, translation_id, string_segment_id):
    """Keep one translated text; with a tag or placeholder amiss it is kept and not published."""
    response = stock.edit_string_translation(
        request, translation_id=translation_id, string_segment_id=string_segment_id
    )
    if request.method != "PUT" or response.status_code >= 400:
        return response
    segment = get_object_or_404(StringSegment, pk=string_segment_id)
    translation = Translation.objects.get(pk=translation_id)
    said = StringTranslation.objects.get(
        translation_of=segment.string_id,
        context=segment.context_id,
        locale=translation.target_locale_id,
    )
    if reason := what_is_wrong(segment.string.data, said.data):
        said.set_field_error([ValidationError(reason)])
        told = {"translation_source": translation.source}
        response.data = stock.StringTranslationSerializer(said, context=told).data
    return response


@require_POST
@of_own_translation
def upload_po(request, translation_id):
    """Take over a PO file whole, or nothing of it."""
    translation = Translation.objects.select_related("source").get(pk=translation_id)
    file = request.FILES.get("file")
    try:
        po = read_po(file.read() if file else b"", translation)
    except RefusedFile as error:
        messages.error(request, _told(error))
    else:
        translation.import_po(po, user=request.user, tool_name="PO File")
        messages.success(request, _("The translations of the file are taken over."))
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


def _told(error: RefusedFile) -> str:
    """The first mistakes as a list, and how many more there are."""
    mistakes = format_html_join("", "<li>{}</li>", ((m,) for m in error.mistakes[:_MOST_TOLD]))
    more = len(error.mistakes) - _MOST_TOLD
    rest = ngettext("And %(count)d more.", "And %(count)d more.", more) if more > 0 else ""
    return format_html(
        "{}<ul>{}</ul>{}",
        _("The file is refused, and nothing is changed."),
        mistakes,
        rest % {"count": more} if rest else "",
    )

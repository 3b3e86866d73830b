"""Says plainly that a page is not yet told in the reader's language, and what there is instead."""

from django.conf import settings
from django.db.models import Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from hub.head import Told
from hub.navigation import ancestor_paths, described_pages, is_shown, language_name


@require_safe
def not_translated(request: HttpRequest, pk: int) -> HttpResponse:
    """What stands in place of the page `pk` in this language; once it is told, the page itself.

    Drafts and private pages are not spoken of.
    """
    language = get_language() or settings.LANGUAGE_CODE
    key = Page.objects.filter(pk=pk).values("translation_key")[:1]
    found = described_pages(language).filter(translation_key=Subquery(key))
    versions = [page for page in found if is_shown(page)]
    original = next((page for page in versions if page.pk == pk), None)
    if original is None:
        raise Http404
    for page in versions:
        if page.alias_of_id is None and page.locale.language_code == language:
            return redirect(page.get_url(request))
    told = Told(
        _("This page is not in English yet"),
        _("You can read it as it was written, or look for the same matter in this language."),
        is_indexed=False,
    )
    context = {
        "told": told,
        "original": original,
        "original_language": language_name(original.locale.language_code),
        "nearest": _nearest(original, language),
    }
    return render(request, "not_translated.html", context)


def _nearest(original: Page, language: str) -> Page | None:
    """The nearest page above it that is told in this language, the home page left out."""
    above = Page.objects.filter(path__in=ancestor_paths(original)[1:])
    keys = above.values("translation_key")
    told = (
        Page.objects.live()
        .public()
        .filter(translation_key__in=Subquery(keys), locale__language_code=language, alias_of=None)
    )
    return told.order_by("-depth").first()

"""What else a page can be had as, at addresses below its own: Markdown, and a picture to share.

Both are behind the wall that the page is behind, and only for pages that anyone may read.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hub import share_pictures
from hub.head import PICTURE, TEXT, Head, versions_of
from hub.navigation import Navigation
from hub.page_text import as_markdown
from hub.routing import public_answer

_A_DAY = 86_400


def head_of(context: Mapping[str, Any]) -> Head:
    """The head of what the context of a page shows."""
    page = context["page"]
    around = Navigation(page.locale.language_code, page)
    return Head(context, around, versions_of(context, around))


def _shown(request: HttpRequest, path: str, name: str) -> TemplateResponse | HttpResponse:
    """What the page at `path` answers, not rendered yet; where it leads elsewhere, so does this."""
    answer = public_answer(request, path)
    if isinstance(answer, TemplateResponse):
        return answer
    if "Location" in answer:
        return HttpResponseRedirect(f"{answer['Location']}{name}", status=answer.status_code)
    raise Http404


@require_safe
def as_text(request: HttpRequest, path: str) -> HttpResponse:
    """The page at `path` as Markdown, with its whole address at the end."""
    answer = _shown(request, path, TEXT)
    if not isinstance(answer, TemplateResponse):
        return answer
    canonical = head_of(answer.context_data).canonical
    text = as_markdown(answer.render().content.decode(), canonical, TEXT)
    where = _("This page on the hub: %(address)s") % {"address": f"<{canonical}>"}
    response = HttpResponse(f"{text}\n{where}\n", content_type="text/markdown; charset=utf-8")
    response["Link"] = f'<{canonical}>; rel="canonical"'
    return response


@require_safe
def as_picture(request: HttpRequest, path: str) -> HttpResponse:
    """The picture to share the page at `path` with, drawn from what the page says now.

    Nothing is kept: to draw it takes no longer than to answer for a page, and so there is
    nothing to remove when a page is renamed, moved or closed.
    """
    answer = _shown(request, path, PICTURE)
    if not isinstance(answer, TemplateResponse):
        return answer
    words = head_of(answer.context_data).picture_words
    etag = f'"{sha256(repr((share_pictures.EDITION, words)).encode()).hexdigest()[:20]}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = HttpResponse(share_pictures.draw_picture(words), content_type="image/png")
    response["ETag"] = etag
    response["Cache-Control"] = f"public, max-age={_A_DAY}"
    return response

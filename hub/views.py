"""What the hub answers besides pages: health, robots, manifest, media, errors."""

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils import translation
from django.utils._os import safe_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from hub.head import Told
from hub.ranges import ranged_file
from hub.routing import WayFound

# Only pictures' renditions, recordings and their tracks are public by their address;
# originals and documents are not: documents go through Wagtail's own view.
PUBLIC_MEDIA = ("images", "media", "media_thumbnails", "media_tracks")


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process is alive; nothing else is asked."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(max_age=86_400)
def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers may read, and where the sitemap is."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /search/",
        "Disallow: /en/search/",
        f"Sitemap: {settings.SITE_URL}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(max_age=86_400)
def web_manifest(request: HttpRequest) -> HttpResponse:
    """Name and icons for a phone's home screen."""
    icons = [
        {"src": static(f"hub/icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"}
        for size in (180, 512)
    ]
    manifest = {
        "name": "KOPA – " + _("knowledge hub of rural communities"),
        "short_name": "KOPA",
        "lang": translation.get_language(),
        "start_url": "/",
        "display": "minimal-ui",
        "background_color": "#fbfaf6",
        "theme_color": "#1f5b44",
        "icons": icons,
    }
    return JsonResponse(manifest, content_type="application/manifest+json")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """The mark, for those who ask at the old address."""
    return redirect(static("hub/favicon.ico"), permanent=False)


@require_safe
@cache_control(public=True, max_age=31_536_000)
def media(request: HttpRequest, path: str) -> HttpResponse:
    """A public file of the media folder, in parts if asked so."""
    if path.split("/", 1)[0] not in PUBLIC_MEDIA:
        raise Http404
    file = Path(safe_join(settings.MEDIA_ROOT, path))
    if not file.is_file():
        raise Http404
    return ranged_file(request, file)


_ERRORS = {
    403: (
        gettext_lazy("This is not open to you"),
        gettext_lazy(
            "This page is for others, or you have been away too long:"
            " log in again and try once more."
        ),
    ),
    404: (
        gettext_lazy("There is no such page"),
        gettext_lazy(
            "It may have been moved or renamed, or there is a mistake in the address."
            " Search for it with a word or two."
        ),
    ),
    410: (
        gettext_lazy("This page has been taken down"),
        gettext_lazy(
            "It stood here, and those who wrote it took it away: perhaps it is being rewritten."
            " Look for the same by a word or two."
        ),
    ),
}


def _error(request: HttpRequest, status: int, **context) -> HttpResponse:
    """An error page in the language of the address."""
    language = "en" if request.path.startswith("/en/") else settings.LANGUAGE_CODE
    with translation.override(language):
        if status not in _ERRORS:
            return render(request, f"{status}.html", context, status=status)
        title, advice = map(str, _ERRORS[status])
        told = Told(title, advice, is_indexed=False)
        return render(request, "error.html", {**context, "told": told}, status=status)


def permission_denied(request: HttpRequest, exception=None, reason: str = "") -> HttpResponse:
    """403, for a form that is too old as well."""
    return _error(request, 403)


def page_not_found(request: HttpRequest, exception=None) -> HttpResponse:
    """404, or 410 where a public page was taken down; with the nearest page above it."""
    way: WayFound | None = getattr(request, "way_found", None)
    if way is None:
        return _error(request, 404)
    return _error(request, 410 if way.was_taken_down else 404, nearest=way.nearest)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, without touching the database."""
    return _error(request, 500)

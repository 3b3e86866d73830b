"""The gallery's pages: an index, and one for each component."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from gallery.specimens import SPECIMENS, states_of


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All components and blocks by name."""
    names = [template.removesuffix(".html").split("/") for template in sorted(SPECIMENS)]
    return render(request, "gallery/index.html", {"names": names})


@require_safe
def component(request: HttpRequest, folder: str, name: str) -> HttpResponse:
    """One component in all its states, in the language of the address."""
    template = f"{folder}/{name}.html"
    if template not in SPECIMENS:
        raise Http404
    states = states_of(template, get_language(), request)
    context = {"folder": folder, "name": name, "states": states}
    return render(request, "gallery/component.html", context)

"""Addresses that Wagtail opens to everybody in the admin and that nobody needs here."""

from django.http import Http404, HttpRequest
from django.shortcuts import redirect
from wagtail.contrib.redirects.views import process_import


def not_found(request: HttpRequest, **kwargs):
    """There is nothing here."""
    raise Http404


def process_import_after_a_file(request: HttpRequest):
    """Wagtail's second step of importing redirects fails where the first was left out."""
    if request.method == "POST" and "import_file_name" not in request.session:
        return redirect("wagtailredirects:start_import")
    return process_import(request)

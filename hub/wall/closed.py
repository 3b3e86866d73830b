"""Addresses that Wagtail opens to everybody in the admin and that nobody needs here."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import redirect
from wagtail.contrib.redirects.views import process_import
from wagtail.models import Task
from wagtail.permissions import policy_registry


def not_found(request: HttpRequest, **kwargs):
    """There is nothing here."""
    raise Http404


def process_import_after_a_file(request: HttpRequest):
    """Wagtail's second step of importing redirects fails where the first was left out."""
    if request.method == "POST" and "import_file_name" not in request.session:
        return redirect("wagtailredirects:start_import")
    return process_import(request)


def for_keepers_of_workflows(view):
    """`view`, which Wagtail shows to all, for those who may arrange workflows."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs):
        policy = policy_registry.get_by_type(Task)
        if not policy.user_has_any_permission(request.user, ["add", "change"]):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded

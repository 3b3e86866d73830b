"""What the sender of a form did wrong is told to the sender, not to the log as a fault."""

from django.contrib import messages
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.translation import gettext as _

from hub.middleware import ADMIN

# Wagtail joins the words of a search one inside the other: some hundreds of them are too deep.
_SEARCHES, _LONGEST_SEARCH = ("q", "search"), 200


class MistakenFormMiddleware:
    """Answers where a view of the admin fails over what was sent."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(ADMIN):
            _shorten_searches(request)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not request.path.startswith(ADMIN):
            return None
        if isinstance(exception, MultiValueDictKeyError):
            return HttpResponseBadRequest(
                _("The form came without some of its fields. Open the page anew and try again."),
                content_type="text/plain; charset=utf-8",
            )
        if isinstance(exception, ProtectedError):
            messages.error(request, _("This cannot be deleted: something else depends on it."))
            return redirect(request.path)
        return None


def _shorten_searches(request: HttpRequest) -> None:
    for name in _SEARCHES:
        if len(request.GET.get(name, "")) > _LONGEST_SEARCH:
            request.GET = request.GET.copy()
            request.GET[name] = request.GET[name][:_LONGEST_SEARCH]

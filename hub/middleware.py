"""What happens to every request and answer: the admin's language, policy, compression, HEAD."""

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.middleware.gzip import GZipMiddleware
from django.utils import translation

ADMIN = "/admin/"
TEXT = ("text/", "application/json", "application/xml", "application/manifest+json")


class BodilessHeadMiddleware:
    """The answer to HEAD is that to GET without its body (RFC 9110, section 9.3.2).

    Django makes the body and leaves it to the server to drop it; gunicorn warns of each one.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.method == "HEAD":
            if response.streaming:
                response.streaming_content = []
            else:
                response.headers.setdefault("Content-Length", str(len(response.content)))
                response.content = b""
        return response


class CompressTextMiddleware(GZipMiddleware):
    """Django's own, which also hides a page's true length, for pages and other text only.

    Files are served in parts, whose numbers mean bytes of the file as it is.
    """

    def process_response(self, request, response):
        if response.streaming or not response.get("Content-Type", "").startswith(TEXT):
            return response
        return super().process_response(request, response)


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The strict policy everywhere but under /admin/, where Wagtail needs inline scripts."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and request.path.startswith(ADMIN):
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY["DIRECTIVES"]
        return parts


def admin_language_middleware(get_response):
    """The admin's language is the one chosen before login; an account's own goes before it.

    Readers' pages have theirs in the address, and the cookie is never sent there.
    """

    def in_chosen_language(request):
        language = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        if request.path.startswith(ADMIN) and language in dict(settings.LANGUAGES):
            translation.activate(language)
            request.LANGUAGE_CODE = language
        return get_response(request)

    return in_chosen_language

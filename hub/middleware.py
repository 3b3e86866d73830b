"""One content security policy for readers, another for the admin; text travels compressed."""

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.middleware.gzip import GZipMiddleware

TEXT = ("text/", "application/json", "application/xml", "application/manifest+json")


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
        if not report_only and request.path.startswith("/admin/"):
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY["DIRECTIVES"]
        return parts

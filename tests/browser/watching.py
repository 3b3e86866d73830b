"""An eye on all that goes wrong in the browser."""

from urllib.parse import urlsplit

from tests.browser.addresses import MISSING


def watch(context, site: str) -> list[str]:
    """What `context` will complain of: each message, error, failure and request elsewhere."""
    complaints: list[str] = []
    host = urlsplit(site).netloc

    def look_at_message(message):
        # The browser tells of every 404, also of those we ask for; Wagtail's checker in the
        # preview tells editors what they should mend.
        is_of_missing = urlsplit(message.location["url"]).path in MISSING.values()
        if not is_of_missing and not message.text.startswith("axe.run results"):
            complaints.append(f"console: {message.text}")

    def look_at_request(request):
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and address.netloc != host:
            complaints.append(f"request to {request.url}")

    def look_at_failure(request):
        # The browser's own: it leaves the page before a picture has come.
        if request.failure != "net::ERR_ABORTED":
            complaints.append(f"{request.failure}: {request.url}")

    context.on("console", look_at_message)
    context.on("weberror", lambda error: complaints.append(f"error: {error.error}"))
    context.on("request", look_at_request)
    context.on("requestfailed", look_at_failure)
    return complaints

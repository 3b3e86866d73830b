"""Files served in parts, so that a video can be wound forward (RFC 9110, section 14)."""

import mimetypes
import re
from pathlib import Path

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.http import http_date

mimetypes.add_type("text/vtt", ".vtt")
mimetypes.add_type("image/avif", ".avif")

_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})$", re.ASCII)
_CHUNK = 64 * 1024


def _parse(header: str, size: int) -> tuple[int, int] | None:
    """First and last byte of a single range; None if it cannot be satisfied."""
    match = _RANGE.match(header.strip())
    if not match or not (match[1] or match[2]):
        return None
    if not match[1]:
        start, end = max(size - int(match[2]), 0), size - 1
    else:
        start, end = int(match[1]), min(int(match[2] or size - 1), size - 1)
    return (start, end) if start <= end and start < size else None


def _part(file: Path, start: int, end: int):
    with file.open("rb") as opened:
        opened.seek(start)
        left = end - start + 1
        while left > 0:
            chunk = opened.read(min(_CHUNK, left))
            if not chunk:
                return
            left -= len(chunk)
            yield chunk


def ranged_file(request: HttpRequest, file: Path) -> HttpResponse | StreamingHttpResponse:
    """`file` whole, or the part that the request's Range header asks for (206, 416)."""
    status = file.stat()
    content_type = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    modified = http_date(status.st_mtime)
    header = request.headers.get("Range", "")
    condition = request.headers.get("If-Range", modified)
    response: HttpResponse | StreamingHttpResponse
    if header.startswith("bytes=") and "," not in header and condition == modified:
        span = _parse(header, status.st_size)
        if span is None:
            response = HttpResponse(status=416)
            response["Content-Range"] = f"bytes */{status.st_size}"
            return response
        start, end = span
        response = StreamingHttpResponse(
            _part(file, start, end), status=206, content_type=content_type
        )
        response["Content-Range"] = f"bytes {start}-{end}/{status.st_size}"
        response["Content-Length"] = str(end - start + 1)
    else:
        response = FileResponse(file.open("rb"), content_type=content_type)
        response["Content-Length"] = str(status.st_size)
    response["Accept-Ranges"] = "bytes"
    response["Last-Modified"] = modified
    return response

"""How soon a real server answers, and how much memory a worker has after it showed every page."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from hub import serving
from tests.services import processes

SECONDS_TO_START = 60
# Gunicorn replaces a worker after 5,000 requests.
MOST_PAGES = 4000


@contextmanager
def running() -> Iterator[tuple[int, subprocess.Popen]]:
    """The hub's own web server with one worker; yields its port and its process."""
    with serving.reserve("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        server = serving.start(serving.web_command(listener, workers=1), keep=(listener.fileno(),))
        listener.close()
        try:
            processes.wait_for(lambda: _answers(port), server, SECONDS_TO_START)
            yield port, server
        finally:
            processes.end(server)


def report() -> None:
    """Print seconds to the first answer, and the worker's memory before and after the walk."""
    began = time.monotonic()
    with running() as (port, server):
        print(f"\nFirst answer of gunicorn after {time.monotonic() - began:.1f} s")
        _get(port, "/")
        worker = _worker_of(server)
        before = _memory(worker)
        addresses = re.findall(r"<loc>([^<]+)</loc>", _get(port, "/sitemap.xml"))
        for address in addresses[:MOST_PAGES]:
            _get(port, urlsplit(address).path)
        now, most = _memory(worker), _memory(worker, "VmHWM")
        print(
            f"Memory of a worker: {before} MB after the first page, {now} MB after "
            f"{min(len(addresses), MOST_PAGES)} more (most: {most} MB)"
        )


def _answers(port: int) -> bool:
    try:
        return _get(port, "/healthz") == "ok\n"
    except OSError:
        return False


def _get(port: int, path: str) -> str:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        body = response.read().decode()
    finally:
        connection.close()
    if response.status != 200:
        raise RuntimeError(f"{path}: {response.status}")
    return body


def _worker_of(server: subprocess.Popen) -> int:
    """The process that the server started; there is one."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    if len(children) != 1:
        sys.exit(f"One worker was expected, not {children}.")
    return int(children[0])


def _memory(process: int, field: str = "VmRSS") -> int:
    """Megabytes that Linux counts for the process."""
    status = Path(f"/proc/{process}/status").read_text()
    found = re.search(rf"^{field}:\s+(\d+) kB", status, re.MULTILINE)
    return round(int(found[1]) * 1024 / 1_000_000) if found else 0

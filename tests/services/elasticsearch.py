"""A real Elasticsearch node on this machine, alone and without security, for as long as needed.

The build that Maven Central has carries only the core: `GET /` answers 405, so a client asks
`cluster.health()`; there are no analyzers but the built-in ones.
"""

import os
import shutil
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.services import processes
from tests.services.components import path_of

MEMORY = "-Xms512m -Xmx512m"
CONFIGURATION = """\
cluster.name: hub-test
discovery.type: single-node
network.host: 127.0.0.1
http.port: {http_port}
transport.port: {transport_port}
xpack.security.enabled: false
path.data: {folder}/data
path.logs: {folder}/logs
"""


def _java_home() -> Path:
    return Path(shutil.which("java") or "").resolve().parent.parent


def _start(folder: Path, http_port: int, user: str | None) -> subprocess.Popen:
    """Start the node from its own copy: an unprivileged user may not be able to read ours."""
    home = folder / "elasticsearch"
    shutil.copytree(path_of("elasticsearch"), home)
    configuration = CONFIGURATION.format(
        http_port=http_port, transport_port=processes.free_port(), folder=folder
    )
    (home / "config/elasticsearch.yml").write_text(configuration)
    processes.give(folder, user)
    environment = {"ES_JAVA_HOME": str(_java_home()), "ES_JAVA_OPTS": MEMORY}
    return subprocess.Popen(
        [home / "bin/elasticsearch"],
        user=user,
        cwd=home,
        env={"PATH": os.environ["PATH"], **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
    )


def _is_healthy(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/_cluster/health", timeout=5):
            return True
    except (urllib.error.URLError, OSError):
        return False


@contextmanager
def running_node() -> Iterator[str]:
    """Start a node, ready in some 15 seconds; yields its address."""
    user = processes.unprivileged_user("nobody")
    http_port = processes.free_port()
    address = f"http://127.0.0.1:{http_port}"
    with processes.scratch_folder(user) as folder:
        node = _start(folder, http_port, user)
        try:
            processes.wait_for(lambda: _is_healthy(address), node, seconds=120)
            yield address
        finally:
            processes.end(node)

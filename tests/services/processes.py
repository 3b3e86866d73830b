"""Servers that refuse to run as root: start them as somebody else, in a folder of their own."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SECONDS_TO_STOP = 20


def unprivileged_user(*names: str) -> str | None:
    """The first of the users that exists, or None if we are not root anyway."""
    if os.getuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in names if name in known)


def give(folder: Path, user: str | None) -> None:
    """Make `user` the owner of the folder and all in it."""
    if user is None:
        return
    for path in (folder, *folder.rglob("*")):
        shutil.chown(path, user)


@contextmanager
def scratch_folder(user: str | None) -> Iterator[Path]:
    """A folder of that user's own, removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="hub-service-"))
    try:
        give(folder, user)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    """A port on this machine that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(is_ready: Callable[[], bool], process: subprocess.Popen, seconds: float) -> None:
    """Wait until the server answers; raises RuntimeError when it ends or takes too long."""
    deadline = time.monotonic() + seconds
    while not is_ready():
        if process.poll() is not None:
            raise RuntimeError(f"{process.args!r} ended with code {process.returncode}")
        if time.monotonic() > deadline:
            raise RuntimeError(f"{process.args!r} is not ready after {seconds:.0f} s")
        time.sleep(0.2)


def end(process: subprocess.Popen) -> None:
    """Ask the process to end, and kill it if it does not."""
    process.terminate()
    try:
        process.wait(SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()

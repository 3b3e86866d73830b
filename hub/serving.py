"""The supervisor behind `make run`: prepares the site, then keeps web, worker and clock together.

It loads nothing of the site itself. Whatever happens to it or to one of them, all end.
"""

import ctypes
import importlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from http.client import HTTPConnection, HTTPException
from types import ModuleType

from django.core.exceptions import ImproperlyConfigured

from hub.settings import environment

SECONDS_TO_STOP = 10
SECONDS_BETWEEN_LOOKS = 0.2
LAST_PORT = 65_535
DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of Linux

Commands = dict[str, list[str]]


class Stop(Exception):
    """The supervisor was asked to end."""


class Ended(Exception):
    """A process that should have gone on has ended."""


def ask_to_stop(number, frame):
    """Signal handler: leave whatever is being waited for."""
    raise Stop


def die_with_parent():
    """Ask Linux to end this child when the supervisor is killed outright."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DEATH_SIGNAL, signal.SIGTERM)


def start(command: list[str], *, keep: tuple[int, ...] = ()) -> subprocess.Popen:
    """Start a child out of reach of the terminal's Ctrl-C, which the supervisor passes on."""
    return subprocess.Popen(
        command,
        cwd=environment.ROOT,
        pass_fds=keep,
        start_new_session=True,
        preexec_fn=die_with_parent,
    )


def reserve(host: str, port: int) -> socket.socket:
    """A socket bound to the address but not listening yet, so that nobody waits in vain.

    Raises OSError if the port is in use or the address is not ours.
    """
    family, kind, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listener = socket.socket(family, kind)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if hasattr(socket, "TCP_DEFER_ACCEPT"):
        # Browsers open spare connections and send nothing: they must not hold a worker.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, 30)
    listener.bind(address)
    return listener


def web_command(listener: socket.socket, workers: int) -> list[str]:
    """The web server, its code loaded once and shared by its workers."""
    return [
        *(sys.executable, "-m", "gunicorn", "hub.wsgi:application"),
        *("--bind", f"fd://{listener.fileno()}"),
        *("--workers", str(workers), "--threads", "1", "--preload"),
        *("--max-requests", "5000", "--max-requests-jitter", "500"),
        # A pasted page is a long question, not an error; a film takes its time on a slow line.
        *("--limit-request-line", "0", "--timeout", "120"),
        *("--graceful-timeout", str(SECONDS_TO_STOP // 2), "--no-control-socket"),
        *("--log-level", "warning"),
    ]


def task_command() -> list[str]:
    """The worker that does what the web process puts off."""
    command = [sys.executable, "manage.py", "db_worker", "--queue-name", "*", "--no-reload"]
    return [*command, "--no-startup-delay", "--verbosity", "0"]


def clock_command() -> list[str]:
    """What looks again and again for regular work that is due."""
    return [sys.executable, "manage.py", "run_due", "--forever"]


def stop(children: dict[str, subprocess.Popen]) -> None:
    """Ask all to end, wait, and kill what is left with all it started."""
    for child in children.values():
        child.terminate()
    deadline = time.monotonic() + SECONDS_TO_STOP
    with suppress(Stop):  # a second Ctrl-C waits no longer
        for child in children.values():
            with suppress(subprocess.TimeoutExpired):
                child.wait(max(0, deadline - time.monotonic()))
    for child in children.values():
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def finish(command: list[str]) -> None:
    """Run one command to its end; raises Ended if it fails."""
    child = start(command)
    try:
        if child.wait() != 0:
            raise Ended("The site could not be prepared: the reason is above.")
    finally:
        stop({"preparation": child})


def look(children: dict[str, subprocess.Popen]) -> None:
    """Wait a moment; raises Ended if one of the children is no more."""
    time.sleep(SECONDS_BETWEEN_LOOKS)
    for name, child in children.items():
        if child.poll() is not None:
            raise Ended(f"The {name} process ended (code {child.returncode}): all is stopped.")


def answers(host: str, port: int) -> bool:
    """Whether the web process answers a request, whatever it says."""
    connection = HTTPConnection(host, port, timeout=2)
    try:
        connection.request("GET", "/healthz")
        connection.getresponse()
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
    return True


def watch(commands: Commands, is_ready: Callable[[], bool], keep: tuple[int, ...] = ()) -> None:
    """Run the commands side by side until one ends or a signal comes; none outlives the other."""
    children: dict[str, subprocess.Popen] = {}
    try:
        for name, command in commands.items():
            children[name] = start(command, keep=keep)
        while not is_ready():
            look(children)
        print(f"The hub is ready at {os.environ.get('SITE_URL')}/ – Ctrl-C stops it.", flush=True)
        while True:
            look(children)
    finally:
        stop(children)


def read_settings() -> ModuleType:
    """The settings, without starting Django: a wrong one stops us before anything is done."""
    name = os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.base")
    return importlib.import_module(name)


def serve() -> None:
    """Prepare the site and serve it at HOST and PORT until told to stop."""
    host = environment.text("HOST", "127.0.0.1")
    port = environment.number("PORT", 8000, smallest=1)
    if port > LAST_PORT:
        raise OverflowError(f"the last port is {LAST_PORT}")
    workers = environment.number("WEB_WORKERS", os.cpu_count() or 1, smallest=1)
    reachable = "127.0.0.1" if host == "0.0.0.0" else host
    os.environ.setdefault("SITE_URL", f"http://{reachable}:{port}")
    read_settings()
    with reserve(host, port) as listener:
        finish([sys.executable, "manage.py", "prepare", "--demo"])
        listener.listen(2048)
        commands = {
            "web": web_command(listener, workers),
            "task": task_command(),
            "clock": clock_command(),
        }
        watch(commands, partial(answers, reachable, port), keep=(listener.fileno(),))


def main() -> int:
    """Serve, and say in one line why it ended."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, ask_to_stop)
    try:
        serve()
    except Stop:
        print("The hub is stopped.", flush=True)
        return 0
    except (Ended, ImproperlyConfigured) as error:
        print(error, file=sys.stderr)
    except (OSError, OverflowError) as error:
        place = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
        print(f"Cannot listen at {place}: {error}. Try  make run PORT=8080", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())

"""`make run` is one thing: it starts together, says what is wrong in one line, ends together."""

import os
import signal
import socket
import subprocess
import sys
import time

import pytest

from hub import serving
from hub.settings.environment import ROOT

pytestmark = pytest.mark.once

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
STUBBORN = [
    sys.executable,
    "-c",
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)",
]


def supervise(commands):
    """Start a supervisor of our own commands; it prints that it is ready and each child's id."""
    script = (
        "import sys, signal; from hub import serving;"
        "signal.signal(signal.SIGTERM, serving.ask_to_stop);"
        "signal.signal(signal.SIGINT, serving.ask_to_stop);"
        "start = serving.start\n"
        "def announced(command, **options):\n"
        "    child = start(command, **options); print(child.pid, flush=True); return child\n"
        "serving.start = announced; serving.SECONDS_TO_STOP = 2\n"
        f"try: serving.watch({commands!r}, lambda: True)\n"
        "except serving.Stop: sys.exit(0)\n"
        "except serving.Ended as error: sys.exit(str(error))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    children = [int(process.stdout.readline()) for _ in commands]
    assert "ready" in process.stdout.readline()
    return process, children


def end(process):
    """Wait for the supervisor; returns its exit code and what it said at the end."""
    _output, errors = process.communicate(timeout=10)
    return process.returncode, errors


def is_running(process_id):
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_signal_ends_supervisor_and_children(asked):
    process, children = supervise({"web": SLEEP, "task": SLEEP})

    process.send_signal(asked)

    assert end(process) == (0, "")
    assert not any(is_running(child) for child in children)


def test_child_that_does_not_listen_is_killed():
    process, children = supervise({"web": STUBBORN})

    process.terminate()

    assert end(process) == (0, "")
    assert not is_running(children[0])


def test_end_of_one_child_ends_the_other_with_one_clear_line():
    process, children = supervise({"web": SLEEP, "task": SLEEP})

    os.kill(children[1], signal.SIGKILL)

    assert end(process) == (1, "The task process ended (code -9): all is stopped.\n")
    assert not is_running(children[0])


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells children of it")
def test_supervisor_killed_outright_leaves_no_orphans():
    process, children = supervise({"web": SLEEP, "task": SLEEP})

    process.kill()
    end(process)
    deadline = time.monotonic() + 5
    while any(is_running(child) for child in children) and time.monotonic() < deadline:
        time.sleep(0.05)

    assert not any(is_running(child) for child in children)


def serve(**environment):
    """Run the supervisor as `make run` does; it must refuse before it prepares anything."""
    return subprocess.run(
        [sys.executable, "-m", "hub.serving"],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "hub.settings.base", **environment},
        capture_output=True,
        text=True,
        timeout=20,
    )


def test_port_in_use_is_one_line_before_anything_is_loaded(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = serve(PORT=str(port), HUB_VAR=str(tmp_path))

    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr == (
        f"Cannot listen at 127.0.0.1:{port}: [Errno 98] Address already in use."
        " Try  make run PORT=8080\n"
    )
    assert not (tmp_path / "hub.sqlite3").exists()


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("PORT", "http", "PORT='http': a whole number from 1 up is needed\n"),
        ("DEBUG", "maybe", "DEBUG='maybe': allowed are on and off (1/0, true/false)\n"),
        ("LOG_LEVEL", "LOUD", "LOG_LEVEL='LOUD': allowed are DEBUG, INFO, WARNING, ERROR\n"),
    ],
)
def test_wrong_setting_is_one_line_with_what_is_allowed(tmp_path, name, value, line):
    result = serve(HUB_VAR=str(tmp_path), **{name: value})

    assert (result.returncode, result.stderr) == (1, line)


def test_port_beyond_the_last_is_one_line(tmp_path):
    result = serve(HUB_VAR=str(tmp_path), PORT="99999")

    assert result.returncode == 1
    assert result.stderr.count("\n") == 1


def test_web_server_shares_one_loaded_copy_between_single_threaded_workers():
    with serving.reserve("127.0.0.1", 0) as listener:
        command = " ".join(serving.web_command(listener, workers=3))

    assert "--workers 3 --threads 1 --preload" in command

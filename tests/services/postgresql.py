"""A private PostgreSQL in a temporary folder, reached by a socket in it.

As a program it runs a command with that server as the hub's database:
`python -m tests.services.postgresql python -m pytest`.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.services import processes
from tests.services.components import ARE_REQUIRED, COMPONENTS, path_of

# Nothing here outlives the run: no waiting for the disk. Tests roll back what they write, so
# autovacuum would learn that all tables are empty, and the planner would believe it. Compiling a
# statement takes longer than these small tables.
OPTIONS = (
    *("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off"),
    *("jit=off", "listen_addresses="),
)


def _start(programs: Path, folder: Path, user: str | None) -> subprocess.Popen:
    data = folder / "data"
    subprocess.run(
        [
            *(programs / "initdb", "--pgdata", data, "--username", "hub", "--auth", "trust"),
            *("--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"),
        ],
        user=user,
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    options = [part for option in OPTIONS for part in ("-c", option)]
    with (folder / "log").open("w") as log:
        return subprocess.Popen(
            [programs / "postgres", "-D", data, "-k", folder, *options],
            user=user,
            cwd=folder,
            stdout=log,
            stderr=log,
        )


def _is_ready(programs: Path, client: list[str]) -> bool:
    return subprocess.run([programs / "pg_isready", "--quiet", *client]).returncode == 0


@contextmanager
def running_server() -> Iterator[str]:
    """Start a server; yields the DATABASE_URL of an empty database in it."""
    programs = path_of("postgresql")
    user = processes.unprivileged_user("postgres", "nobody")
    with processes.scratch_folder(user) as folder:
        server = _start(programs, folder, user)
        client = ["--host", str(folder), "--username", "hub"]
        try:
            processes.wait_for(lambda: _is_ready(programs, client), server, seconds=30)
            subprocess.run([programs / "createdb", *client, "hub"], check=True)
            yield f"postgres://hub@/{folder}/hub"
        finally:
            server.send_signal(signal.SIGINT)  # "fast": clients are cut off
            processes.end(server)


def main(command: list[str]) -> int:
    """Run the command on PostgreSQL; without one say so, which is a failure if it is required."""
    if COMPONENTS["postgresql"].find() is None:
        print(f"{COMPONENTS['postgresql'].advice}  (the tests ran on SQLite only)")
        return int(ARE_REQUIRED)
    with running_server() as address:
        print("The same on PostgreSQL:", flush=True)
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": address}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

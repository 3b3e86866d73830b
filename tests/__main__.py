"""Runs the whole suite in parts, as many at once as there are cores: `python -m tests [ARGS]`.

Each part has a database and files of its own; what it says is printed when it ends.
"""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

PYTEST = [sys.executable, "-m", "pytest"]
# The longest first.
PARTS = {
    "the browser, on SQLite": [*PYTEST, "-m", "browser"],
    "all but the browser, on PostgreSQL": [
        *(sys.executable, "-m", "tests.services.postgresql"),
        *(*PYTEST, "-m", "not browser and not once"),
    ],
    "all but the browser, on SQLite": [*PYTEST, "-m", "not browser"],
}
NO_TESTS_COLLECTED = 5


def run(name: str, arguments: list[str]) -> int:
    """Run a part and print what it said; returns its exit code."""
    began = time.monotonic()
    part = subprocess.run(
        [*PARTS[name], *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    print(f"\n{name} ({time.monotonic() - began:.0f} s):\n{part.stdout}", end="", flush=True)
    return part.returncode


def main(arguments: list[str]) -> int:
    """Run every part; returns 0 if some test ran and all went well."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        codes = [
            ended.result()
            for ended in as_completed(pool.submit(run, name, arguments) for name in PARTS)
        ]
    # With arguments that choose a few tests, a part may have none of them.
    ran = [code for code in codes if code != NO_TESTS_COLLECTED]
    return int(any(ran)) if ran else NO_TESTS_COLLECTED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The Nu HTML checker over a folder of pages, in one call: starting it takes seconds."""

import json
import subprocess
from pathlib import Path

from tests.services.components import path_of


def errors_in(folder: Path) -> list[str]:
    """Each error with its page and line."""
    checker = subprocess.run(
        ["java", "-jar", path_of("nu-checker"), "--format", "json", "--errors-only", folder],
        capture_output=True,
        text=True,
    )
    return [
        f"{message['url'].rsplit('/', 1)[-1]}, line {message.get('lastLine')}: "
        f"{message['message']} {message.get('extract', '')}"
        for message in json.loads(checker.stderr)["messages"]
    ]

"""Every page is valid HTML by the Nu checker."""

import json
import subprocess

import pytest

from tests.browser.addresses import EVERY_ADDRESS
from tests.services.components import path_of


@pytest.mark.needs("nu-checker")
def test_checker_finds_no_error_on_any_page(site, client, tmp_path):
    for name, address in EVERY_ADDRESS.items():
        file = tmp_path / f"{name.replace(' ', '-')}.html"
        file.write_bytes(client.get(address).content)
    checker = subprocess.run(
        ["java", "-jar", path_of("nu-checker"), "--format", "json", "--errors-only", tmp_path],
        capture_output=True,
        text=True,
    )
    errors = [
        f"{message['url'].rsplit('/', 1)[-1]}, line {message.get('lastLine')}: "
        f"{message['message']} {message.get('extract', '')}"
        for message in json.loads(checker.stderr)["messages"]
    ]

    assert not errors, "\n".join(errors)

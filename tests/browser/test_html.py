"""Every page is valid HTML by the Nu checker."""

import pytest

from tests.browser.addresses import EVERY_ADDRESS
from tests.browser.nu import errors_in


@pytest.mark.needs("nu-checker")
def test_checker_finds_no_error_on_any_page(site, client, tmp_path):
    for name, address in EVERY_ADDRESS.items():
        file = tmp_path / f"{name.replace(' ', '-')}.html"
        file.write_bytes(client.get(address).content)

    errors = errors_in(tmp_path)

    assert not errors, "\n".join(errors)

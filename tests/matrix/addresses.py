"""The admin's addresses, as the URL resolver has them."""

import re
from collections.abc import Iterator

from django.urls import get_resolver
from django.urls.resolvers import URLPattern, URLResolver

_PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)")


def admin_addresses() -> list[str]:
    """Each address below /admin/ once, written as `admin/pages/<page_id>/edit/`."""
    addresses = _walk(get_resolver().url_patterns, "")
    return sorted({address for address in addresses if address.startswith("admin/")})


def fill(address: str, values: dict) -> str:
    """The address with `values` in place of its parameters."""
    path = "/" + re.sub(r"<(\w+)>", lambda found: str(values[found[1]]), address)
    return f"{path}?{values['?']}" if "?" in values else path


def _walk(patterns: list[URLPattern | URLResolver], prefix: str) -> Iterator[str]:
    for pattern in patterns:
        address = prefix + _plain(str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, address)
        else:
            yield address


def _plain(route: str) -> str:
    """A route or regular expression, its parameters as `<name>`."""
    plain = _PARAMETER.sub(lambda found: f"<{found[1] or found[2]}>", route)
    return plain.removeprefix("^").removesuffix("$").replace("\\", "")

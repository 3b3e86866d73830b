"""Every environment variable the hub knows, read once and in one place.

A wrong value stops the start with its name and what is allowed.
"""

import secrets
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parent.parent.parent

_environment = environ.Env()
_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"0", "false", "no", "off", ""}
_DATABASE_SCHEMES = ("sqlite", "postgres", "postgresql")


def text(name: str, default: str = "") -> str:
    """The variable as it stands, without surrounding space."""
    return _environment.str(name, default=default).strip()


def switch(name: str, default: bool = False) -> bool:
    """A variable that is on or off."""
    value = text(name, "on" if default else "off").lower()
    if value in _TRUE:
        return True
    if value in _FALSE:
        return False
    raise ImproperlyConfigured(f"{name}={value!r}: allowed are on and off (1/0, true/false)")


def choice(name: str, allowed: tuple[str, ...], default: str) -> str:
    """A variable that is one of a few words."""
    value = text(name, default)
    if value not in allowed:
        raise ImproperlyConfigured(f"{name}={value!r}: allowed are {', '.join(allowed)}")
    return value


def number(name: str, default: int, smallest: int = 0) -> int:
    """A whole number, not less than `smallest`."""
    value = text(name, str(default))
    if not (value.isascii() and value.isdigit()) or int(value) < smallest:
        raise ImproperlyConfigured(f"{name}={value!r}: a whole number from {smallest} up is needed")
    return int(value)


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def folder(name: str, default: Path) -> Path:
    """A folder; a relative one is taken from the root of the project."""
    value = text(name)
    return (ROOT / value).resolve() if value else default


def web_address(name: str, default: str) -> str:
    """An absolute http(s) address without a slash at its end."""
    value = text(name, default).rstrip("/")
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ImproperlyConfigured(f"{name}={value!r}: a whole address is needed, as {default}")
    return value


def database(name: str, default: str) -> dict:
    """Django's settings of the database behind a `sqlite:///` or `postgres://` address."""
    value = text(name, default)
    if value.split(":", 1)[0] not in _DATABASE_SCHEMES:
        raise ImproperlyConfigured(
            f"{name}={value!r}: allowed are sqlite:///file and postgres://user:password@host/name"
        )
    return environ.Env.db_url_config(value)


def secret(name: str, file: Path) -> str:
    """A secret from the environment, else from its file, which is made at the first start."""
    value = text(name)
    if value:
        return value
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(50))
    return file.read_text().strip()

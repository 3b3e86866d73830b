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
_DATABASE_SCHEMES = ("sqlite:///", "postgres://", "postgresql://")
_MAIL_SCHEMES = ("smtp://", "smtp+tls://", "smtp+ssl://")


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
    """A folder, there already or not; a relative one is taken from the root of the project."""
    value = text(name)
    path = (ROOT / value).resolve() if value else default
    if path.exists() and not path.is_dir():
        raise ImproperlyConfigured(f"{name}={value!r}: a folder is needed, this is a file")
    return path


def _is_web_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is none, or half an IPv6 address
        return False


def web_address(name: str, default: str) -> str:
    """An absolute http(s) address without a slash at its end."""
    value = text(name, default).rstrip("/")
    if not _is_web_address(value):
        raise ImproperlyConfigured(f"{name}={value!r}: a whole address is needed, as {default}")
    return value


def web_addresses(name: str) -> list[str]:
    """A comma-separated list of absolute http(s) addresses, empty if none is given."""
    values = words(name)
    for value in values:
        if not _is_web_address(value):
            raise ImproperlyConfigured(
                f"{name}={value!r}: whole addresses are needed, as https://example.org"
            )
    return values


def database(name: str, default: str) -> dict:
    """Django's settings of the database behind a `sqlite:///` or `postgres://` address."""
    value = text(name, default)
    try:
        is_known = value.startswith(_DATABASE_SCHEMES)
        settings = environ.Env.db_url_config(value) if is_known else {}
    except ValueError:  # a port that is none
        settings = {}
    if not settings.get("NAME"):
        raise ImproperlyConfigured(
            f"{name}={value!r}: allowed are sqlite:///file and postgres://user:password@host/name"
        )
    return settings


def mail(name: str) -> dict:
    """Django's settings of the mail server behind an `smtp://` address; of the log without one."""
    value = text(name)
    if not value:
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    try:
        is_known = value.startswith(_MAIL_SCHEMES)
        settings = environ.Env.email_url_config(value) if is_known else {}
    except ValueError:  # a port that is none
        settings = {}
    if not (settings.get("EMAIL_HOST") and settings["EMAIL_PORT"]):
        raise ImproperlyConfigured(
            f"{name}={value!r}: allowed are smtp://, smtp+tls:// and smtp+ssl:// with"
            " user:password@host:port"
        )
    return {key: said for key, said in settings.items() if said}


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

"""The addresses of the hub's own files, each looked up once a process."""

from functools import cache

from django.templatetags.static import static


@cache
def asset(name: str) -> str:
    """The address of a static file; Django goes through all apps each time it is asked."""
    return static(name)

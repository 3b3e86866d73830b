"""What follows from each change, put off during much work and done once at its end.

An import of three hundred pages writes the catalogue once, not nine hundred times.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from typing import Any


@dataclass
class _Work:
    """The work that is going on, and whether anything was put off in it."""

    is_due: bool = False


_work: ContextVar[_Work | None] = ContextVar("work", default=None)
_at_end: list[Callable[[], Any]] = []


def do_at_end(rebuild: Callable[[], Any]) -> None:
    """Have `rebuild` called at the end of work in which something was put off."""
    if rebuild not in _at_end:
        _at_end.append(rebuild)


def can_be_put_off(handler: Callable[..., None]) -> Callable[..., None]:
    """A handler of a signal that is left out while its work is put off."""

    @wraps(handler)
    def handle(*args, **kwargs) -> None:
        work = _work.get()
        if work is None:
            handler(*args, **kwargs)
        else:
            work.is_due = True

    return handle


@contextmanager
def putting_off() -> Iterator[None]:
    """Put off what can be; done at the end, still inside the caller's transaction.

    If the work fails, nothing is done: its changes are rolled back with it.
    """
    if _work.get() is not None:
        yield
        return
    work = _Work()
    token = _work.set(work)
    try:
        yield
    finally:
        _work.reset(token)
    if work.is_due:
        for rebuild in _at_end:
            rebuild()

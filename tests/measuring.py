"""Counts what the answer to one anonymous request takes: statements, Python calls, time."""

import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from django.core.cache import cache
from django.core.handlers.base import BaseHandler
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import RequestFactory

from tests import databases

Statement = tuple[str, str]


class Visitor:
    """Asks the project as a server does, without the network; no test client is in the way."""

    def __init__(self):
        self._handler = BaseHandler()
        self._handler.load_middleware()

    def answer(self, address: str) -> HttpResponse:
        """The answer to GET; anything but 200 is an error of the measurement."""
        response = self._handler.get_response(RequestFactory().get(address))
        if response.status_code != 200:
            raise ValueError(f"{address}: {response.status_code}")
        return response

    def statements(self, address: str) -> list[Statement]:
        """Each SQL statement with its parameters, in order."""
        sent: list[Statement] = []

        def note(execute, sql, parameters, many, context):
            sent.append((sql, repr(parameters)))
            return execute(sql, parameters, many, context)

        with connection.execute_wrapper(note):
            self.answer(address)
        return sent

    def calls(self, address: str) -> int:
        """How many Python functions are called; the same every time, on every machine."""
        return count_calls(lambda: self.answer(address))

    def milliseconds(self, address: str, times: int = 7) -> float:
        """Processor time of this process, the median of several visits."""
        return median(_milliseconds(lambda: self.answer(address)) for _ in range(times))


@dataclass(frozen=True)
class Visit:
    """What the second visit to a page took, and what it brought."""

    statements: list[Statement]
    calls: int
    content: bytes


def visits_of(build: Callable[[], dict[str, dict[str, str]]]) -> dict[tuple[str, str], Visit]:
    """A visit to each page of a world, by language and type; the world is gone again after it."""
    if not databases.is_for_tests():
        raise ValueError("Mark a test that asks for this with django_db.")
    visits = {}
    visitor = Visitor()
    with transaction.atomic():
        cache.clear()
        for language, addresses in build().items():
            for name, address in addresses.items():
                content = visitor.answer(address).content
                statements = visitor.statements(address)
                visits[language, name] = Visit(statements, visitor.calls(address), content)
        transaction.set_rollback(True)
    return visits


def repeated(statements: list[Statement]) -> list[Statement]:
    """Statements sent more than once with the same parameters."""
    return [statement for statement, times in Counter(statements).items() if times > 1]


def count_calls(work: Callable[[], object]) -> int:
    """How many Python functions `work` calls."""
    number = 0

    def note(frame, event, argument):
        nonlocal number
        number += event == "call"

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return number


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000

"""The suite runs in parts at once, and fails if any of them does."""

import sys

import pytest

from tests import __main__ as suite

pytestmark = pytest.mark.once


def part(ending: str) -> list[str]:
    """A part of the suite that says its arguments and ends in that way."""
    return [sys.executable, "-c", f"import os, sys; print(sys.argv[1:], flush=True); {ending}"]


@pytest.mark.parametrize(
    ("endings", "code"),
    [
        (["sys.exit(0)", "sys.exit(0)"], 0),
        (["sys.exit(0)", "sys.exit(1)"], 1),
        (["sys.exit(1)", "sys.exit(0)"], 1),
        (["sys.exit(0)", "os.kill(os.getpid(), 9)"], 1),
        (["sys.exit(0)", "sys.exit(5)"], 0),  # one has none of the tests asked for
        (["sys.exit(5)", "sys.exit(5)"], 5),
    ],
)
def test_suite_fails_if_a_part_does_or_no_test_ran(monkeypatch, endings, code):
    monkeypatch.setattr(suite, "PARTS", {str(n): part(end) for n, end in enumerate(endings)})

    assert suite.main([]) == code


def test_each_part_is_told_whole_and_gets_the_arguments(monkeypatch, capfd):
    monkeypatch.setattr(suite, "PARTS", {"one": part("sys.exit(0)"), "two": part("sys.exit(1)")})
    suite.main(["-k", "taka"])
    said = capfd.readouterr().out

    assert said.count("['-k', 'taka']\n") == 2
    assert "one (" in said
    assert "two (" in said

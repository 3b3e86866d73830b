"""What follows from changes can be put off: it is then done once, or not at all if they fail."""

import pytest

from hub import deferral
from hub.deferral import can_be_put_off, do_at_end, putting_off


@pytest.fixture
def done(monkeypatch) -> list[str]:
    """What was done, in its order."""
    monkeypatch.setattr(deferral, "_at_end", [])
    said: list[str] = []
    do_at_end(lambda: said.append("everything"))
    return said


@pytest.fixture
def change(done):
    @can_be_put_off
    def follow(what):
        done.append(what)

    return follow


def test_each_change_is_followed_at_once(done, change):
    change("a page")
    change("another")

    assert done == ["a page", "another"]


def test_during_much_work_all_is_done_once_at_the_end(done, change):
    with putting_off():
        change("a page")
        change("another")
        assert done == []

    assert done == ["everything"]


def test_work_inside_work_ends_with_the_outer_one(done, change):
    with putting_off():
        with putting_off():
            change("a page")
        assert done == []

    assert done == ["everything"]


def test_work_without_a_change_ends_quietly(done):
    with putting_off():
        pass

    assert done == []


def test_failed_work_does_nothing_and_the_next_change_is_followed(done, change):
    with pytest.raises(RuntimeError), putting_off():
        change("a page")
        raise RuntimeError

    change("another")
    assert done == ["another"]

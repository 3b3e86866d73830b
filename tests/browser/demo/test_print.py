"""What a leader takes along fits on the paper that a village hall has."""

import pytest

from tests.browser.demo.examples import fullest_pages
from tests.browser.paper import sheets


@pytest.fixture
def fullest(site, django_db_blocker) -> dict[str, str]:
    with django_db_blocker.unblock():
        return fullest_pages()


@pytest.mark.parametrize("name", ["method-lv", "method-en"])
def test_even_the_longest_method_takes_one_sheet_printed_on_both_sides(page, fullest, name):
    page.goto(fullest[name])

    assert 1 <= sheets(page) <= 2

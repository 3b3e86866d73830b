"""Every page of the demo, in both languages, is sound: not only one of each type."""

import pytest

from tests.browser.nu import errors_in


def told(visits, name: str) -> list[str]:
    """What was found wrong of that name, with the page's address."""
    return [f"{visit.address}: {line}" for visit in visits for line in getattr(visit, name)]


def test_sitemap_leads_to_pages_in_both_languages(visits):
    assert [visit.address for visit in visits if visit.status != 200] == []
    languages = [visit.language for visit in visits]
    assert languages.count("lv") > 150
    assert languages.count("en") > 40
    assert len(visits) == len(set(visit.address for visit in visits))


def test_page_is_in_the_language_of_its_address(visits):
    expected = {
        visit.address: "en" if visit.address.startswith("/en/") else "lv" for visit in visits
    }

    assert {visit.address: visit.language for visit in visits} == expected


def test_axe_finds_nothing_on_any_page(visits):
    found = told(visits, "violations")

    assert not found, "\n".join(found)


def test_each_page_has_one_main_heading(visits):
    assert [v.address for v in visits if len(v.main_headings) != 1 or not v.main_headings[0]] == []


def test_no_page_scrolls_sideways_on_the_smallest_phone(visits):
    found = told(visits, "wider_than_screen")

    assert not found, "\n".join(found)


def test_no_page_makes_the_browser_complain_or_ask_elsewhere(visits):
    found = told(visits, "complaints")

    assert not found, "\n".join(found)


@pytest.mark.needs("nu-checker")
def test_every_page_is_valid_html(saved_pages):
    errors = errors_in(saved_pages)

    assert not errors, "\n".join(errors)

"""The editors' guide is read inside the admin, by whoever may log in."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from hub.guide import FILE, read
from tests.houses import person, two_houses

pytestmark = pytest.mark.once

GUIDE = reverse("editors_guide")


def page_of(client) -> BeautifulSoup:
    return BeautifulSoup(client.get(GUIDE).content, "html.parser")


@pytest.mark.django_db
def test_author_reads_the_whole_guide(client):
    two_houses()
    person(client, "pierigas", "authors")
    page = page_of(client)
    headings = [line[3:] for line in FILE.read_text().splitlines() if line.startswith("## ")]

    assert [heading.get_text() for heading in page.select(".guide__text h2")] == headings
    assert page.h1.get_text(strip=True) == "Redaktora ceļvedis"


@pytest.mark.django_db
def test_contents_lead_to_the_sections(client):
    two_houses()
    person(client, "pierigas", "authors")
    page = page_of(client)
    anchors = [link["href"] for link in page.select(".guide__contents a")]

    assert anchors[:2] == ["#ka-ieiet", "#pirmais-ekrans"]
    assert all(page.select(anchor) for anchor in anchors)


@pytest.mark.django_db
def test_guide_is_not_for_readers(client):
    assert client.get(GUIDE).status_code == 302


@pytest.mark.django_db
def test_help_in_the_menu_is_the_hubs_own(admin_client):
    html = admin_client.get(reverse("wagtailadmin_home")).content.decode()

    assert GUIDE in html
    assert "guide.wagtail.org" not in html
    assert "docs.wagtail.org" not in html


def test_html_in_the_guide_is_shown_as_words():
    assert "&lt;script&gt;" in read("# Virsraksts\n\n<script>alert(1)</script>").html


def test_english_part_says_that_it_is_english():
    page = BeautifulSoup(
        read("# A\n\n## Kopiena\n\nTeksts.\n\n## In English\n\nText.").html, "html.parser"
    )

    assert [p.get("lang") for p in page.select("h2, p")] == [None, None, "en", "en"]

"""The sitemap names what anyone may read, in all its languages, however much there is."""

import xml.etree.ElementTree as ElementTree
from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from search import sitemap
from tests import factories
from tests.measuring import Visitor, count_calls
from tests.worlds import build_world

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"
SITEMAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture
def read(client):
    def answer(address="/sitemap.xml"):
        return ElementTree.fromstring(client.get(address).content)

    return answer


@pytest.fixture
def english_trail(lists, pieriga, babite, trail):
    """The solution in English too."""
    page = factories.translated(lists["news-index"].get_parent().specific, title="KOPA")
    for original in (lists["partnership-index"], pieriga, babite, trail):
        fields = {"key": "babite"} if original == babite else {}
        page = factories.translated(original, page, slug=f"{original.slug}-en", **fields)
    return page


def addresses(document):
    return {entry.findtext(f"{SITEMAPS}loc").removeprefix(SITE): entry for entry in document}


def versions(entry):
    links = entry.findall(f"{XHTML}link")
    assert {link.get("rel") for link in links} <= {"alternate"}
    return {link.get("hreflang"): link.get("href").removeprefix(SITE) for link in links}


def test_a_page_is_named_with_its_languages_and_its_day(english_trail, trail, read):
    found = addresses(read())
    both = {"lv": trail.url, "en": english_trail.url}

    assert versions(found[trail.url]) == versions(found[english_trail.url]) == both
    said = datetime.fromisoformat(found[trail.url].findtext(f"{SITEMAPS}lastmod"))
    assert said == trail.last_published_at.replace(microsecond=0)


def test_a_resource_is_named_too(babite, read):
    kept, hidden = (factories.make_resource(babite, name) for name in ("Kanoe", "Telts"))
    hidden.visibility = "owner"
    hidden.save()

    found = addresses(read())
    assert versions(found[f"/resursi/{kept.pk}-kanoe/"]) == {"lv": f"/resursi/{kept.pk}-kanoe/"}
    assert not [address for address in found if "telts" in address]


def test_what_is_not_open_is_not_named(lists, babite, english_trail, trail, read):
    english_trail.unpublish()
    factories.make_solution(babite, "Melnraksts", slug="melnraksts", live=False)
    expired = factories.make_solution(babite, "Novecojusi", slug="novecojusi")
    Page.objects.filter(pk=expired.pk).update(expire_at=timezone.now() - timedelta(hours=1))
    PageViewRestriction.objects.create(page=lists["toolkit-index"], restriction_type="login")
    factories.make_method(lists["toolkit-index"], slug="metode")

    found = addresses(read())
    assert versions(found[trail.url]) == {"lv": trail.url}
    closed = ("melnraksts", "novecojusi", "/riki/", "taka-en")
    assert not [address for address in found if any(word in address for word in closed)]


def test_robots_are_told_where_it_is(client):
    assert f"Sitemap: {SITE}/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_a_long_sitemap_is_told_in_parts_and_a_thing_stands_with_its_languages(
    english_trail, trail, read, monkeypatch
):
    whole = {a: versions(entry) for a, entry in addresses(read()).items()}
    monkeypatch.setattr(sitemap, "MOST_IN_A_FILE", 3)
    index = read()

    assert index.tag == f"{SITEMAPS}sitemapindex"
    parts = [addresses(read(part)) for part in addresses(index)]
    assert len(parts) == 16
    assert sum(map(len, parts)) == len(whole)
    assert {a: versions(entry) for part in parts for a, entry in part.items()} == whole


def test_there_is_no_part_but_those(client, lists):
    for part in ("g", "00", "1/2"):
        assert client.get(f"/sitemap-{part}.xml").status_code == 404


def test_ten_times_the_pages_take_the_same_queries_and_few_calls_each():
    counted = []
    for size in (3, 30):
        build_world(size)
        visitor = Visitor()
        visitor.answer("/sitemap.xml")
        queries = len(visitor.statements("/sitemap.xml"))
        calls = count_calls(lambda: visitor.answer("/sitemap.xml"))  # noqa: B023 – called at once
        counted.append((queries, calls, Page.objects.count()))
    (queries, calls, pages), (more_queries, more_calls, more_pages) = counted

    assert queries == more_queries
    assert (more_calls - calls) / (more_pages - pages) < 30

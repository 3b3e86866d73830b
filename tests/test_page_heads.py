"""Each page says in its head what it is, where it is and in which languages it is told."""

import html
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories
from tests.worlds import build_world

pytestmark = [pytest.mark.once, pytest.mark.django_db]
SITE = "http://127.0.0.1:8000"
TRAIL = "/partneribas/pierigas/babite/taka/"


class Head:
    """The head of an answer, read as a machine does."""

    def __init__(self, response):
        self.text = response.content.decode().partition("</head>")[0]
        self.title = html.unescape(re.search("<title>(.*?)</title>", self.text)[1])
        self.links = [self._attributes(tag) for tag in re.findall("<link ([^>]*)>", self.text)]
        self.metas = [self._attributes(tag) for tag in re.findall("<meta ([^>]*)>", self.text)]

    @staticmethod
    def _attributes(tag):
        return {name: html.unescape(said) for name, said in re.findall(r'([\w-]+)="([^"]*)"', tag)}

    def meta(self, name):
        """What is said under the name, which must be said once at most."""
        said = [m["content"] for m in self.metas if name in (m.get("name"), m.get("property"))]
        assert len(said) <= 1, (name, said)
        return said[0] if said else None

    def link(self, **wanted):
        """The address of the one link with these attributes; None if there is none."""
        found = [link["href"] for link in self.links if wanted.items() <= link.items()]
        assert len(found) <= 1, (wanted, found)
        return found[0] if found else None

    @property
    def languages(self):
        return {a["hreflang"]: a["href"] for a in self.links if "hreflang" in a}


@pytest.fixture
def head(client):
    return lambda address: Head(client.get(address))


@pytest.fixture
def canoe(babite, english_lists):
    """A resource that is told in both languages."""
    lv = factories.make_resource(babite, "Kanoe", description="<p>Divas laivas.</p>")
    community = factories.translated(babite, english_lists["partner"], slug="babite", key="babite")
    en = factories.make_resource(
        community, "Canoe", translation_key=lv.translation_key, description="<p>Two.</p>"
    )
    return lv, en


@pytest.fixture
def english_lists(lists, pieriga):
    """The English home page, with its partnerships and its resources."""
    home = factories.translated(lists["news-index"].get_parent().specific, title="KOPA")
    houses = factories.translated(lists["partnership-index"], home, title="Houses", slug="houses")
    resources = factories.translated(lists["resource-index"], home, title="Resources", slug="have")
    partner = factories.translated(pieriga, houses, title="Pieriga", slug="pieriga")
    return {"home": home, "resources": resources, "partner": partner}


def test_every_page_has_a_title_and_a_description_of_its_own_in_both_languages(client):
    for addresses in build_world(1).values():
        heads = [Head(client.get(address)) for address in addresses.values()]

        assert [head.title for head in heads if not head.title.endswith(" – KOPA")] == []
        assert [head.title for head in heads if not head.meta("description")] == []
        assert len({head.title for head in heads}) == len(heads)


def test_an_address_of_nothing_has_a_title_and_advice_and_is_not_kept(lists, head):
    missing = head("/en/nope/")

    assert missing.title == "There is no such page – KOPA"
    assert missing.meta("description").startswith("It may have been moved or renamed")
    assert missing.meta("robots") == "noindex"
    assert missing.link(rel="canonical") is None


def test_the_title_an_editor_chose_stands_alone(babite, head):
    factories.make_solution(babite, "Taka", slug="meza-taka", seo_title="Taka mežā visiem")

    assert head("/partneribas/pierigas/babite/meza-taka/").title == "Taka mežā visiem"


def test_a_page_without_a_summary_is_described_by_its_first_words(babite, head):
    factories.make_solution(babite, "Taka", slug="t", situation=f"<p>{'Dubļi pavasarī. ' * 40}</p>")

    said = head("/partneribas/pierigas/babite/t/").meta("description")
    assert said.startswith("Dubļi pavasarī. Dubļi")
    assert len(said) == 200


def test_what_an_editor_writes_cannot_leave_its_place_in_the_head(babite, head):
    evil = '"><script>alert(1)</script>'
    factories.make_solution(babite, evil, slug="evil", summary=evil)

    found = head("/partneribas/pierigas/babite/evil/")
    assert "<script>alert" not in found.text
    assert found.meta("og:title") == evil


# Addresses


def test_a_page_names_its_one_address_whatever_it_was_asked_for_by(trail, head):
    assert head(f"{TRAIL}?t=83&utm_source=vestule").link(rel="canonical") == f"{SITE}{TRAIL}"


def test_a_list_names_each_of_its_parts_and_not_its_order(babite, head):
    for number in range(25):
        factories.make_solution(babite, f"Taka {number}")

    second = head("/risinajumi/?sort=title&page=2")
    assert second.title == "Viedie risinājumi – 2. lapa – KOPA"
    assert second.link(rel="canonical") == f"{SITE}/risinajumi/?page=2"
    assert second.meta("robots") is None
    assert head("/risinajumi/?page=99").link(rel="canonical") == f"{SITE}/risinajumi/?page=2"
    assert head("/risinajumi/?page=1&x=y").link(rel="canonical") == f"{SITE}/risinajumi/"


def test_a_narrowed_list_says_how_and_is_not_kept_by_search_engines(trail, head):
    narrowed = head("/risinajumi/?theme=turisms")

    assert narrowed.title == "Turisms – Viedie risinājumi – KOPA"
    assert narrowed.meta("description") == "Atrasts 1: Dabas taka"
    assert narrowed.meta("robots") == "noindex"
    assert narrowed.link(rel="canonical") == f"{SITE}/risinajumi/?theme=turisms"
    assert narrowed.languages == {}


def test_a_search_says_what_was_looked_for_and_is_not_kept(trail, head):
    found = head("/search/?q=taka&near=56.9,24.1")

    assert found.title == "„taka” – Meklēšana – KOPA"
    assert found.meta("description") == "Atrasts 1: Dabas taka"
    assert found.meta("robots") == "noindex"
    assert found.link(rel="canonical") == f"{SITE}/search/?q=taka"
    assert head("/en/search/").title == "Search the hub – KOPA"


@pytest.mark.parametrize("words", ["%00", "a+" * 5000, "%22%3E%3Cscript%3E", "¹&page=¹&theme=%00"])
def test_no_question_breaks_a_head(trail, client, words):
    for address in (f"/search/?q={words}", f"/risinajumi/?q={words}"):
        assert client.get(address).status_code == 200


# Languages


def test_a_page_in_two_languages_names_both_and_the_place_of_each(english_lists, head):
    both = {"lv": f"{SITE}/resursi/", "en": f"{SITE}/en/have/"}

    assert head("/resursi/").languages == both
    assert head("/en/have/").languages == both
    assert head("/en/have/").meta("og:locale") == "en_GB"
    assert head("/en/have/").meta("og:locale:alternate") == "lv_LV"


def test_a_draft_in_another_language_is_not_named(english_lists, head):
    english_lists["resources"].unpublish()

    assert head("/resursi/").languages == {"lv": f"{SITE}/resursi/"}
    assert head("/resursi/").meta("og:locale:alternate") is None


def test_a_resource_has_an_address_a_description_and_its_languages(canoe, head):
    lv, en = canoe
    here = head(f"/resursi/{lv.pk}-kanoe/")

    assert here.title == "Kanoe – KOPA"
    assert here.meta("description") == "Vietas un ēkas, Babīte. Divas laivas."
    assert here.link(rel="canonical") == f"{SITE}/resursi/{lv.pk}-kanoe/"
    assert here.languages == {
        "lv": f"{SITE}/resursi/{lv.pk}-kanoe/",
        "en": f"{SITE}/en/have/{en.pk}-canoe/",
    }


def test_a_resource_names_no_language_in_which_it_is_not_public(canoe, head):
    lv, en = canoe
    en.visibility = "partners"
    en.save()

    assert set(head(f"/resursi/{lv.pk}-kanoe/").languages) == {"lv"}


def test_a_reader_of_a_resource_can_change_to_the_same_in_the_other_language(canoe, client):
    lv, en = canoe
    page = client.get(f"/resursi/{lv.pk}-kanoe/").content.decode()

    assert f'<a href="/en/have/{en.pk}-canoe/" lang="en" hreflang="en">English</a>' in page
    assert '<a href="/resursi/">Resursi</a></li>' in page.partition("<main")[0]


# Sharing, and other forms


def test_a_page_can_be_shared_with_its_picture(trail, head):
    shared = head(TRAIL)

    assert shared.meta("og:title") == "Dabas taka"
    assert shared.meta("og:type") == "article"
    assert shared.meta("og:url") == f"{SITE}{TRAIL}"
    assert shared.meta("og:image").startswith(f"{SITE}{TRAIL}picture.png?v=")
    assert (shared.meta("og:image:width"), shared.meta("og:image:height")) == ("1200", "630")
    assert shared.meta("og:image:alt") == "Dabas taka. risinājums, Babīte, 2021"
    assert shared.meta("twitter:card") == "summary_large_image"
    assert head("/risinajumi/").meta("og:type") == "website"


def test_a_page_published_anew_has_a_new_address_of_its_picture(trail, head):
    before = head(TRAIL).meta("og:image")
    type(trail).objects.update(last_published_at=timezone.now() + timedelta(minutes=1))

    assert head(TRAIL).meta("og:image") != before


def test_a_page_says_where_its_text_is_and_a_list_where_its_feed(trail, head):
    text, atom = {"type": "text/markdown"}, {"type": "application/atom+xml"}

    assert head(TRAIL).link(**text) == f"{SITE}{TRAIL}index.md"
    assert head(TRAIL).link(**atom) is None
    assert head("/risinajumi/?theme=turisms").link(**atom) == (
        f"{SITE}/risinajumi/feed.atom?theme=turisms"
    )
    assert head("/").link(**atom) == f"{SITE}/feed.atom"
    assert head("/search/?q=taka").link(**atom) == f"{SITE}/feed.atom?q=taka"


def test_a_list_shows_readers_the_way_to_its_feed(trail, client):
    for address, feed in (
        ("/risinajumi/?theme=turisms", "feed.atom?theme=turisms"),
        ("/search/?q=taka&sort=title", "../feed.atom?q=taka"),
    ):
        assert f'href="{feed}" type="application/atom+xml"' in client.get(address).content.decode()

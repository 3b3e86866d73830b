"""The feed of the newest is valid Atom (RFC 4287), agrees with its list, and tells nothing more."""

import xml.etree.ElementTree as ElementTree
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from hub.taxonomy import ThemeName
from search.models import Entry
from tests import factories
from tests.measuring import Visitor
from tests.worlds import build_world

pytestmark = [pytest.mark.once, pytest.mark.django_db]
ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "http://127.0.0.1:8000"


@pytest.fixture
def feed(client):
    def read(address="/feed.atom"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
        return ElementTree.fromstring(answer.content)

    return read


def titles(feed):
    return [said.text for said in feed.findall(f"{ATOM}entry/{ATOM}title")]


def link(element, rel):
    (found,) = [tag for tag in element.findall(f"{ATOM}link") if tag.get("rel") == rel]
    return found


# Sections of RFC 4287: 4.1.1 and 4.1.2 say what a feed and an entry must have, 3.3 what a date
# is, 4.2.6 what an id, 4.2.7 what a link.


def broken_rules(feed) -> list[str]:
    entries = feed.findall(f"{ATOM}entry")
    found = [] if feed.tag == f"{ATOM}feed" else ["4.1.1: root"]
    for element in (feed, *entries):
        found += _broken_fields(element) + _broken_links(element)
    if feed.find(f"{ATOM}author") is None and any(e.find(f"{ATOM}author") is None for e in entries):
        found.append("4.1.1: every entry has an author")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    return found if len(set(ids)) == len(ids) else [*found, "4.2.6: ids differ"]


def _broken_fields(element) -> list[str]:
    once = ("id", "title", "updated")
    found = [f"4.1: one {name}" for name in once if len(element.findall(f"{ATOM}{name}")) != 1]
    if not urlsplit(element.findtext(f"{ATOM}id")).scheme:
        found.append("4.2.6: an id is an IRI")
    moments = [*element.findall(f"{ATOM}updated"), *element.findall(f"{ATOM}published")]
    if any(datetime.fromisoformat(moment.text).tzinfo is None for moment in moments):
        found.append("3.3: a moment has its zone")
    if not all(author.findtext(f"{ATOM}name") for author in element.findall(f"{ATOM}author")):
        found.append("3.2.1: an author has a name")
    return found


def _broken_links(element) -> list[str]:
    links = element.findall(f"{ATOM}link")
    rels = [(tag.get("rel", "alternate"), tag.get("type"), tag.get("hreflang")) for tag in links]
    found = [] if len(set(rels)) == len(rels) else ["4.1: one alternate of a type and language"]
    if "alternate" not in {rel for rel, _type, _language in rels}:
        found.append("4.1: an alternate link")
    return found + ["4.2.7: whole address" for tag in links if not tag.get("href").startswith(SITE)]


def test_feeds_are_valid_in_both_languages(feed):
    build_world(2)

    for address in ("/feed.atom", "/en/feed.atom", "/feed.atom?kind=story"):
        assert broken_rules(feed(address)) == []
        assert titles(feed(address))
    for page in ("/solution-index-0/", "/en/solution-index-0/", "/resource-index-0/"):
        assert broken_rules(feed(f"{page}feed.atom")) == []


def test_an_empty_feed_is_valid_and_stays_as_it_is(lists, feed, client):
    assert broken_rules(feed("/en/feed.atom")) == []
    assert client.get("/en/feed.atom").content == client.get("/en/feed.atom").content


def test_what_was_published_last_comes_first(babite, feed):
    for number, name in enumerate(("Vecākā", "Vidējā", "Jaunākā")):
        page = factories.make_solution(babite, name, year_from=2030 - number)
        day = timezone.now() + timedelta(days=number)
        type(page).objects.filter(pk=page.pk).update(first_published_at=day)
        type(page).objects.get(pk=page.pk).save()

    assert titles(feed("/risinajumi/feed.atom")) == ["Jaunākā", "Vidējā", "Vecākā"]


def test_an_entry_tells_what_its_card_tells(trail, feed):
    entry = feed("/risinajumi/feed.atom").find(f"{ATOM}entry")
    category = entry.find(f"{ATOM}category")

    assert link(entry, "alternate").get("href") == f"{SITE}/partneribas/pierigas/babite/taka/"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Pierīga"
    assert (category.get("term"), category.get("label")) == ("turisms", "Turisms")
    assert entry.get("{http://www.w3.org/XML/1998/namespace}lang") == "lv"


def test_what_belongs_to_no_partnership_is_the_hubs(lists, feed):
    factories.make_method(lists["toolkit-index"], "Metode")
    entry = feed("/riki/feed.atom").find(f"{ATOM}entry")

    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "KOPA"


def test_an_id_stays_the_same_when_all_else_changes(trail, feed):
    before = feed("/risinajumi/feed.atom").findtext(f"{ATOM}entry/{ATOM}id")
    trail.title, trail.slug = "Cits vārds", "cita-adrese"
    trail.save_revision().publish()

    assert titles(feed("/risinajumi/feed.atom")) == ["Cits vārds"]
    assert feed("/risinajumi/feed.atom").findtext(f"{ATOM}entry/{ATOM}id") == before
    assert before.startswith("urn:uuid:")


def test_a_story_brings_its_video(babite, feed):
    video = factories.make_video()
    factories.make_story(babite, video=video, consent_confirmed=True)
    enclosure = link(feed("/stasti/feed.atom").find(f"{ATOM}entry"), "enclosure")

    assert enclosure.get("href") == f"{SITE}{video.url}"
    assert (enclosure.get("length"), enclosure.get("type")) == ("5", "video/mp4")


def test_a_feed_is_narrowed_as_its_list_is(babite, trail, feed):
    factories.make_solution(babite, "Pagrabs")
    narrowed = feed("/risinajumi/feed.atom?theme=turisms&sort=title&page=3")

    assert titles(narrowed) == ["Dabas taka"]
    assert narrowed.findtext(f"{ATOM}title") == "Turisms – Viedie risinājumi – KOPA"
    assert link(narrowed, "self").get("href") == f"{SITE}/risinajumi/feed.atom?theme=turisms"
    assert link(narrowed, "alternate").get("href") == f"{SITE}/risinajumi/?theme=turisms"
    assert titles(feed("/feed.atom?q=taka")) == ["Dabas taka"]
    assert titles(feed("/feed.atom?partnership=pierigas&kind=community")) == ["Babīte"]


def test_a_list_of_news_has_no_plain_pages_in_its_feed(lists, feed):
    factories.make_news(lists["news-index"], "Ziņa")
    factories.make_standard(lists["news-index"].get_parent(), "Privātums", slug="privatums")

    assert titles(feed("/aktualitates/feed.atom")) == ["Ziņa"]


# What must not be told


def test_nothing_that_is_not_public_is_told(babite, trail, feed):
    factories.make_solution(babite, "Melnraksts", live=False)
    private = factories.make_solution(babite, "Privāta")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    expiring = factories.make_solution(babite, "Novecojusi")
    Entry.objects.filter(title=expiring.title).update(expires_at=timezone.now())
    factories.make_resource(babite, "Slēpta", visibility="owner")

    assert titles(feed("/risinajumi/feed.atom")) == ["Dabas taka"]
    assert not {"Melnraksts", "Privāta", "Novecojusi", "Slēpta"} & set(titles(feed()))
    assert titles(feed("/en/feed.atom")) == []


def test_a_list_that_is_not_open_has_no_feed(lists, trail, client):
    PageViewRestriction.objects.create(page=lists["solution-index"], restriction_type="login")
    lists["toolkit-index"].unpublish()

    for address in ("/risinajumi/feed.atom", "/nekas/feed.atom"):
        assert client.get(address).status_code == 404
    assert client.get("/riki/feed.atom").status_code == 410  # it was there


def test_what_is_no_list_has_no_feed(trail, client):
    assert client.get(f"{trail.url}feed.atom").status_code == 404


@pytest.mark.parametrize("question", ["q=%00", f"q={'a+' * 5000}", "q=%22", "page=¹&theme=%00"])
def test_no_question_breaks_a_feed(trail, feed, question):
    for address in ("/feed.atom", "/risinajumi/feed.atom"):
        assert broken_rules(feed(f"{address}?{question}")) == []


def test_signs_that_xml_forbids_are_left_out(babite, feed):
    factories.make_solution(babite, "Taka\x0b <b>&", summary="Divi <i>teikumi</i>.\x02")
    entry = feed("/risinajumi/feed.atom").find(f"{ATOM}entry")

    assert entry.findtext(f"{ATOM}title") == "Taka <b>&"
    assert entry.findtext(f"{ATOM}summary") == "Divi &lt;i&gt;teikumi&lt;/i&gt;."


# What it costs


def test_who_has_the_newest_is_told_so(trail, client):
    first = client.get("/feed.atom")
    same = client.get("/feed.atom", headers={"if-none-match": first["ETag"]})
    since = client.get("/feed.atom", headers={"if-modified-since": first["Last-Modified"]})

    assert (same.status_code, since.status_code) == (304, 304)
    ThemeName.objects.filter(language="lv").update(name="Cits vārds")
    changed = client.get("/feed.atom", headers={"if-none-match": first["ETag"]})
    assert changed.status_code == 200


def test_a_feed_takes_no_more_queries_as_the_hub_grows():
    numbers = []
    for size in (2, 12):
        visitor = Visitor()
        build_world(size, languages=("lv",))
        for address in ("/feed.atom", "/solution-index-0/feed.atom"):
            visitor.answer(address)
            numbers.append((address, len(visitor.statements(address))))
    assert numbers[:2] == numbers[2:]

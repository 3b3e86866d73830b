"""What pages say of themselves in the words of schema.org is whole, right, and true of the page."""

import json
import re

import pytest

from hub.vocabulary import CommunityKind
from tests import factories
from tests.structured import graph, of_type, problems
from tests.worlds import build_world

pytestmark = [pytest.mark.once, pytest.mark.django_db]
SITE = "http://127.0.0.1:8000"
TYPES = {
    "home": {"Organization", "WebSite", "Dataset"},
    "partnership": {"Organization"},
    "community": {"Place"},
    "solution": {"Article"},
    "news": {"Article"},
    "standard": {"Article"},
    "story": {"VideoObject"},
    "method": {"HowTo"},
    "guide": {"LearningResource"},
    "event": {"Event"},
    "resource-index": {"Dataset"},
    "resource": {"WebPage"},
    "search": {"SearchResultsPage"},
    **dict.fromkeys(
        ("partnership-index", "solution-index", "story-index", "toolkit-index", "event-index",
         "news-index"), {"CollectionPage"},
    ),
}  # fmt: skip


@pytest.fixture
def told(client):
    return lambda page: graph(client.get(getattr(page, "url", page)).content.decode())


def test_every_page_says_what_it_is_and_all_that_its_type_asks_for(told):
    found = {}
    for language, addresses in build_world(1).items():
        for name, address in addresses.items():
            things = told(address)
            assert problems(things) == [], (language, name)
            found[language, name] = {thing["@type"] for thing in things} - {"BreadcrumbList"}
            is_home = name == "home"
            assert ("BreadcrumbList" in {thing["@type"] for thing in things}) != is_home
    assert found == {(lang, name): TYPES[name] for lang in ("lv", "en") for name in TYPES}


def test_the_way_from_the_home_page_is_told_step_by_step(trail, told):
    steps = of_type(told(trail), "BreadcrumbList")["itemListElement"]

    assert [(step["position"], step["name"], step["item"]) for step in steps] == [
        (1, "Sākumlapa", f"{SITE}/"),
        (2, "Partnerības", f"{SITE}/partneribas/"),
        (3, "Pierīga", f"{SITE}/partneribas/pierigas/"),
        (4, "Babīte", f"{SITE}/partneribas/pierigas/babite/"),
        (5, "Dabas taka", f"{SITE}/partneribas/pierigas/babite/taka/"),
    ]


def test_a_solution_is_its_partnerships(trail, told):
    article = of_type(told(trail), "Article")

    assert article["author"] == {
        "@type": "Organization", "name": "Pierīga", "url": f"{SITE}/partneribas/pierigas/",
    }  # fmt: skip
    assert article["publisher"]["name"] == "KOPA"
    assert article["keywords"] == ["Turisms"]
    assert article["contentLocation"]["address"]["addressRegion"] == "Mārupes novads"
    assert article["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_no_licence_is_given_away_where_all_rights_are_reserved(babite, told):
    page = factories.make_solution(babite, licence="all-rights-reserved")

    assert "license" not in of_type(told(page), "Article")


def test_a_piece_of_news_bears_its_own_day(lists, told):
    news = factories.make_news(lists["news-index"], date="2026-03-01")

    assert of_type(told(news), "Article")["datePublished"] == "2026-03-01"


def test_a_community_lies_where_its_public_point_is(babite, told):
    place = of_type(told(babite), "Place")

    assert place["geo"] == {"@type": "GeoCoordinates", "latitude": 56.958, "longitude": 24.105}
    babite.point_precision = "hidden"
    babite.save_revision().publish()
    assert "geo" not in of_type(told(babite), "Place")


def test_a_method_is_told_step_by_step_with_its_times(lists, told):
    step = {"minutes": 15, "title": "Iepazīšanās", "text": "<p>Katrs <b>saka</b> vārdu.</p>"}
    method = factories.make_method(
        lists["toolkit-index"], duration_minutes=90, steps=[("step", step)],
        materials=[("material", {"item": "papīrs", "quantity": "6"})],
    )  # fmt: skip
    how = of_type(told(method), "HowTo")

    assert how["totalTime"] == "PT90M"
    assert how["supply"] == [{"@type": "HowToSupply", "name": "papīrs"}]
    assert how["step"][0]["text"] == "Katrs saka vārdu."
    assert how["step"][0]["itemListElement"][0]["performTime"] == "PT15M"


def test_a_story_without_a_video_of_ours_is_a_text(babite, told):
    story = factories.make_story(babite, external_url="https://example.org/video")

    assert {thing["@type"] for thing in told(story)} == {"Article", "BreadcrumbList"}


@pytest.mark.parametrize(
    ("fields", "mode", "where"),
    [
        ({"place": "Bibliotēka"}, "Offline", ["Place"]),
        ({}, "Offline", ["Place"]),
        ({"online_url": "https://example.org/m"}, "Online", ["VirtualLocation"]),
        (
            {"place": "Bibliotēka", "online_url": "https://example.org/m"},
            "Mixed",
            ["Place", "VirtualLocation"],
        ),
        (
            {"kind": "online", "place": "Tīmeklī", "online_url": "https://example.org/m"},
            "Online",
            ["VirtualLocation"],
        ),
    ],
)
def test_an_event_says_how_one_takes_part(lists, told, fields, mode, where):
    event = of_type(told(factories.make_event(lists["event-index"], **fields)), "Event")
    location = event["location"]

    assert event["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"
    assert [place["@type"] for place in (location if len(where) > 1 else [location])] == where


def test_an_event_begins_at_its_hour_in_latvia_or_on_its_day(lists, told):
    event = factories.make_event(lists["event-index"], day="2031-05-04")

    assert of_type(told(event), "Event")["startDate"] == "2031-05-04T18:00:00+03:00"
    event.is_all_day = True
    event.save_revision().publish()
    assert of_type(told(event), "Event")["startDate"] == "2031-05-04"


def test_a_made_up_event_is_not_announced(lists, told):
    event = factories.make_event(lists["event-index"], is_example=True)

    assert {thing["@type"] for thing in told(event)} == {"WebPage", "BreadcrumbList"}


def test_no_persons_name_is_told(lists, pieriga, told):
    quote = {"text": "Sāc ar to, kas jau ir.", "name": "Anna Ozola", "role": "vadītāja"}
    community = factories.make_community(
        pieriga, "ozoli", leader_name="Anna Ozola", leader_consent=True,
        kind=CommunityKind.VILLAGE, story=[("quote", quote)],
    )  # fmt: skip
    solution = factories.make_solution(community, author_name="Anna Ozola")

    for page in (community, solution):
        assert "Ozola" not in json.dumps(told(page), ensure_ascii=False)


def test_nothing_an_editor_writes_ends_the_script(babite, client):
    evil = "</script><script>alert(1)</script><!-- & „"
    page = factories.make_solution(babite, evil, slug="evil", summary=evil)
    answer = client.get(page.url).content.decode()

    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', answer)
    assert not set("<>&") & set(script)
    assert of_type(graph(answer), "Article")["name"] == evil

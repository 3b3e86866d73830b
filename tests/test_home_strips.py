"""The strips of the home page: ordered, titled, left out; one with nothing to show is not there."""

import pytest
from wagtail.models import PageViewRestriction

from home.strips import StripsBlock
from search.selections import entries_of_pages
from tests import factories

pytestmark = [pytest.mark.once, pytest.mark.django_db]

EVERY = [
    ("text", {"title": "Vārdi", "text": "<p>Ciemi dalās.</p>"}),
    ("map", {"title": "Karte"}),
    ("latest", {"title": "Jaunākie", "kind": "solution", "count": 3}),
    ("phases", {"title": "Posmi"}),
    ("events", {"title": "Notiks"}),
    ("partnerships", {"title": "Četras"}),
]


@pytest.fixture
def home(lists):
    return lists["news-index"].get_parent().specific


def show(client, home, strips, address="/") -> str:
    home.strips = strips
    home.save_revision().publish()
    return client.get(address).content.decode().partition("<main")[2].partition("</main>")[0]


def titles(text: str) -> list[str]:
    return [part.split(">")[1].split("<")[0] for part in text.split("<h2")[1:]]


def test_strips_stand_in_the_order_and_with_the_titles_editors_gave(client, home, trail):
    factories.make_event(trail.get_parent().specific, "Talka", day="2031-05-04")

    assert titles(show(client, home, EVERY)) == [
        "Vārdi", "Karte", "Jaunākie", "Posmi", "Notiks", "Četras",
    ]  # fmt: skip
    assert titles(show(client, home, [EVERY[3], EVERY[0]])) == ["Posmi", "Vārdi"]


def test_themes_are_those_of_which_something_is_told(client, home, trail):
    factories.make_theme("energija", "Enerģija un energokopienas", "Energy")
    text = show(client, home, [("themes", {"title": "Par ko"})])

    assert "/search/?theme=turisms" in text
    assert "/search/?theme=energija" not in text


def test_strip_needs_no_title(client, home, trail):
    text = show(client, home, [("map", {"title": ""})])

    assert "<h2" not in text
    assert "home-strip--map" in text
    assert "aria-labelledby" not in text


def test_strips_with_nothing_to_show_are_not_there(client, home):
    assert titles(show(client, home, EVERY)) == ["Vārdi", "Posmi"]


def test_phases_are_not_there_without_a_public_toolkit(client, home, lists):
    lists["toolkit-index"].unpublish()

    assert titles(show(client, home, [EVERY[3]])) == []


def test_where_nothing_is_planned_the_last_events_stand_and_the_calendar(client, home, babite):
    factories.make_event(babite, "Pērn", day="2025-05-04")
    text = show(client, home, [EVERY[4]])

    assert "Pērn" in text
    assert "Pašlaik nekas nav ieplānots" in text
    assert '<a class="more" href="/notikumi/">' in text


@pytest.mark.parametrize("name", list(StripsBlock().child_blocks))
def test_every_strip_can_be_previewed(name, trail):
    block = StripsBlock().child_blocks[name]
    value = block.normalize(block.get_preview_value())

    assert block.render(value, {"is_block_preview": True}) is not None


# Pages of the editors' own choice


def chosen(*pages, **words) -> list:
    rows = [{"page": page, "number": "", "words": "", **words} for page in pages]
    return [("chosen", {"title": "Vērts ieskatīties", "pages": rows})]


def test_chosen_pages_stand_in_their_order_with_their_own_number_and_line(client, home, babite):
    result = {"number": 70, "unit": "norādes", "text": "uzstādītas"}
    trail = factories.make_solution(
        babite, "Taka", summary="Ciems kopj taku.", results=[("result", result)]
    )
    method = factories.make_method(babite.get_parent().specific, "Kopīga zupa")

    text = show(client, home, chosen(method, trail))

    assert text.index("Kopīga zupa") < text.index("Taka")
    assert '<span class="big-number">70</span> norādes' in text
    assert "Ciems kopj taku." in text


def test_editors_words_stand_instead(client, home, trail):
    text = show(client, home, chosen(trail, number="12 soliņi", words="Sola pie katras mājas."))

    assert '<span class="big-number">12</span> soliņi' in text
    assert "Sola pie katras mājas." in text


def test_chosen_page_that_is_not_public_is_left_out_and_the_strip_with_the_last(
    client, home, trail, babite
):
    story = factories.make_story(babite, "Stāsts")
    strips = chosen(trail, story)
    story.unpublish()
    assert "Stāsts" not in show(client, home, strips)

    PageViewRestriction.objects.create(page=trail, restriction_type="login")
    assert titles(show(client, home, strips)) == []

    trail.delete()
    assert titles(show(client, home, strips)) == []


def test_chosen_pages_are_told_in_the_readers_language_or_not_at_all(client, home, lists):
    home_en = factories.translated(home, title="KOPA")
    index_en = factories.translated(lists["solution-index"], home_en, title="Solutions", slug="so")
    bench = factories.make_solution(lists["solution-index"], "Soliņš")
    path = factories.make_solution(lists["solution-index"], "Taka")
    factories.translated(bench, index_en, title="A bench", slug="bench")

    text = show(client, home_en, chosen(path, bench), "/en/")

    assert '<a href="/en/so/bench/">A bench</a>' in text
    assert "Taka" not in text


def test_any_number_of_chosen_pages_takes_one_query(babite, django_assert_num_queries):
    pages = [factories.make_story(babite) for _number in range(6)]

    with django_assert_num_queries(1):
        found = entries_of_pages([page.pk for page in pages], "lv")

    assert [entry.title for _pk, entry in found] == [page.title for page in pages]

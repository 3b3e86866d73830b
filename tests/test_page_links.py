"""Links within texts lead to live pages in the reader's language, all looked up in one query."""

import pytest
from django.utils.translation import override
from wagtail.rich_text import expand_db_html

from hub.page_links import forget_links, know_links_of
from tests import factories
from tests.measuring import Visitor

pytestmark = [pytest.mark.once, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def no_answer_before():
    forget_links()


def link(page, words="tur") -> str:
    return f'<a id="{page.pk}" linktype="page">{words}</a>'


@pytest.fixture
def english(lists, babite):
    """The English home page, and the community below it."""
    home = factories.translated(lists["news-index"].get_parent().specific, slug="en")
    index = factories.translated(lists["partnership-index"], home, slug="partnerships")
    house = babite.get_parent().specific
    pieriga = factories.translated(house, index, slug="pieriga", owning=house.owning)
    return factories.translated(babite, pieriga, slug="babite", key="babite")


def test_link_leads_to_the_page(babite):
    assert expand_db_html(link(babite)) == '<a href="/partneribas/pierigas/babite/">tur</a>'


def test_link_leads_to_the_readers_language_if_the_page_is_told_in_it(babite, trail, english):
    with override("en"):
        assert expand_db_html(link(babite)) == '<a href="/en/partnerships/pieriga/babite/">tur</a>'
        assert 'href="/partneribas/pierigas/babite/taka/"' in expand_db_html(link(trail))


def test_nothing_leads_to_a_draft_or_to_a_page_that_is_gone(babite, trail):
    trail.unpublish()

    assert expand_db_html(link(trail)) == "<a>tur</a>"
    assert expand_db_html('<a id="987654" linktype="page">tur</a>') == "<a>tur</a>"
    assert expand_db_html('<a id="" linktype="page">tur</a>') == "<a>tur</a>"


def test_all_links_of_a_page_are_looked_up_at_once(babite, trail, django_assert_num_queries):
    page = factories.make_standard(
        babite.get_parent(), "Ceļvedis",
        body=[("text", f"<p>{link(p)}</p>") for p in (babite, trail, babite.get_parent())],
    )  # fmt: skip
    with django_assert_num_queries(1):
        know_links_of(page.specific)
    with django_assert_num_queries(0):
        assert 'href="/partneribas/pierigas/babite/taka/"' in expand_db_html(link(trail))


def test_number_of_texts_with_links_costs_no_query(babite, trail):
    texts = [("text", f"<p>{link(p)}</p>") for p in (babite, trail, babite.get_parent())]
    house = babite.get_parent()
    one = factories.make_standard(house, "Viena", slug="viena", body=texts[:1])
    many = factories.make_standard(house, "Daudz", slug="daudz", body=texts * 5)
    visitor = Visitor()
    visitor.answer(one.url)

    assert len(visitor.statements(many.url)) == len(visitor.statements(one.url))


def test_address_is_looked_up_anew_for_each_answer(babite, trail, client):
    page = factories.make_standard(
        babite.get_parent(), "Ceļvedis", body=[("text", f"<p>{link(trail)}</p>")]
    )
    assert b"/babite/taka/" in client.get(page.url).content
    trail.slug = "jauna"
    trail.save_revision().publish()

    assert b'href="/partneribas/pierigas/babite/jauna/"' in client.get(page.url).content

"""`/llms.txt`: what the hub is, and where each of its texts can be read by a machine."""

import re

import pytest
from wagtail.models import PageViewRestriction

from tests import factories
from tests.measuring import Visitor
from tests.worlds import build_world

pytestmark = [pytest.mark.once, pytest.mark.django_db]
SITE = "http://127.0.0.1:8000"


@pytest.fixture
def read(client):
    return lambda address="/llms.txt": client.get(address).content.decode()


def test_it_begins_with_a_name_and_what_the_hub_is(lists, read):
    lines = read().split("\n")

    assert lines[0] == "# KOPA"
    assert lines[2].startswith("> Četru Latvijas lauku partnerību")
    assert read("/en/llms.txt").split("\n")[2].startswith("> The knowledge hub of four")


def test_it_leads_to_lists_partnerships_and_their_communities_as_text(babite, read):
    said = read()

    assert f"- [Viedie risinājumi]({SITE}/risinajumi/index.md)" in said
    assert (
        f"- [Pierīga]({SITE}/partneribas/pierigas/index.md)\n"
        f"  - [Babīte]({SITE}/partneribas/pierigas/babite/index.md)"
    ) in said
    assert f"({SITE}/en/llms.txt)" in said
    assert f"({SITE}/feed.atom)" in said


def test_each_address_in_it_answers(babite, read, client):
    factories.make_standard(
        factories.Page.objects.get(slug="kopa"), "Par projektu", slug="par-projektu"
    )
    addresses = re.findall(rf"\({re.escape(SITE)}(/[^)]*)\)", read())

    assert "/par-projektu/index.md" in addresses
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(
        addresses, 200
    )


def test_nothing_closed_is_named(lists, pieriga, babite, read):
    factories.make_community(pieriga, "slepene", live=False)
    PageViewRestriction.objects.create(page=babite, restriction_type="login")
    lists["toolkit-index"].unpublish()

    assert not re.search("slepene|babite|/riki/", read())


def test_it_takes_the_same_queries_as_the_hub_grows():
    numbers = []
    for size in (2, 12):
        build_world(size, languages=("lv",))
        visitor = Visitor()
        visitor.answer("/llms.txt")
        numbers.append(len(visitor.statements("/llms.txt")))
    assert numbers[0] == numbers[1]

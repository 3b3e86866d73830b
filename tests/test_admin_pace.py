"""The admin with many pages: the explorer's own order, references, and search by rank."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page, ReferenceIndex

from hub.onboarding import onboard_owner
from hub.pace.explorer import PagedExplorerView
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor_client(client, pieriga, django_user_model):
    """An editor of Pierīga, logged in."""
    editor = django_user_model.objects.create_user("redaktore", "redaktore@example.org")
    editor.groups.add(onboard_owner("pierigas", "Pierīga").editors)
    client.force_login(editor)
    return client


@pytest.fixture
def five(babite, monkeypatch):
    """Five pages in their order, two to a list."""
    monkeypatch.setattr(PagedExplorerView, "paginate_by", 2)
    return [factories.make_solution(babite, f"Darbs {name}") for name in "ABCDE"]


def titles_below(page):
    return [child.title[-1] for child in Page.objects.get(pk=page.pk).get_children()]


def titles_shown(client, page, **query):
    address = reverse("wagtailadmin_explore", args=[page.pk])
    response = client.get(address, {"ordering": "ord", **query})
    return [child.title[-1] for child in response.context["pages"]]


def move(client, page, first, position):
    address = reverse("set_position_from", args=[page.pk, first])
    return client.post(f"{address}?position={position}")


def test_the_order_of_the_tree_is_shown_page_by_page(editor_client, babite, five):
    assert titles_shown(editor_client, babite) == ["A", "B"]
    assert titles_shown(editor_client, babite, p=2) == ["C", "D"]
    assert titles_shown(editor_client, babite, p=3) == ["E"]


def test_a_row_is_put_in_order_from_the_first_one_that_is_shown(editor_client, babite, five):
    address = reverse("wagtailadmin_explore", args=[babite.pk])
    second = editor_client.get(address, {"ordering": "ord", "p": "2"}).content.decode()
    assert reverse("set_position_from", args=[999999, 2]) in second

    move(editor_client, five[3], first=2, position=0)
    assert titles_below(babite) == ["A", "B", "D", "C", "E"]
    move(editor_client, five[0], first=0, position=1)
    assert titles_below(babite) == ["B", "A", "D", "C", "E"]


@pytest.mark.parametrize("position", ["9", "-1", "x", "", "²"])
def test_a_place_that_is_not_there_is_the_last_one(editor_client, babite, five, position):
    assert move(editor_client, five[0], first=0, position=position).status_code == 200
    assert titles_below(babite) == ["B", "C", "D", "E", "A"]


def test_a_page_of_others_is_not_moved(editor_client, lists):
    cesis = factories.make_partnership(lists["partnership-index"], "cesu", "Cēsis")
    rauna = factories.make_community(cesis, "rauna", "Rauna")
    pages = [factories.make_solution(rauna, f"Darbs {name}") for name in "AB"]

    move(editor_client, pages[1], first=0, position=0)

    assert titles_below(rauna) == ["A", "B"]


@pytest.mark.parametrize("page", ["0", "-3", "x", "²", "99"])
def test_an_odd_number_of_a_list_is_no_error(editor_client, babite, five, page):
    address = reverse("wagtailadmin_explore", args=[babite.pk])
    response = editor_client.get(address, {"ordering": "ord", "p": page})
    assert response.status_code in (200, 404)


# References


def users_of(image, babite, number):
    return [factories.make_solution(babite, f"Darbs {n}", lead_image=image) for n in range(number)]


def queries_of_usage(image):
    groups = ReferenceIndex.get_grouped_references_to(image)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert len(groups[0:20]) == min(20, groups.count())
        assert groups.is_protected is False
    return len(captured)


def test_the_usage_of_a_picture_takes_the_same_queries_for_two_and_for_twelve_pages(babite):
    few, many = factories.make_image("Maz"), factories.make_image("Daudz")
    users_of(few, babite, 2)
    users_of(many, babite, 12)

    assert queries_of_usage(few) == queries_of_usage(many)


def test_usage_names_each_page_once_with_all_its_references(babite):
    image = factories.make_image()
    first, second = users_of(image, babite, 2)

    groups = ReferenceIndex.get_grouped_references_to(image)

    assert groups.count() == 2
    assert [(page.pk, len(references)) for page, references in groups] == [
        (first.pk, 1),
        (second.pk, 1),
    ]
    assert [page.pk for page, _references in groups[1:2]] == [second.pk]


def test_the_references_to_several_things_are_counted_in_two_queries(babite):
    images = [factories.make_image(f"Attēls {n}") for n in range(4)]
    for number, image in enumerate(images):
        users_of(image, babite, number)

    with CaptureQueriesContext(connection) as captured:
        groups = ReferenceIndex.get_grouped_references_to_in_bulk(images)
        assert [groups[image].count() for image in images] == [0, 1, 2, 3]
        assert [groups[image].is_protected for image in images] == [False] * 4

    assert len(captured) == 2


def test_what_protects_from_deletion_is_still_known(babite):
    theme = factories.make_theme("turisms")
    assert ReferenceIndex.get_grouped_references_to(theme).is_protected is False


# Search


def test_search_in_the_admin_puts_the_best_hit_first_and_shows_each_once(editor_client, babite):
    factories.make_solution(babite, "Taka gar upi un mežu līdz vecajām dzirnavām")
    factories.make_solution(babite, "Taka")

    response = editor_client.get(reverse("wagtailadmin_pages:search"), {"q": "taka"})

    titles = [page.title for page in response.context["pages"]]
    assert titles == ["Taka", "Taka gar upi un mežu līdz vecajām dzirnavām"]


def test_search_goes_on_after_the_first_page_of_hits(babite):
    solutions = [factories.make_solution(babite, "Taka") for _ in range(5)]

    hits = Page.objects.autocomplete("taka")

    assert [hit.pk for hit in hits[2:4]] == [solutions[2].pk, solutions[1].pk]
    assert hits.count() == 5

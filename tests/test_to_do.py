"""The desk says what is to be done about which page, and forgets it when it is done."""

import csv
from io import BytesIO, StringIO

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from hub.desk.anchors import anchor_of
from hub.desk.findings import Finding
from hub.desk.gathering import gather_everything
from hub.onboarding import hub_owner, onboard_shared_page
from tests import factories
from tests.houses import person, two_houses

pytestmark = pytest.mark.django_db
HOME = reverse("wagtailadmin_home")
LIST = reverse("to-do:index")


@pytest.fixture
def houses(db):
    return two_houses()


def kinds(page) -> set[str]:
    return {finding.kind for finding in page.findings.all() if finding.is_due}


def listed(client, **choices) -> set[str]:
    page = BeautifulSoup(client.get(LIST, choices).content, "html.parser")
    return {next(cell.stripped_strings) for cell in page.select("td.title .title-wrapper")}


def whole_page(parent, title, **fields):
    return factories.make_news(parent, title, summary="Par ko tas ir.", **fields)


# What is found


def test_page_without_summary_is_found_until_it_has_one(houses):
    page = factories.make_news(houses["pieriga"], "Talka")
    assert kinds(page) == {"summary"}

    page.summary = "Sestdien talka."
    page.save_revision()  # a draft counts
    assert kinds(page) == set()


def test_draft_is_found_as_well_as_what_is_public(houses):
    page = factories.make_news(houses["pieriga"], "Talka", live=False)

    assert kinds(page) == {"summary"}


def test_publishing_an_older_text_leaves_the_finding_of_the_newer_draft(houses):
    page = whole_page(houses["pieriga"], "Talka")
    page.summary = ""
    page.save_revision()
    page.refresh_from_db()
    page.save()

    assert kinds(page) == {"summary"}


def test_lead_picture_without_words_is_found(houses):
    page = whole_page(houses["pieriga"], "Talka", lead_image=factories.make_image())
    assert page.findings.get(kind="picture-words").field == "lead_image_alt"

    page.lead_image_alt = "Cilvēki ar grābekļiem"
    page.save_revision()
    assert kinds(page) == set()


def test_picture_in_the_text_without_words_is_found_unless_it_is_a_decoration(houses):
    picture = factories.make_image()
    raw = {"image": picture.pk, "alt_text": "", "decorative": False}
    body = [{"type": "figure", "value": {"image": raw, "caption": "", "credit": ""}}]
    page = whole_page(houses["pieriga"], "Talka", body=body)
    assert page.findings.get(kind="picture-words").field == "body"

    raw["decorative"] = True
    other = whole_page(houses["pieriga"], "Cita", body=body)
    assert kinds(other) == set()


def test_picture_that_is_deleted_needs_no_words(houses):
    picture = factories.make_image()
    page = whole_page(houses["pieriga"], "Talka", lead_image=picture)
    picture.delete()

    assert kinds(page) == set()


def test_solution_says_how_much_is_told_and_what_comes_next(houses):
    page = factories.make_solution(houses["babite"], "Taka", summary="Gājēju taka.")
    finding = page.findings.get(kind="incomplete")

    assert (finding.note, finding.field) == ("7 %", "lead_image")


def test_translation_is_as_complete_as_its_original(houses):
    page = factories.make_solution(houses["babite"], "Taka", summary="Gājēju taka.")
    version = factories.translated(page, parent=houses["babite"], summary=page.summary)

    assert kinds(version) == set()


def test_page_with_nothing_to_do_is_not_listed(client, houses):
    for page in (factories.standing_home(), houses["partnership-index"], houses["pieriga"]):
        factories.translated(page)
    done = whole_page(houses["pieriga"], "Gatava")
    factories.translated(done)
    factories.make_news(houses["pieriga"], "Negatava")
    person(client, "pierigas", "editors")

    assert "Negatava" in listed(client)
    assert "Gatava" not in listed(client)


def test_story_lacks_captions_until_they_are_added_and_again_when_they_are_removed(houses):
    video = factories.make_video()
    page = factories.make_story(
        houses["babite"], "Stāsts", summary="Par taku.", video=video, consent_confirmed=True
    )
    assert kinds(page) == {"captions"}

    track = factories.make_captions(video, "Labdien!")
    assert kinds(page) == set()

    track.delete()
    assert kinds(page) == {"captions"}


def test_page_is_to_be_looked_at_after_its_day(houses):
    past = whole_page(houses["pieriga"], "Sena", review_by="2020-01-01")
    coming = whole_page(houses["pieriga"], "Jauna", review_by="2999-01-01")

    assert (kinds(past), kinds(coming)) == ({"review"}, set())


def test_writing_everything_anew_changes_nothing(houses):
    factories.make_solution(houses["babite"], "Taka", themes=["turisms"])
    page = whole_page(houses["pieriga"], "Talka")
    page.summary = ""
    page.save_revision()
    fields = ("page", "kind", "field", "note", "subject", "is_open", "due")
    before = set(Finding.objects.values_list(*fields))
    gather_everything()

    assert set(Finding.objects.values_list(*fields)) == before


# Who sees what


@pytest.mark.parametrize("who", ["authors", "editors"])
def test_people_of_a_partnership_see_their_own_pages_only(client, houses, who):
    factories.make_news(houses["pieriga"], "Talka")
    factories.make_news(houses["cesis"], "Svešs")
    person(client, "pierigas", who)

    assert listed(client, matter="summary") == {"Talka", "Babīte", "Pierīga"}
    for address in (HOME, LIST, f"{LIST}?partnership=cesu", f"{LIST}?export=csv"):
        answer = client.get(address)
        assert "Svešs" not in answer.getvalue().decode()


def test_coordinator_sees_everybodys_pages_and_chooses_the_partnership(client, houses):
    factories.make_news(houses["pieriga"], "Talka")
    onboard_shared_page(houses["news-index"])
    user = get_user_model().objects.create_user("koordinatore")
    user.groups.add(hub_owner().editors)
    client.force_login(user)

    assert {"Talka", "Rauna"} <= listed(client, matter="summary")
    assert listed(client, matter="summary", partnership="pierigas") == {
        "Talka", "Babīte", "Pierīga",
    }  # fmt: skip
    assert "Talka" not in listed(client, partnership="hub")


def test_row_leads_to_the_field(client, houses):
    page = factories.make_news(houses["pieriga"], "Talka")
    person(client, "pierigas", "editors")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    anchor = anchor_of(type(page), "summary")

    assert anchor.endswith("-summary-section")
    assert f"{address}#{anchor}" in client.get(HOME).content.decode()
    assert f"{address}#{anchor}" in client.get(LIST, {"matter": "summary"}).content.decode()
    assert f'id="{anchor}"' in client.get(address).content.decode()


def test_my_drafts_are_those_i_wrote_last(client, houses):
    me = person(client, "pierigas", "authors")
    page = whole_page(houses["pieriga"], "Mana", live=False)
    page.save_revision(user=me)
    other = get_user_model().objects.create_user("cita")
    whole_page(houses["pieriga"], "Citas", live=False).save_revision(user=other)

    assert listed(client, matter="my-drafts") == {"Mana"}


def test_what_waits_and_what_was_sent_back(client, houses):
    author = get_user_model().objects.create_user("autore")
    waiting = whole_page(houses["pieriga"], "Gaida", live=False)
    waiting.get_workflow().start(waiting, author)
    returned = whole_page(houses["pieriga"], "Atdota", live=False)
    state = returned.get_workflow().start(returned, author)
    editor = person(client, "pierigas", "editors")
    state.current_task_state.reject(user=editor, comment="Pielieciet gadu.")

    assert listed(client, matter="waiting-for-me") == {"Gaida"}
    assert listed(client, matter="sent-back") == {"Atdota"}


def test_public_page_without_a_translation_is_named(client, houses):
    told = whole_page(houses["pieriga"], "Tulkota")
    whole_page(houses["pieriga"], "Netulkota")
    whole_page(houses["pieriga"], "Melnraksts", live=False)
    for page in (factories.standing_home(), told.get_parent().get_parent(), told.get_parent()):
        factories.translated(page.specific)
    factories.translated(told)
    person(client, "pierigas", "editors")

    assert listed(client, matter="untranslated") == {"Netulkota", "Babīte"}


def test_theme_of_a_draft_is_a_filter(client, houses):
    factories.make_solution(houses["babite"], "Taka", themes=["turisms"], live=False)
    factories.make_solution(houses["babite"], "Koris", themes=["kultura"])
    person(client, "pierigas", "editors")
    theme = factories.make_theme("turisms")

    assert listed(client, theme=theme.pk) == {"Taka"}


# The list as a file; how much it costs


def test_no_cell_of_an_export_is_a_formula(client, houses):
    factories.make_news(houses["pieriga"], '=HYPERLINK("http://x","y")')
    person(client, "pierigas", "editors")
    text = client.get(LIST, {"export": "csv"}).getvalue().decode()
    rows = list(csv.DictReader(StringIO(text)))
    cells = load_workbook(BytesIO(client.get(LIST, {"export": "xlsx"}).getvalue())).active

    assert '\'=HYPERLINK("http://x","y")' in [row["Nosaukums"] for row in rows]
    assert not [c.value for row in cells.iter_rows() for c in row if c.data_type == "f"]


@pytest.mark.parametrize("address", [HOME, LIST])
def test_number_of_queries_does_not_grow_with_the_pages(client, houses, address):
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            client.get(address)
        return len(captured)

    person(client, "pierigas", "editors")
    for _number in range(4):
        factories.make_solution(houses["babite"], themes=["turisms"])
    client.get(address)
    few = queries()
    for _number in range(6):
        factories.make_solution(houses["babite"], themes=["turisms"])

    assert queries() <= few

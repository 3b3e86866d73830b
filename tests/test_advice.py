"""Whoever writes is told what a reader will miss, of what is not saved yet, in their language."""

import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import translation
from wagtail.test.utils.form_data import nested_form_data, streamfield
from wagtail.users.models import UserProfile

from communities.models import CommunityPage, Need, Resource, SolutionPage
from hub.advice.advising import advice_for
from hub.proofreading import weight
from stories.models import StoryPage
from tests import factories
from tests.houses import person, two_houses

pytestmark = pytest.mark.django_db


def names(thing) -> list[tuple[str, str]]:
    return [(advice.field, str(advice.name)) for advice in advice_for(thing)]


@pytest.fixture
def village(active_latvian):
    return two_houses()["babite"]


@pytest.fixture
def active_latvian():
    with translation.override("lv"):
        yield


def solution(parent, **fields) -> SolutionPage:
    told = {
        "summary": "Septiņdesmit norādes.",
        "sources": [("source", {"title": "Avots", "url": "", "note": ""})],
        "results": [("result", {"number": 70, "unit": "norādes", "text": "Takas ir iezīmētas."})],
        "volunteer_hours": 320,
    }
    return SolutionPage(title="Norādes", locale=parent.locale, **{**told, **fields})


def test_whole_solution_needs_no_advice(village):
    assert names(solution(village)) == []


def test_missing_and_long_summary_are_told(village):
    assert names(solution(village, summary="")) == [("summary", "Nav kopsavilkuma")]
    long = "Viens. Otrs. Trešais."
    assert names(solution(village, summary=long)) == [("summary", "Garš kopsavilkums")]


def test_solution_without_cost_and_result_is_told(village):
    bare = solution(village, results=[], volunteer_hours=None)
    assert names(bare) == [("results", "Vēl nav izstāstīts"), ("costs", "Vēl nav izstāstīts")]


def test_hours_of_nobody_are_told_too(village):
    assert names(solution(village, volunteer_hours=0)) == []


def test_words_of_links_and_headings_are_told(village):
    here = '<p>Skatiet <a href="https://example.org/">šeit</a>.</p>'
    assert names(solution(village, situation=here)) == [
        ("situation", "Saite nepasaka, kurp tā ved")
    ]
    part = ("heading", {"text": "Daļa", "level": "h3", "anchor": ""})
    body = [part, ("text", "<p>Teksts.</p>")]
    assert names(solution(village, body=body)) == [("body", "Virsraksts nevietā")]


def test_bad_address_is_told(village):
    bad = '<p><a href="http//example.org">Nolikums</a></p>'
    assert [field for field, _ in names(solution(village, situation=bad))] == ["situation"]


def test_picture_called_after_its_file_is_told(village):
    assert names(solution(village, lead_image_alt="IMG_2041.jpg")) == [
        ("lead_image_alt", "Datnes nosaukums vārdu vietā")
    ]
    assert names(solution(village, lead_image_alt="Koka norāde pie takas")) == []


def test_community_without_a_point_is_told(village):
    page = CommunityPage(title="Sala", summary="Ciems.", locale=village.locale)
    assert names(page) == [("latitude", "Vieta bez punkta")]
    page.latitude, page.longitude = "56.95", "24.1"
    assert names(page) == []


def test_named_place_without_a_point_is_told(village):
    assert names(solution(village, place="Tautas nams")) == [("latitude", "Vieta bez punkta")]


def test_video_without_captions_is_told(village):
    film = factories.make_video()
    story = StoryPage(title="Taka", summary="Stāsts.", video=film, locale=village.locale)
    assert names(story) == [("video", "Video bez subtitriem")]
    factories.make_captions(film, "Labdien!")
    story.video = type(film).objects.get(pk=film.pk)
    assert names(story) == []


def test_large_files_are_told(village, monkeypatch):
    image = factories.make_image()
    page = solution(village, lead_image=image, lead_image_alt="Taka")
    assert names(page) == []
    monkeypatch.setitem(weight.LIMITS, "image", image.file.size / weight.MEGABYTE / 2)
    assert names(page) == [("lead_image", "Liela datne")]


def test_lost_file_is_no_heavy_one(village):
    film = factories.make_video()
    film.file.storage.delete(film.file.name)
    story = StoryPage(title="Taka", summary="Stāsts.", video=film, locale=village.locale)
    assert names(story) == [("video", "Video bez subtitriem")]


def test_form_that_is_half_filled_in_breaks_nothing(village):
    half = solution(
        village,
        results=[("result", {"number": None, "unit": "", "text": ""})],
        costs=[("cost", {"amount": None, "note": "", "source": ""})],
        body=[("figure", {"image": None, "caption": "", "credit": ""})],
    )
    assert ("results", "Tukša vieta") in names(half)


# In the preview


def preview(client, page, **changed) -> list[dict] | None:
    """The advice in the preview of what the form holds."""
    edit = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    form = BeautifulSoup(edit.content, "html.parser").select_one("[data-edit-form]")
    filled = {field["name"]: field.get("value", "") for field in form.select("input[name]")}
    streams = nested_form_data({"sources": streamfield([]), "body": streamfield([])})
    boxes = {box["name"] for box in form.select("[type=checkbox], [type=radio], [name^=action]")}
    data = {name: value for name, value in filled.items() if name not in boxes}
    data |= {**streams, "licence": "cc-by-4.0", "summary": "", **changed}
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    answer = client.post(address, data)
    assert answer.status_code == 200, answer.content
    assert answer.json()["is_valid"], answer.json()
    shown = client.get(address, {"in_preview_panel": "true"})
    found = BeautifulSoup(shown.content, "html.parser").find(id="hub-advice")
    return json.loads(found.string) if found else None


def test_preview_tells_of_what_is_not_saved(client, village):
    page = factories.make_standard(village.get_parent(), "Norādes", summary="Saglabātais.")
    person(client, "pierigas", "authors")

    told = {advice["field"]: advice["name"] for advice in preview(client, page)}
    assert told["summary"] == "Nav kopsavilkuma"
    told = {a["field"]: a["name"] for a in preview(client, page, summary="Tagad ir.")}
    assert "summary" not in told


def test_advice_is_in_the_language_of_who_writes(client, village):
    page = factories.make_standard(village.get_parent(), "Norādes")
    user = person(client, "pierigas", "authors")
    UserProfile.objects.create(user=user, preferred_language="en")

    told = {advice["field"]: advice for advice in preview(client, page)}
    assert told["summary"]["name"] == "No summary"
    assert told["summary"]["label"] == "Summary"


def test_advice_is_for_who_may_edit_only(client, village):
    page = factories.make_solution(village, "Norādes")
    person(client, "cesu", "editors")
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert client.get(address, {"in_preview_panel": "true"}).status_code in (302, 403, 404)


def test_readers_page_has_no_advice(client, village):
    page = factories.make_solution(village, "Norādes")
    person(client, "pierigas", "editors")
    assert b"hub-advice" not in client.get(page.url).content


# Above the form of a record


def form_of(client, record) -> str:
    address = reverse(record.snippet_viewset.get_url_name("edit"), args=[record.pk])
    page = BeautifulSoup(client.get(address).content, "html.parser")
    panel = page.select_one(".advice-panel")
    return panel.get_text(" ", strip=True) if panel else ""


def test_solved_need_without_its_solution_is_told_until_it_has_one(client, village):
    need = Need.objects.create(
        text="Soliņš", community=village, status="solved", locale=village.locale
    )
    person(client, "pierigas", "editors")
    assert "Atrisināta, bet lapa nepasaka, kā" in form_of(client, need)

    need.solution = factories.make_solution(village)
    need.save()
    assert form_of(client, need) == ""


def test_resource_whose_picture_has_no_words_is_told(client, village):
    resource = factories.make_resource(village, photo=factories.make_image())
    person(client, "pierigas", "editors")
    assert "Attēls bez vārdiem" in form_of(client, resource)

    resource.photo_alt = "Zāle ar skatuvi"
    resource.save()
    assert form_of(client, Resource.objects.get(pk=resource.pk)) == ""

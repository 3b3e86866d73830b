"""A page as Markdown and as a picture: what the page says, and only where anyone may read it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from tests import factories
from tests.measuring import Visitor
from tests.worlds import build_world

pytestmark = [pytest.mark.once, pytest.mark.django_db]
SITE = "http://127.0.0.1:8000"
TRAIL = "/partneribas/pierigas/babite/taka/"
FORMS = ("index.md", "picture.png")


@pytest.fixture
def text(client):
    return lambda address: client.get(f"{address}index.md").content.decode()


# Text


def test_a_solution_can_be_read_as_text(babite, text):
    step = {"name": "Aptauja", "text": "<p>Jautāja <b>visiem</b>.</p>", "who": "biedri"}
    factories.make_solution(
        babite, "Dabas taka", slug="taka", summary="Taka visiem.", themes=["turisms"],
        situation="<p>Bija dubļi.</p><ul><li>pavasarī</li><li>rudenī</li></ul>",
        steps=[("step", {**step, "duration": "mēnesis", "helped": "", "lesson": ""})],
        costs=[("cost", {"source": "LEADER", "amount": "1200", "note": ""})],
        sources=[("source", {"title": "Lauku tīkls", "url": "https://example.org", "note": ""})],
    )  # fmt: skip

    said, _day = text(TRAIL).split("Pēdējoreiz mainīts")
    assert said == (
        "# Dabas taka\n\n"
        "projekts\n\n"
        "Taka visiem.\n\n"
        "- **Kur:** Babīte, Mārupes novads\n"
        "- **Posms:** ieviests\n"
        "- **Izmaksas:** 1200 €\n\n"
        "## Vajadzība\n\n"
        "Bija dubļi.\n\n"
        "- pavasarī\n"
        "- rudenī\n\n"
        "## Soli pa solim\n\n"
        "1. **Aptauja**\n\n"
        "   Jautāja **visiem**.\n\n"
        "   - **Kas:** biedri\n"
        "   - **Cik ilgi:** mēnesis\n\n"
        "## Cik tas maksāja\n\n"
        "| Naudas avots | Summa |\n"
        "| --- | --- |\n"
        "| LEADER | 1200 € |\n"
        "| Kopā | 1200 € |\n\n"
        f"- [Turisms]({SITE}/search/?theme=turisms)\n\n"
        "## Avoti\n\n"
        "- [Lauku tīkls](https://example.org)\n\n"
    )


def test_the_text_of_every_page_begins_with_its_title_and_ends_with_its_address(client):
    for addresses in build_world(1).values():
        for name, address in addresses.items():
            if name == "search":
                continue
            answer = client.get(f"{address}index.md")
            lines = answer.content.decode().strip().split("\n")

            assert answer["Content-Type"] == "text/markdown; charset=utf-8"
            assert answer["Link"] == f'<{SITE}{address}>; rel="canonical"'
            assert lines[0].startswith("# "), address
            assert lines[-1].endswith(f"<{SITE}{address}>")
            assert "<svg" not in answer.content.decode()


def test_each_part_of_a_list_leads_to_the_next(babite, text, client):
    for number in range(25):
        factories.make_solution(babite, f"Taka {number:02}")

    assert f"[Nākamā]({SITE}/risinajumi/index.md?page=2)" in text("/risinajumi/")
    second = client.get("/risinajumi/index.md?page=2").content.decode()
    assert second.count("**[Taka") == 1
    assert f"<{SITE}/risinajumi/?page=2>" in second


def test_words_that_look_like_marks_stay_words(lists, text):
    page = factories.make_standard(
        lists["news-index"].get_parent(), "1. *Zvaigznes* [nav] saite", slug="zimes",
        body=[("text", "<p># nav virsraksts</p><p>a | b &lt;b&gt;</p>")],
    )  # fmt: skip

    said = text(page.url)
    assert r"# 1\. \*Zvaigznes\* \[nav\] saite" in said
    assert r"\# nav virsraksts" in said
    assert "a | b <b>" in said


# Pictures


def test_a_picture_is_drawn_for_every_page(client):
    for addresses in build_world(1).values():
        for name, address in addresses.items():
            if name != "search":
                answer = client.get(f"{address}picture.png")
                assert answer["Content-Type"] == "image/png"
                assert answer["Cache-Control"] == "public, max-age=86400"


def test_a_picture_is_not_drawn_again_for_those_who_have_it(trail, client, monkeypatch):
    known = client.get(f"{TRAIL}picture.png")["ETag"]
    monkeypatch.setattr("hub.share_pictures.draw_picture", None)

    assert client.get(f"{TRAIL}picture.png", headers={"if-none-match": known}).status_code == 304


@pytest.mark.parametrize("change", ["title", "place"])
def test_a_page_that_says_something_else_has_another_picture(trail, client, change):
    before = client.get(f"{TRAIL}picture.png")
    setattr(trail, change, "Cits vārds")
    trail.save_revision().publish()
    after = client.get(f"{TRAIL}picture.png", headers={"if-none-match": before["ETag"]})

    assert after.status_code == 200
    assert after.content != before.content


# Who may have them


def make_private(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def expire(page):
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("close", [make_private, expire, lambda page: page.unpublish()])
def test_what_is_no_longer_open_is_not_had_in_another_form(trail, client, form, close):
    assert client.get(f"{TRAIL}{form}").status_code == 200
    close(trail)
    assert client.get(f"{TRAIL}{form}").status_code in (404, 410)


@pytest.mark.parametrize("form", FORMS)
def test_below_a_private_page_nothing_is_had_even_by_those_who_may_read_it(
    pieriga, trail, admin_client, form
):
    make_private(pieriga)

    assert admin_client.get(TRAIL).status_code == 200
    assert admin_client.get(f"{TRAIL}{form}").status_code == 404


@pytest.mark.parametrize("form", FORMS)
def test_a_draft_has_no_other_form_and_a_page_shows_none_of_its_draft(babite, trail, client, form):
    factories.make_solution(babite, "Melnraksts", slug="melnraksts", live=False)
    before = client.get(f"{TRAIL}{form}").content
    trail.title = "Vēl nepublicēts"
    trail.save_revision()

    assert client.get(f"/partneribas/pierigas/babite/melnraksts/{form}").status_code == 404
    assert client.get(f"{TRAIL}{form}").content == before


@pytest.mark.parametrize("form", FORMS)
def test_a_resource_has_other_forms_only_while_it_is_public(babite, client, form):
    resource = factories.make_resource(babite, "Kanoe", description="<p>Divas.</p>")
    address = f"/resursi/{resource.pk}-kanoe/{form}"

    assert client.get(address).status_code == 200
    assert client.get(f"/resursi/{resource.pk}-laiva/{form}")["Location"] == address
    resource.visibility = "owner"
    resource.save()
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("form", FORMS)
def test_in_another_language_there_is_only_what_is_told_in_it(lists, trail, client, form):
    factories.translated(lists["news-index"].get_parent().specific, title="KOPA")

    assert client.get(f"/en{TRAIL}{form}").status_code == 404
    assert client.get(f"/nekas/{form}").status_code == 404
    assert client.get(f"{TRAIL}{form}/").status_code == 404


def test_private_fields_are_in_no_text(pieriga, text):
    ozoli = factories.make_community(
        pieriga, "ozoli", latitude="56.91234", longitude="24.15678", point_precision="hidden"
    )
    type(ozoli).objects.update(leader_name="Anna Ozola", leader_consent=False)

    said = text("/partneribas/pierigas/ozoli/")
    assert "Ozola" not in said
    assert "56.9" not in said


def test_other_forms_take_no_more_queries_as_the_hub_grows():
    numbers = []
    for size in (2, 8):
        visitor, address = Visitor(), build_world(size, languages=("lv",))["lv"]["community"]
        for form in FORMS:
            visitor.answer(address + form)
        numbers.append([len(visitor.statements(address + form)) for form in FORMS])
    assert numbers[0] == numbers[1]
    assert max(numbers[0]) <= 10

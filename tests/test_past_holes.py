"""Holes that Wagtail had in these years, each looked for here; the matrix looks for the rest."""

import json
import time

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.fields import RichTextField, StreamField
from wagtail.log_actions import log
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction
from wagtail.test.utils.form_data import nested_form_data, streamfield

from communities.models import SolutionPage
from hub.blocks.text import RICH_TEXT_FEATURES
from hub.ownership import Owner
from tests import factories
from tests.houses import person, refused, two_houses

STREAMS = {f.name for f in SolutionPage._meta.get_fields() if isinstance(f, StreamField)}
TEXTS = {f.name for f in SolutionPage._meta.get_fields() if isinstance(f, RichTextField)}
pytestmark = pytest.mark.django_db
SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(1)>'


@pytest.fixture
def world():
    return two_houses()


def collection_of(key: str):
    return Owner.objects.get(key=key).collection


# CVE-2026-44200: a page is copied by who cannot see it


def test_anothers_draft_is_not_copied_into_ones_own_tree(client, world):
    draft = factories.make_solution(world["rauna"], "Nodoms", live=False)
    person(client, "pierigas", "editors")
    values = {
        "new_title": "Mūsu", "new_slug": "musu", "new_parent_page": world["babite"].pk,
        "copy_subpages": "on",
    }  # fmt: skip

    assert refused(client.post(reverse("wagtailadmin_pages:copy", args=[draft.pk]), values))
    assert not Page.objects.filter(slug="musu").exists()


# CVE-2026-44201, GHSA-92hv: what is private is told by an API, or by the answer to a known hash


@pytest.fixture
def private_document(world):
    """In a collection inside one that is closed."""
    house = collection_of("pierigas")
    restriction = CollectionViewRestriction.objects.create(
        collection=house, restriction_type="groups"
    )
    restriction.groups.add(Owner.objects.get(key="pierigas").editors)
    return factories.make_document(collection=house.get_children().get(name="Babīte"))


def test_a_document_is_closed_by_the_collection_above_its_own(client, private_document):
    response = client.get(private_document.url)

    assert response.status_code in (302, 403, 404)
    assert b"Veidlapa" not in response.content


def test_a_known_hash_gets_the_same_answer_as_a_wrong_one(client, private_document):
    answers = [
        client.get(private_document.url, headers={"if-none-match": f'"{tag}"'})
        for tag in (private_document.get_file_hash(), "0" * 40)
    ]

    assert {answer.status_code for answer in answers} == {answers[0].status_code}
    assert answers[0].status_code != 304


# GHSA-3vrh: the admin API tells every field of pages that one may not edit


@pytest.mark.parametrize("query", ["fields=*", "fields=_,title", "search=Nodoms", "order=title"])
def test_the_admin_api_lists_no_draft_of_another(client, world, query):
    factories.make_solution(world["rauna"], "Nodoms", live=False)
    person(client, "pierigas", "editors")

    answer = client.get(f"/admin/api/main/pages/?{query}")
    assert answer.status_code in (200, 400)
    assert "Nodoms" not in answer.content.decode()


# CVE-2026-54260: a size that would fill the memory


@pytest.mark.parametrize(
    "spec", ["width-99999999", "fill-99999x99999", "scale-100000", "|".join(["width-9"] * 500)]
)
def test_an_absurd_size_is_refused_and_not_drawn(client, world, spec):
    image = factories.make_image()
    type(image).objects.filter(pk=image.pk).update(collection=collection_of("pierigas"))
    person(client, "pierigas", "editors")
    began = time.process_time()

    answer = client.get(f"/admin/images/{image.pk}/preview/{spec}/")
    drawn = b"".join(answer.streaming_content) if answer.streaming else b""
    assert answer.status_code in (200, 400, 404)
    assert len(drawn) < 100_000
    assert time.process_time() - began < 2


# CVE-2024-39317: a search that takes forever


@pytest.mark.parametrize("words", ["a " * 5_000, '"' * 10_000, "(" * 10_000, "a:" * 5_000])
def test_no_search_in_the_admin_takes_forever(client, world, words):
    person(client, "pierigas", "editors")
    began = time.process_time()

    for name in ("wagtailadmin_pages:search", "wagtailadmin_choose_page_search"):
        assert client.get(reverse(name), {"q": words}).status_code in (200, 400)
    assert time.process_time() - began < 3


# CVE-2024-32882: a field that the form does not show is taken from the post


def test_hidden_fields_of_a_page_cannot_be_posted(client, world):
    page = factories.make_solution(world["babite"], "Laipa", live=False)
    person(client, "pierigas", "authors")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    empty = {f"{name}-count": "0" for name in ("steps", "methods_used", "body", "sources")}
    values = {
        **empty, "title": "Laipa", "slug": "laipa", "live": "on", "owning": "1", "path": "0001",
        "locked": "on", "owner": "1", "has_unpublished_changes": "", "action-publish": "1",
    }  # fmt: skip

    client.post(address, values)
    now = SolutionPage.objects.get(pk=page.pk)
    assert (now.live, now.locked, now.path) == (False, False, page.path)


# Private pages are opened to groups, never to whoever has an account


def test_a_page_cannot_be_opened_to_all_who_have_an_account(client, world):
    person(client, "pierigas", "editors")
    address = reverse("wagtailadmin_pages:set_privacy", args=[world["babite"].pk])

    assert 'value=\\"login\\"' not in client.get(address).content.decode()
    assert 'value=\\"groups\\"' in client.get(address).content.decode()
    client.post(address, {"restriction_type": "login"})
    assert not PageViewRestriction.objects.exists()


def test_a_collection_cannot_be_opened_to_all_who_have_an_account(admin_client, world):
    address = reverse("wagtailadmin_collections:set_privacy", args=[collection_of("cesu").pk])

    assert 'value=\\"login\\"' not in admin_client.get(address).content.decode()
    admin_client.post(address, {"restriction_type": "login"})
    assert not CollectionViewRestriction.objects.exists()
    editors = Owner.objects.get(key="cesu").editors
    admin_client.post(address, {"restriction_type": "groups", "groups": [editors.pk]})
    assert list(CollectionViewRestriction.objects.get().groups.all()) == [editors]
    admin_client.post(address, {"restriction_type": "none"})
    assert not CollectionViewRestriction.objects.exists()


# What a form does not offer is not taken either


def test_anothers_picture_cannot_be_posted_into_a_page(client, world):
    image = factories.make_image("Raunas attēls")
    type(image).objects.filter(pk=image.pk).update(collection=collection_of("cesu"))
    page = factories.make_solution(world["babite"], "Laipa")
    person(client, "pierigas", "editors")
    form = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).context["form"]

    with pytest.raises(ValidationError):
        form.fields["lead_image"].clean(image.pk)


def text_with_link_to(page) -> str:
    content = {
        "blocks": [
            {
                "key": "a", "type": "unstyled", "text": "te", "depth": 0,
                "inlineStyleRanges": [], "entityRanges": [{"offset": 0, "length": 2, "key": 0}],
            }
        ],
        "entityMap": {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"id": page.pk}}},
    }  # fmt: skip
    return json.dumps(content)


@pytest.mark.parametrize(("of", "is_taken"), [("rauna", False), ("babite", True)])
def test_anothers_draft_cannot_be_posted_into_a_text_or_block(client, world, of, is_taken):
    draft = factories.make_method(world[of].get_parent(), "Nodoms", live=False)
    page = factories.make_solution(world["babite"], "Laipa", slug="laipa")
    person(client, "pierigas", "editors")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    values = nested_form_data(
        {
            "title": "Laipa", "slug": "laipa", "licence": "cc-by", "body": streamfield([]),
            "point_precision": "exact", "situation": text_with_link_to(draft),
            "methods_used": streamfield([("page", str(draft.pk))]),
            **dict.fromkeys(STREAMS - {"body", "methods_used"}, streamfield([])),
            **dict.fromkeys(TEXTS - {"situation"}, "null"),
        }
    )  # fmt: skip

    form = client.post(address, values).context
    errors = form["form"].errors if form else {}
    assert ("situation" not in errors and "methods_used" not in errors) == is_taken, errors
    if not is_taken:
        assert "Nodoms" not in str(errors)


# The history of the site


def test_the_history_names_own_records_and_no_others(client, world):
    for place, name in (("babite", "Babītes klubs"), ("rauna", "Raunas klubs")):
        resource = factories.make_resource(world[place], name)
        log(instance=resource, action="wagtail.create")
    person(client, "pierigas", "editors")

    told = client.get(reverse("wagtailadmin_reports:site_history")).content.decode()
    assert "Babītes klubs" in told
    assert "Raunas klubs" not in told


# Records are found in the admin


def test_records_are_searched_by_a_part_of_their_name(client, world):
    for name in ("Lielais klubs", "Mazā sauna"):
        factories.make_resource(world["babite"], name)
    person(client, "pierigas", "editors")
    address = reverse("wagtailsnippets_communities_resource:list")

    told = client.get(address, {"q": "klub"}).content.decode()
    assert "Lielais klubs" in told
    assert "Mazā sauna" not in told


# CVE-2026-28222, 2023-28836, 2021-32681, 2020-11001 …: what is written runs as a script


@pytest.fixture
def poisoned(world):
    """A live solution with a payload in every text, and an unpublished change of each."""
    page = factories.make_solution(
        world["babite"], f"Laipa {SCRIPT}", slug="laipa", summary=IMAGE,
        lead_image_alt=IMAGE,
        steps=[("step", {"text": "Solis", "who": IMAGE})],
        sources=[("source", {"title": IMAGE, "url": "https://example.org/"})],
    )  # fmt: skip
    page.title = f"Tilts {IMAGE}"
    page.summary = SCRIPT
    page.save_revision(log_action=True)
    return page


def is_harmless(answer) -> bool:
    """Whether no payload stands in the answer as markup."""
    text = answer.content.decode()
    return SCRIPT not in text and "<img src=x" not in text


def test_a_payload_is_words_on_the_public_page(client, poisoned):
    answer = client.get(poisoned.url)

    assert answer.status_code == 200
    assert "&lt;script&gt;" in answer.content.decode()
    assert is_harmless(answer)


@pytest.mark.parametrize(
    ("view", "more"),
    [
        ("view_draft", ()), ("history", ()), ("delete", ()), ("usage", ()), ("copy", ()),
        ("revisions_compare", ("live", "latest")),
    ],
)  # fmt: skip
def test_a_payload_is_words_in_the_admin(client, poisoned, view, more):
    person(client, "pierigas", "editors")
    answer = client.get(reverse(f"wagtailadmin_pages:{view}", args=[poisoned.pk, *more]))

    assert answer.status_code == 200
    assert is_harmless(answer)


@pytest.mark.parametrize("name", ["wagtailadmin_home", "own-pages:index"])
def test_a_payload_is_words_in_lists(client, poisoned, name):
    person(client, "pierigas", "editors")

    assert is_harmless(client.get(reverse(name)))


def test_a_payload_is_words_in_the_message_that_follows(client, poisoned):
    person(client, "pierigas", "editors")
    client.post(reverse("wagtailadmin_pages:unpublish", args=[poisoned.pk]))
    answer = client.get(reverse("wagtailadmin_home"))

    assert "Laipa" in answer.content.decode() or "Tilts" in answer.content.decode()
    assert is_harmless(answer)


@pytest.mark.once
@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", " jAvAsCrIpT:x"])
def test_a_link_of_a_text_cannot_be_a_script(address):
    content = {
        "blocks": [
            {
                "key": "a", "type": "unstyled", "text": f"{SCRIPT} te", "depth": 0,
                "inlineStyleRanges": [], "entityRanges": [{"offset": 0, "length": 6, "key": 0}],
            }
        ],
        "entityMap": {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": address}}},
    }  # fmt: skip
    html = ContentstateConverter(RICH_TEXT_FEATURES).to_database_format(json.dumps(content))

    assert "href" not in html or address.strip().lower() not in html.lower()
    assert "<script" not in html

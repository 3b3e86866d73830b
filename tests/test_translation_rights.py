"""Who may edit a page or record may translate it; who may publish it, its translation."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from communities.models import Need, Resource
from hub.onboarding import hub_owner
from hub.translating.beginning import begin_translation
from tests import factories
from tests.houses import houses_in_english, person, refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(lists):
    """Two houses whose lists and partnerships stand in English too."""
    return houses_in_english("pieriga", "cesis")


def english():
    return factories.make_locale("en")


def submit(client, page, **more):
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return client.post(address, {"locales": [english().pk], **more})


def translated(page, language: str = "en"):
    return Page.objects.filter(
        translation_key=page.translation_key, locale__language_code=language
    ).first()


def begun(thing) -> Translation:
    return begin_translation(thing, english(), None)


def one_of(translation: Translation, view: str, *args) -> str:
    return reverse(f"wagtail_localize:{view}", args=[translation.pk, *args])


# To begin


def test_an_author_begins_the_translation_of_an_own_page_as_a_draft(client, world):
    person(client, "pierigas", "authors")
    response = submit(client, world["babite"])

    page = translated(world["babite"])
    assert response.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert not page.live
    assert page.alias_of is None
    assert page.get_parent().translation_key == world["pieriga"].translation_key
    assert client.get(response.url).status_code == 200


def test_anothers_page_is_not_translated(client, world):
    person(client, "pierigas", "editors")

    assert refused(submit(client, world["rauna"]))
    assert translated(world["rauna"]) is None


def test_what_lies_below_is_translated_with_it(client, world):
    factories.make_solution(world["babite"], "Laipa")
    person(client, "pierigas", "authors")
    submit(client, world["babite"], include_subtree="on")

    page = Page.objects.get(title="Laipa", locale=english())
    assert page.get_parent() == translated(world["babite"])
    assert not page.live


def test_an_author_translates_a_record_of_the_own_community_only(client, world):
    own = factories.make_resource(world["babite"], "Klubs")
    others = factories.make_resource(world["rauna"], "Šķūnis")
    person(client, "pierigas", "authors")
    for record in (own, others):
        address = reverse(
            "wagtail_localize:submit_snippet_translation",
            args=["communities", "resource", record.pk],
        )
        client.post(address, {"locales": [english().pk]})

    made = Resource.objects.get(locale=english())
    assert made.translation_key == own.translation_key
    assert not made.live


# What stands above


def test_missing_pages_above_are_named_and_nothing_is_made(client, world):
    laipa = factories.make_solution(world["babite"], "Laipa")
    person(client, "pierigas", "authors")
    response = submit(client, laipa)

    assert response.status_code == 200
    assert "„Babīte”" in response.content.decode()
    assert translated(laipa) is None
    assert translated(world["babite"]) is None


def test_missing_pages_above_become_drafts_if_that_is_asked_for(client, world):
    laipa = factories.make_solution(world["babite"], "Laipa")
    person(client, "pierigas", "authors")
    submit(client, laipa, include_above="on")

    for page in (world["babite"], laipa):
        made = translated(page)
        assert not made.live
        assert made.alias_of is None


def test_missing_pages_of_others_are_not_made(client, world):
    method = factories.make_method(world["pieriga"], "Zupa")
    translated(world["pieriga"]).delete()
    Page.objects.get(title="Partnerības (en)").delete()
    person(client, "pierigas", "authors")
    response = submit(client, method, include_above="on")

    assert response.status_code == 200
    assert "„Partnerības”" in response.content.decode()
    assert translated(world["partnership-index"]) is None


# To go on


@pytest.mark.parametrize(
    "view", ["download_pofile", "upload_pofile", "machine_translate", "preview_translation",
             "stop_translation"],
)  # fmt: skip
def test_translations_of_others_are_closed(client, world, view):
    translation = begun(world["rauna"])
    person(client, "pierigas", "editors")

    for answer in (client.get, client.post):
        assert answer(one_of(translation, view)).status_code in (302, 403, 404, 405)
    translation.refresh_from_db()
    assert translation.enabled


def test_texts_of_others_cannot_be_written(client, world):
    translation = begun(world["rauna"])
    segment = StringSegment.objects.filter(source=translation.source).first()
    person(client, "pierigas", "editors")
    address = one_of(translation, "edit_string_translation", segment.pk)

    answer = client.put(address, "value=Mine", content_type="application/x-www-form-urlencoded")
    assert answer.status_code in (302, 403)
    assert not segment.string.translations.exists()


def test_a_translation_is_published_by_who_may_publish_the_page(
    client, world, django_capture_on_commit_callbacks
):
    begun(world["babite"])
    address = reverse("wagtailadmin_pages:edit", args=[translated(world["babite"]).pk])
    person(client, "pierigas", "authors")
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address, {"action": "publish"})
    assert not translated(world["babite"]).live

    person(client, "pierigas", "editors")
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address, {"action": "publish"})
    assert translated(world["babite"]).live


def test_publishing_a_records_translation_asks_for_the_right_on_the_record(client, world):
    record = factories.make_resource(world["babite"], "Klubs")
    begun(record)
    made = Resource.objects.get(locale=english())
    # An editor elsewhere, and here an author: stock asks only for the right on the kind.
    user = person(client, "cesu", "editors")
    user.groups.add(world["pieriga"].owning.authors)
    address = reverse("wagtailsnippets_communities_resource:edit", args=[made.pk])

    client.post(address, {"action": "publish"})
    assert not Resource.objects.get(pk=made.pk).live


def test_an_author_updates_a_translation_and_publishes_none(client, world):
    begun(world["babite"])
    source = TranslationSource.objects.get(object_id=world["babite"].translation_key)
    address = reverse("wagtail_localize:update_translations", args=[source.pk])
    person(client, "pierigas", "authors")

    assert "publish_translations" not in client.get(address).content.decode()
    client.post(address, {"publish_translations": "on"})
    assert not translated(world["babite"]).live
    person(client, "cesu", "editors")
    assert refused(client.get(address))


def test_the_report_names_own_translations_only(client, world):
    begun(world["babite"])
    begun(
        Need.objects.create(
            community=world["rauna"], text="Tilts", priority=3, locale=world["rauna"].locale
        )
    )
    person(client, "pierigas", "authors")
    told = client.get(reverse("wagtail_localize:translations_report")).content.decode()

    assert "Babīte" in told
    assert "Tilts" not in told


def test_no_page_becomes_an_alias(client, world):
    begun(world["babite"])
    page = translated(world["babite"])
    person(client, "pierigas", "editors")
    address = reverse("wagtail_localize:convert_to_alias", args=[page.pk])

    assert client.get(address).status_code == 404
    assert client.post(address).status_code == 404
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert refused(client.post(edit, {"localize-convert-to-alias": "1"}))
    assert translated(world["babite"]).alias_of is None


def test_no_language_copies_another(client, world):
    user = get_user_model().objects.create_superuser("b")
    user.groups.add(hub_owner().editors)
    client.force_login(user)
    form = client.get(reverse("wagtaillocales:edit", args=[english().pk])).content.decode()

    assert "sync_from" not in form


# Into moderation


def test_an_author_submits_the_draft_of_a_translation(client, world):
    translation = begun(world["babite"])
    person(client, "pierigas", "authors")
    page = translated(world["babite"])
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    address = reverse("save_translated_draft", args=[translation.pk])
    assert address in editor
    assert 'name="submit"' in editor
    client.post(address, {"submit": "1"})

    page.refresh_from_db()
    assert page.current_workflow_state.status == "in_progress"
    assert not page.live
    segment = StringSegment.objects.filter(source=translation.source).first()
    waiting = one_of(translation, "edit_string_translation", segment.pk)
    answer = client.put(waiting, "value=Later", content_type="application/x-www-form-urlencoded")
    assert answer.status_code in (302, 403)
    assert not segment.string.translations.exists()

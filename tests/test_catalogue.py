"""The catalogue holds what is public and nothing else, whatever happens to a page or record."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from hub.taxonomy import ThemeName
from search.models import Entry, EntryTag
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def lists():
    return factories.make_indexes(factories.make_site())


@pytest.fixture
def pieriga(lists):
    return factories.make_partnership(lists["partnership-index"], "pierigas", "Pierīga")


@pytest.fixture
def babite(pieriga):
    return factories.make_community(
        pieriga, "babite", "Babīte",
        municipality=factories.make_municipality("marupes-novads"),
        latitude="56.95800", longitude="24.10500",
    )  # fmt: skip


@pytest.fixture
def trail(babite):
    return factories.make_solution(
        babite,
        "Dabas taka",
        slug="taka",
        themes=["turisms"],
        audience=["residents"],
        year_from=2021,
    )


def titles(**filters) -> set[str]:
    return set(Entry.objects.current().filter(**filters).values_list("title", flat=True))


def entry(title: str) -> Entry:
    return Entry.objects.get(title=title)


def rows() -> list[dict]:
    """Every row with its tags, without numbers that may differ."""
    order = ("kind", "uuid", "language")
    entries = []
    for row in Entry.objects.order_by(*order).values():
        pk = row.pop("id")
        tags = EntryTag.objects.filter(entry=pk).order_by("name", "value")
        entries.append({**row, "tags": list(tags.values_list("name", "value"))})
    return entries


@pytest.fixture(autouse=True)
def ends_as_a_rebuild_would(request):
    """Whatever a test did, a rebuild changes nothing."""
    yield
    if "fails_rebuild" not in request.keywords:
        before = rows()
        call_command("search_rebuild", stdout=StringIO())
        assert rows() == before


# What stands in a row


def test_an_entry_says_all_that_a_card_and_a_filter_need(trail):
    row = entry("Dabas taka")
    assert (row.kind, row.language, row.url) == (
        "solution",
        "lv",
        "/partneribas/pierigas/babite/taka/",
    )
    assert (row.owner, row.owner_name) == ("pierigas", "Pierīga")
    assert (row.community, row.community_name, row.place) == ("babite", "Babīte", "Babīte")
    assert (row.municipality, row.municipality_name) == ("marupes-novads", "Mārupes novads")
    assert row.point == (56.958, 24.105)
    assert (row.themes, row.audience, row.fact) == (["turisms"], ["residents"], "2021")
    assert set(row.tags.values_list("name", "value")) == {
        ("theme", "turisms"), ("audience", "residents"),
    }  # fmt: skip


def test_every_kind_of_page_has_its_kind(lists, pieriga, babite):
    factories.make_story(babite)
    factories.make_event(babite)
    factories.make_method(lists["toolkit-index"])
    factories.make_guide(pieriga)
    factories.make_news(lists["news-index"])
    factories.make_resource(babite)
    assert set(Entry.objects.values_list("kind", flat=True)) == {
        "partnership", "community", "story", "event", "method", "guide", "page", "resource",
    }  # fmt: skip


def test_the_hubs_own_examples_belong_to_the_hub(lists):
    factories.make_solution(lists["solution-index"], "No Igaunijas", place="Setumaa")
    row = entry("No Igaunijas")
    assert (row.owner, row.community, row.place) == ("hub", "", "Setumaa")
    assert row.is_from_elsewhere


def test_a_hidden_point_never_leaves_the_hub(pieriga):
    factories.make_community(
        pieriga, "slepena", latitude="56.9", longitude="24.1", point_precision="hidden"
    )
    assert entry("Slepena").point is None


# Becoming public, and no longer


def test_a_draft_is_not_there(babite):
    factories.make_solution(babite, "Melnraksts", live=False)
    assert "Melnraksts" not in titles()


def test_an_unpublished_change_is_not_told(trail):
    trail.title = "Vēl nepublicēts"
    trail.save_revision()
    assert titles(kind="solution") == {"Dabas taka"}


def test_publishing_a_change_rewrites_the_row(trail):
    pk = entry("Dabas taka").pk
    trail.title, trail.themes = "Jauna taka", [factories.make_theme("vide")]
    trail.save_revision().publish()
    assert entry("Jauna taka").pk == pk
    assert list(entry("Jauna taka").tags.filter(name="theme").values_list("value", flat=True)) == [
        "vide"
    ]


def test_a_page_saved_live_without_a_revision_is_there(babite):
    page = babite.add_child(
        instance=type(factories.make_solution(babite))(title="Tieši", live=True)
    )
    assert "Tieši" in titles()
    page.title = "Tieši un vēlreiz"
    page.save()
    assert "Tieši un vēlreiz" in titles()


def test_unpublishing_takes_the_row_away(trail):
    trail.unpublish()
    assert "Dabas taka" not in titles()


def test_unpublishing_with_all_below_takes_all_away(babite, trail):
    factories.make_resource(babite, "Saieta nams")
    babite.unpublish()
    Page.objects.get(pk=trail.pk).specific.unpublish()
    assert not titles() & {"Babīte", "Dabas taka", "Saieta nams"}


def test_deleting_takes_the_row_away(trail):
    trail.delete()
    assert "Dabas taka" not in titles()


def test_deleting_a_community_takes_all_of_its_away(babite, trail):
    factories.make_resource(babite, "Saieta nams")
    Page.objects.get(pk=babite.pk).delete()
    assert titles() == {"Pierīga"}
    assert not EntryTag.objects.exists()


def test_what_has_expired_is_not_shown_even_before_it_is_unpublished(trail):
    trail.expire_at = timezone.now() + timedelta(hours=1)
    trail.save_revision().publish()
    assert "Dabas taka" in titles()
    Entry.objects.filter(title="Dabas taka").update(expires_at=timezone.now())
    Page.objects.filter(pk=trail.pk).update(expire_at=timezone.now())
    assert "Dabas taka" not in titles()
    call_command("publish_scheduled")
    assert not Entry.objects.filter(title="Dabas taka").exists()


def test_a_page_with_a_password_is_not_there(trail):
    restriction = PageViewRestriction.objects.create(
        page=trail, restriction_type="password", password="x"
    )
    assert "Dabas taka" not in titles()
    restriction.delete()
    assert "Dabas taka" in titles()


@pytest.mark.parametrize("kind", ["login", "groups", "password"])
def test_making_an_ancestor_private_hides_all_below(pieriga, babite, trail, kind):
    factories.make_resource(babite, "Saieta nams")
    restriction = PageViewRestriction.objects.create(page=pieriga, restriction_type=kind)
    assert titles() == set()
    restriction.delete()
    assert titles() == {"Pierīga", "Babīte", "Dabas taka", "Saieta nams"}


def test_a_page_published_below_a_private_one_is_not_there(babite):
    PageViewRestriction.objects.create(page=babite, restriction_type="login")
    factories.make_solution(babite, "Iekšēji")
    factories.make_resource(babite, "Tikai mums")
    assert not titles() & {"Iekšēji", "Tikai mums"}


# Moving and renaming


def test_moving_a_page_changes_its_address_and_owner(lists, trail):
    cesu = factories.make_partnership(lists["partnership-index"], "cesu", "Cēsis")
    taurene = factories.make_community(cesu, "taurene", "Taurene")
    trail.move(taurene, pos="last-child")
    row = entry("Dabas taka")
    assert (row.url, row.owner, row.community) == (
        "/partneribas/cesu/taurene/taka/", "cesu", "taurene",
    )  # fmt: skip


def test_moving_a_community_takes_all_of_its_along(lists, babite, trail):
    factories.make_resource(babite, "Saieta nams")
    cesu = factories.make_partnership(lists["partnership-index"], "cesu", "Cēsis")
    babite.move(cesu, pos="last-child")
    assert titles(owner="cesu") == {"Cēsis", "Babīte", "Dabas taka", "Saieta nams"}
    assert entry("Dabas taka").url == "/partneribas/cesu/babite/taka/"


def test_moving_below_a_private_page_hides(lists, trail):
    cesu = factories.make_partnership(lists["partnership-index"], "cesu", "Cēsis")
    taurene = factories.make_community(cesu, "taurene", "Taurene")
    PageViewRestriction.objects.create(page=taurene, restriction_type="login")
    trail.move(taurene, pos="last-child")
    assert "Dabas taka" not in titles()


def test_a_new_slug_of_a_parent_changes_all_addresses(
    babite, trail, django_capture_on_commit_callbacks
):
    babite.slug = "babites-ciems"
    with django_capture_on_commit_callbacks(execute=True):
        babite.save_revision().publish()
    assert entry("Babīte").url == "/partneribas/pierigas/babites-ciems/"
    assert entry("Dabas taka").url == "/partneribas/pierigas/babites-ciems/taka/"
    assert entry("Dabas taka").community == "babite"


def test_a_renamed_partnership_is_renamed_everywhere(pieriga, trail):
    pieriga.title = "Pierīgas partnerība"
    pieriga.save_revision().publish()
    assert entry("Dabas taka").owner_name == "Pierīgas partnerība"


def test_a_community_that_moves_its_point_moves_its_solutions(babite, trail):
    babite.latitude = "57.00000"
    babite.save_revision().publish()
    assert entry("Dabas taka").point == (57.0, 24.105)


# Languages


def test_a_translation_has_a_row_of_its_own(lists, trail):
    home = Page.objects.get(depth=2).specific
    home_en = factories.translated(home, title="KOPA in English")
    shelf = factories.make_page(
        home_en, type(lists["solution-index"]), "Solutions", slug="solutions"
    )
    english = factories.translated(trail, shelf, title="Nature trail", slug="trail")
    assert set(Entry.objects.filter(uuid=trail.translation_key).values_list("language", "title")) == {
        ("lv", "Dabas taka"), ("en", "Nature trail"),
    }  # fmt: skip
    assert entry("Nature trail").url == "/en/solutions/trail/"
    english.unpublish()
    assert Entry.objects.filter(uuid=trail.translation_key).count() == 1


def test_an_alias_in_another_language_is_no_translation(trail):
    home = Page.objects.get(depth=2).specific
    home.copy_for_translation(factories.make_locale("en"), alias=True)
    assert not Entry.objects.filter(language="en").exists()
    for page in (*trail.get_ancestors().filter(depth__gt=2), trail):
        page.specific.copy_for_translation(factories.make_locale("en"), alias=True)
    assert Page.objects.filter(locale__language_code="en", live=True).count() > 1
    assert not Entry.objects.filter(language="en").exists()


# Resources


def test_a_resource_is_there_only_for_everyone(babite):
    resource = factories.make_resource(babite, "Saieta nams")
    assert "Saieta nams" in titles(kind="resource")
    for visibility in ("partners", "owner"):
        resource.visibility = visibility
        resource.save()
        assert "Saieta nams" not in titles()
    resource.visibility = "public"
    resource.save()
    assert "Saieta nams" in titles()
    resource.unpublish()
    assert "Saieta nams" not in titles()


def test_a_draft_resource_and_a_deleted_one_are_not_there(babite):
    factories.make_resource(babite, "Nav vēl", live=False)
    resource = factories.make_resource(babite, "Vairs nav")
    resource.delete()
    assert not titles() & {"Nav vēl", "Vairs nav"}


def test_resources_follow_their_community(babite):
    factories.make_resource(babite, "Saieta nams")
    babite.unpublish()
    assert "Saieta nams" not in titles()
    babite.save_revision().publish()
    assert "Saieta nams" in titles()


# Documents


@pytest.fixture
def form():
    return factories.make_document("Pieteikuma veidlapa")


def with_document(page, document):
    page.body = [("document", {"document": document, "title": ""})]
    page.save_revision().publish()


def test_a_document_is_there_only_while_a_public_page_refers_to_it(trail, form):
    assert "Pieteikuma veidlapa" not in titles()
    with_document(trail, form)
    row = entry("Pieteikuma veidlapa")
    assert (row.kind, row.language, row.url) == ("document", "lv", form.url)
    trail.body = []
    trail.save_revision().publish()
    assert "Pieteikuma veidlapa" not in titles()


def test_a_document_of_an_unpublished_page_is_not_there(trail, form):
    with_document(trail, form)
    trail.unpublish()
    assert "Pieteikuma veidlapa" not in titles()


def test_a_document_of_a_deleted_page_is_not_there(trail, form):
    with_document(trail, form)
    Page.objects.get(pk=trail.pk).delete()
    assert "Pieteikuma veidlapa" not in titles()


def test_a_document_of_a_draft_is_not_there(trail, form):
    trail.body = [("document", {"document": form, "title": ""})]
    trail.save_revision()
    assert "Pieteikuma veidlapa" not in titles()


def test_a_document_stays_while_another_page_refers_to_it(babite, trail, form):
    other = factories.make_solution(babite, "Cita taka")
    for page in (trail, other):
        with_document(page, form)
    trail.unpublish()
    assert "Pieteikuma veidlapa" in titles()
    Page.objects.get(pk=other.pk).delete()
    assert "Pieteikuma veidlapa" not in titles()


def test_a_document_is_hidden_with_its_page_or_its_collection(babite, trail, form):
    with_document(trail, form)
    restriction = PageViewRestriction.objects.create(page=babite, restriction_type="login")
    assert "Pieteikuma veidlapa" not in titles()
    restriction.delete()
    assert "Pieteikuma veidlapa" in titles()
    locked = Collection.get_first_root_node().add_child(name="Slēgts")
    form.collection = locked
    form.save()
    restriction = CollectionViewRestriction.objects.create(
        collection=locked, restriction_type="login"
    )
    assert "Pieteikuma veidlapa" not in titles()
    restriction.delete()
    assert "Pieteikuma veidlapa" in titles()


def test_a_deleted_document_is_not_there(trail, form):
    with_document(trail, form)
    form.delete()
    assert "Pieteikuma veidlapa" not in titles()


def test_a_renamed_document_is_renamed(trail, form):
    with_document(trail, form)
    form.title = "Veidlapa 2026"
    form.save()
    assert titles(kind="document") == {"Veidlapa 2026"}


# Themes and pictures


def test_a_renamed_theme_is_found_by_its_new_name(trail):
    name = ThemeName.objects.get(theme__slug="turisms", language="lv")
    name.name = "Ceļošana"
    name.save()
    assert "celos" in entry("Dabas taka").place_stems


def test_a_deleted_theme_leaves_its_pages(trail):
    factories.make_theme("turisms").delete()
    assert entry("Dabas taka").themes == []
    assert not EntryTag.objects.filter(name="theme").exists()


def test_card_pictures_are_made_when_a_page_is_published(babite):
    factories.make_solution(
        babite, "Ar attēlu", lead_image=factories.make_image(), lead_image_alt="Taka"
    )
    picture = entry("Ar attēlu").picture
    assert picture["alt"] == "Taka"
    assert picture["src"].startswith("/media/images/")
    assert set(picture["srcset"]) >= {"webp", "jpeg"}


def test_a_broken_picture_never_stops_a_publish(babite):
    image = factories.make_image()
    image.file.storage.delete(image.file.name)
    image.file.storage.save(image.file.name, ContentFile(b"no picture"))
    factories.make_solution(babite, "Bez attēla", lead_image=image)
    assert entry("Bez attēla").picture == {}


def test_a_deleted_picture_leaves_no_dead_address(babite):
    image = factories.make_image()
    factories.make_solution(babite, "Ar attēlu", lead_image=image)
    image.delete()
    assert entry("Ar attēlu").picture == {}


# Rebuilding


def test_a_rebuild_starts_from_nothing_and_takes_away_what_is_false(trail):
    before = rows()
    Entry.objects.all().delete()
    Entry.objects.create(
        kind="page", uuid=trail.translation_key, language="lv", title="Nepatiess", url="/x/",
        owner="hub", source_type_id=1, source_id=0,
    )  # fmt: skip
    call_command("search_rebuild", stdout=StringIO())
    assert rows() == before

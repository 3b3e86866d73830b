"""Editors arrange menu, footer, contacts and who pays; readers see what they published."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from home.models import Surroundings
from tests import factories
from tests.houses import two_houses
from tests.measuring import Visitor

pytestmark = [pytest.mark.once, pytest.mark.django_db]


@pytest.fixture
def world():
    houses = two_houses()
    home = houses["news-index"].get_parent().specific
    home_en = factories.translated(home, title="KOPA", slug="en-home")
    about = factories.make_standard(home, "Par projektu", slug="par-projektu")
    about_en = factories.translated(about, home_en, title="About us", slug="about")
    return {**houses, "home": home, "about": about, "home_en": home_en, "about_en": about_en}


def arrange(language: str = "lv", **fields) -> Surroundings:
    """A published arrangement, as an editor would make it."""
    surroundings = Surroundings(language=language, live=False, **fields)
    surroundings.save()
    surroundings.save_revision().publish()
    return Surroundings.objects.get(pk=surroundings.pk)


def link(page, label: str = "") -> tuple:
    return "page", {"page": page, "label": label}


def column(*links, title: str = "") -> tuple:
    return "column", {"title": title, "links": list(links)}


def parts(client, address: str = "/") -> tuple[str, str]:
    """The markup of the menu and of the footer."""
    text = client.get(address).content.decode()
    menu = text.partition('class="site-menu"')[2].partition("</nav>")[0]
    return menu, text.partition('class="site-footer"')[2]


def test_menu_has_the_chosen_pages_in_their_order_under_shorter_titles(client, world):
    arrange(menu=[link(world["toolkit-index"], "Rīki"), link(world["babite"])])

    menu, _footer = parts(client)

    assert menu.index('<a href="/riki/">Rīki</a>') < menu.index(
        '<a href="/partneribas/pierigas/babite/">Babīte</a>'
    )
    assert menu.count("<li>") == 2


def test_empty_menu_is_made_of_the_tree(client, world):
    arrange(about="Ciemi dalās.")

    assert '<a href="/risinajumi/">Viedie risinājumi</a>' in parts(client)[0]


def test_page_is_shown_in_the_language_of_the_menu_or_not_at_all(client, world):
    arrange("en", menu=[link(world["about"]), link(world["toolkit-index"])])

    menu, _footer = parts(client, "/en/")

    assert '<a href="/en/about/">About us</a>' in menu
    assert "riki" not in menu


def unpublish(page):
    page.unpublish()


def make_private(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def make_private_from_above(page):
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")


def let_expire(page):
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))


def delete(page):
    page.delete()


@pytest.mark.parametrize(
    "hide", [unpublish, make_private, make_private_from_above, let_expire, delete]
)
def test_page_that_nobody_may_read_is_in_neither_menu_nor_footer(client, world, hide):
    babite, toolkit = world["babite"], world["toolkit-index"]
    arrange(
        menu=[link(toolkit), link(babite)],
        columns=[column(link(babite, "Mūsu ciems"), link(toolkit, "Rīku lade"))],
    )
    menu, footer = parts(client)
    assert "/babite/" in menu
    assert "Mūsu ciems" in footer

    hide(babite)

    menu, footer = parts(client)
    assert "/babite/" not in menu
    assert "Mūsu ciems" not in footer
    assert "Rīku lade" in footer


def test_menu_whose_pages_are_all_gone_is_made_of_the_tree(client, world):
    arrange(menu=[link(world["babite"])])
    world["babite"].unpublish()

    assert '<a href="/risinajumi/">' in parts(client)[0]


def test_footer_has_words_columns_and_contacts(client, world):
    elsewhere = {"label": "Lauku tīkls", "url": "https://laukutikls.lv/"}
    arrange(
        about="Ciemi dalās.",
        columns=[column(link(world["about"]), ("address", elsewhere), title="Par mums")],
        email="kopa@example.org",
        phone="+371 20 000 000",
        address="Mārupe",
        profiles=[("address", {"label": "YouTube", "url": "https://youtube.com/kopa"})],
    )

    footer = parts(client)[1]

    for said in (
        "<p>Ciemi dalās.</p>",
        '<p class="site-footer__title">Par mums</p>',
        '<a href="/par-projektu/">Par projektu</a>',
        '<a href="https://laukutikls.lv/" rel="external">Lauku tīkls</a>',
        '<a href="mailto:kopa@example.org">kopa@example.org</a>',
        '<a href="tel:+37120000000">+371 20 000 000</a>',
        "<span>Mārupe</span>",
        '<a href="https://youtube.com/kopa" rel="external">YouTube</a>',
    ):
        assert said in footer


def test_column_without_a_page_to_show_is_left_out(client, world):
    arrange(columns=[column(link(world["babite"]), title="Ciems"), column(link(world["about"]))])
    world["babite"].unpublish()

    assert "Ciems</p>" not in parts(client)[1]


def test_partnerships_in_the_footer_are_those_that_have_a_public_page(client, world):
    assert "<span>Cēsis</span>" in parts(client)[1]

    world["cesis"].unpublish()

    footer = parts(client)[1]
    assert "Cēsis" not in footer
    assert '<a href="/partneribas/pierigas/"><svg class="mark hue-1"' in footer


def test_partnerships_without_a_translation_are_not_in_the_other_footer(client, world):
    assert "Pierīga" not in parts(client, "/en/")[1]


def test_who_pays_stands_in_words_where_there_are_no_emblems(client, world):
    assert "Eiropas Lauksaimniecības fonds" in parts(client)[1]

    arrange(funders="Atbalsta LEADER.")

    footer = parts(client)[1]
    assert "<p>Atbalsta LEADER.</p>" in footer
    assert "Eiropas Lauksaimniecības fonds" not in footer


def emblem(image, name: str, url: str = "") -> tuple:
    return "emblem", {"image": image, "name": name, "url": url}


def test_who_pays_stands_in_pictures_with_their_words(client, world):
    image = factories.make_image()
    arrange(emblems=[emblem(image, "Eiropas Savienība", "https://europa.eu/"), emblem(image, "ZM")])

    footer = parts(client)[1]

    assert 'alt="Eiropas Savienība"' in footer
    assert '<a class="emblem" href="https://europa.eu/" rel="external"><img src="/media/' in footer
    assert '<span class="emblem"><img src="/media/' in footer
    assert "Eiropas Lauksaimniecības fonds" not in footer


def test_words_stand_below_the_pictures_if_editors_wrote_any(client, world):
    arrange(emblems=[emblem(factories.make_image(), "ES")], funders="Atbalsta LEADER.")

    assert "<p>Atbalsta LEADER.</p>" in parts(client)[1]


def test_emblem_whose_picture_is_deleted_is_left_out_at_once(client, world):
    image = factories.make_image()
    arrange(emblems=[emblem(image, "ES")])
    assert 'alt="ES"' in parts(client)[1]

    image.delete()

    footer = parts(client)[1]
    assert 'alt="ES"' not in footer
    assert "Eiropas Lauksaimniecības fonds" in footer


def test_emblem_whose_picture_is_changed_is_shown_anew(client, world):
    image = factories.make_image()
    arrange(emblems=[emblem(image, "ES")])
    before = parts(client)[1]

    image.file = ContentFile(factories.picture_bytes("red"), "cits.jpg")
    image.save()
    image.renditions.all().delete()

    assert "cits" in parts(client)[1]
    assert "cits" not in before


def test_emblem_whose_file_is_lost_is_left_out(client, world):
    image = factories.make_image()
    image.file.storage.delete(image.file.name)
    arrange(emblems=[emblem(image, "ES")], funders="Atbalsta LEADER.")

    assert 'alt="ES"' not in parts(client)[1]


def test_what_is_published_is_seen_at_once_and_a_draft_by_nobody(client, world):
    surroundings = arrange(about="Pirmais.")
    assert "Pirmais." in parts(client)[1]

    surroundings.about = "Otrais."
    draft = surroundings.save_revision()
    assert "Pirmais." in parts(client)[1]

    draft.publish()
    assert "Otrais." in parts(client)[1]

    Surroundings.objects.get().unpublish()
    assert "Otrais." not in parts(client)[1]


def test_each_language_has_its_own(client, world):
    arrange("lv", about="Ciemi dalās.")
    arrange("en", about="Villages share.")

    assert "Villages share." not in parts(client)[1]
    assert "Villages share." in parts(client, "/en/")[1]


def test_pages_that_are_not_there_have_menu_and_footer_too(client, world):
    arrange(menu=[link(world["babite"])], about="Ciemi dalās.")
    menu, footer = parts(client, "/nekas/")

    assert "/babite/" in menu
    assert "Ciemi dalās." in footer


def test_an_arrangement_costs_a_page_no_query(world):
    visitor = Visitor()
    visitor.answer("/par-projektu/")
    before = len(visitor.statements("/par-projektu/"))

    arrange(
        menu=[link(world["babite"]), link(world["toolkit-index"])],
        columns=[column(link(world["cesis"]), link(world["about"]))],
        emblems=[emblem(factories.make_image(), "ES")],
    )
    visitor.answer("/par-projektu/")

    assert len(visitor.statements("/par-projektu/")) == before

"""What readers do on the hub, on a phone and on a wide screen, with JavaScript and without."""

import re

import pytest
from playwright.sync_api import expect

on_each_device = pytest.mark.parametrize(
    "browser_context_args",
    ["phone", "phone without scripts", "desktop", "desktop without scripts"],
    indirect=True,
)
on_phone_and_desktop = pytest.mark.parametrize(
    "browser_context_args", ["phone", "desktop"], indirect=True
)


def follow(page, name: str) -> None:
    """Go by the link of that name in the page's own part."""
    page.get_by_role("main").get_by_role("link", name=name, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


@on_each_device
def test_from_home_to_what_a_village_did(page):
    page.goto("/")
    follow(page, "Pierīgas partnerība")
    follow(page, "Babīte")
    follow(page, "Mežinieku norādes")

    expect(page).to_have_url(re.compile("/partneribas/pierigas/babite/mezinieku-norades/$"))


@on_each_device
def test_translated_page_has_its_other_language_one_link_away_and_back(page):
    page.goto("/partneribas/pierigas/babite/mezinieku-norades/")
    page.get_by_role("link", name="English", exact=True).click()
    expect(page).to_have_url(re.compile("/en/partnerships/pieriga/babite/signposts/$"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_have_text("Foresters’ signposts")

    page.get_by_role("link", name="Latviešu", exact=True).click()
    expect(page).to_have_url(re.compile("/partneribas/pierigas/babite/mezinieku-norades/$"))
    expect(page.locator("html")).to_have_attribute("lang", "lv")


@on_phone_and_desktop
def test_untranslated_page_says_so_and_names_what_there_is_instead(page):
    page.goto("/risinajumi/paneli-1/")
    english = page.locator(".languages li", has=page.get_by_role("link", name="English"))
    expect(english).to_contain_text("Šī lapa vēl nav tulkota")
    english.get_by_role("link").click()

    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not in English yet")
    main = page.get_by_role("main")
    expect(main.get_by_role("link", name="Saules paneļi ciema namam 1")).to_be_visible()
    main.get_by_role("link", name="Smart solutions").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Smart solutions")


@on_each_device
def test_search_in_the_header_shows_the_words_in_their_sentence_and_leads_on(page):
    page.goto("/riki/")
    field = page.locator("#site-search")
    field.fill("norādes")
    field.press("Enter")
    hit = page.locator(".hit", has=page.get_by_role("link", name="Mežinieku norādes"))
    expect(hit.locator("mark").first).to_have_text("norādes")

    hit.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mežinieku norādes")


@on_each_device
def test_search_without_a_hit_offers_themes(page):
    page.goto("/search/?q=zilonis")
    page.get_by_role("link", name="Tūrisms un maršruti").first.click()

    expect(page.locator(".hit").first).to_be_visible()


@on_each_device
def test_chosen_theme_narrows_the_list_until_its_chip_is_taken_away(page):
    page.goto("/risinajumi/")
    count = page.locator("#results-title")
    expect(count).to_contain_text("31")
    if page.locator(".listing__filter").is_visible():
        page.locator(".listing__filter").click()
    page.get_by_role("checkbox", name="Enerģija un energokopienas").check()
    page.locator(".facets__foot button").click()
    chip = page.locator("#results").get_by_role("link", name="Enerģija un energokopienas")
    expect(chip).to_be_visible()
    expect(count).to_contain_text("29")

    chip.click()
    expect(chip).to_have_count(0)
    expect(count).to_contain_text("31")


@on_each_device
def test_long_list_goes_on_on_its_next_page(page):
    page.goto("/risinajumi/")
    expect(page.locator("#results .card")).to_have_count(24)
    page.locator(".pagination a[rel=next]").click()
    expect(page.locator("#results .card")).to_have_count(7)
    expect(page.locator(".pagination [aria-current=page]")).to_contain_text("2")

    page.locator(".pagination a[rel=prev]").click()
    expect(page.locator("#results .card")).to_have_count(24)


@pytest.mark.parametrize("browser_context_args", ["phone", "phone without scripts"], indirect=True)
def test_menu_of_a_phone_opens_and_closes_by_its_links(page):
    page.goto("/")
    menu = page.locator("#menu")
    expect(menu).to_be_hidden()
    page.locator(".site-header__menu").click()
    expect(menu.get_by_role("link", name="Rīki kopienai")).to_be_visible()

    page.locator(".site-menu__close").click()
    expect(menu).to_be_hidden()


@pytest.mark.parametrize(
    ("address", "language", "heading"),
    [
        ("/tadas-lapas-nav/", "lv", "Tādas lapas nav"),
        ("/en/no-such-page/", "en", "There is no such page"),
    ],
)
def test_missing_page_says_so_in_the_language_of_its_address(page, address, language, heading):
    assert page.goto(address).status == 404
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    expect(page.get_by_role("main").get_by_role("searchbox")).to_be_visible()


def test_draft_is_not_there_for_readers(page, complaints):
    assert page.goto("/risinajumi/melnraksts/").status == 404
    complaints.clear()

    page.goto("/search/?q=neviens vēl neredz")
    expect(page.get_by_text("Neviens to vēl neredz")).to_have_count(0)


@on_phone_and_desktop
def test_line_of_a_transcript_winds_the_video_to_its_moment(page):
    page.goto("/partneribas/pierigas/babite/pastaiga/")
    page.get_by_role("link", name="0:03").click()

    expect(page).to_have_url(re.compile(r"\?t=3#video$"))
    assert page.locator("#video").evaluate("video => video.currentTime") >= 3


@on_each_device
def test_what_a_story_says_can_be_read_in_the_language_it_is_said_in(page):
    page.goto("/en/partnerships/pieriga/babite/walk/")
    said = page.locator(".cues", has_text="Ejam mežā.")

    expect(said).to_be_visible()
    expect(said).to_have_attribute("lang", "lv")


@on_each_device
def test_from_the_calendar_to_an_event(page):
    page.goto("/notikumi/")
    page.get_by_role("main").get_by_role("link", name="Kopienas forums").first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Kopienas forums")
    expect(page.get_by_role("link", name="Nākšu")).to_have_attribute(
        "href", "https://example.org/nakt"
    )

"""What we add to the admin can be used by everyone; its preview shows what is not saved yet."""

import pytest
from playwright.sync_api import expect

from communities.models import CommunityPage, PartnershipPage
from tests import factories
from tests.browser.axe import STANDARDS, violations
from tests.browser.test_accessibility import RULES_OF_COLOUR
from tests.browser.world import EDITOR, PASSWORD

PAGES = {
    "desk": "/admin/",
    "guide": "/admin/guide/",
    "own pages": "/admin/own-pages/?state=published",
}
WIDTHS = {"mobile": 390, "tablet": 768, "desktop": 1280}
# Wagtail saves what is written by itself after a while, so each test has a draft of its own.
PREVIEWED = {
    "solution": factories.make_solution,
    "story": factories.make_story,
    "event": factories.make_event,
    "news": factories.make_news,
    "method": factories.make_method,
    "guide": factories.make_guide,
    "plain page": factories.make_standard,
}


def look(page, name: str) -> list[str]:
    """What axe finds, light and wide, then by colour in the dark and on a phone."""
    found = [f"{name}, light: {line}" for line in violations(page, runOnly=STANDARDS)]
    page.emulate_media(color_scheme="dark")
    found += [f"{name}, dark: {line}" for line in violations(page, runOnly=RULES_OF_COLOUR)]
    page.set_viewport_size({"width": 390, "height": 800})
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    found += [f"{name}: wider than a phone"] if page.evaluate(overflow) > 0 else []
    return found


def log_in(page) -> None:
    page.goto("/admin/login/")
    page.locator("#id_username").fill(EDITOR)
    page.locator("#id_password").fill(PASSWORD)
    page.locator(".login-form button[type=submit]").click()
    expect(page.locator(".w-dashboard")).to_be_visible()


def test_login_page_breaks_no_rule(page):
    page.goto("/admin/login/")

    assert look(page, "login") == []


def test_refused_login_breaks_no_rule_and_keeps_the_name(page):
    page.goto("/admin/login/")
    page.locator("#id_username").fill(EDITOR)
    page.locator("#id_password").fill("nepareiza")
    page.locator(".login-form button[type=submit]").click()
    expect(page.locator(".messages .error")).to_contain_text("nesader")
    expect(page.locator("#id_username")).to_have_value(EDITOR)

    assert look(page, "refused login") == []


def test_english_is_chosen_by_its_button(page):
    page.goto("/admin/login/")
    page.get_by_role("button", name="English").click()

    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


@pytest.mark.parametrize("name", PAGES)
def test_pages_of_ours_in_the_admin_break_no_rule(page, name):
    log_in(page)
    page.goto(PAGES[name])
    page.locator("main h1").first.wait_for()

    assert look(page, name) == []


@pytest.mark.parametrize("kind", PREVIEWED)
def test_preview_shows_what_is_not_published_as_wide_as_the_device(page, kind):
    parents = CommunityPage if kind in ("solution", "story", "event") else PartnershipPage
    parent = parents.objects.filter(locale__language_code="lv").order_by("path").first()
    edited = PREVIEWED[kind](parent, f"Melnraksts: {kind}", live=False)
    log_in(page)
    page.goto(f"/admin/pages/{edited.pk}/edit/")
    page.locator("[data-side-panel-toggle=preview]").click()
    preview = page.frame_locator("#w-preview-iframe")
    heading = preview.get_by_role("heading", level=1)
    expect(heading).to_have_text(edited.title, timeout=20_000)
    # Wagtail remembers how the form began a while after loading; what is written before is lost.
    page.wait_for_timeout(4_000)
    page.locator("#id_title").fill("Vēl nepublicēts nosaukums")
    expect(heading).to_have_text("Vēl nepublicēts nosaukums", timeout=20_000)

    for name, width in WIDTHS.items():
        page.locator(f"input[name=preview-size][value={name}]").check(force=True)
        expect(preview.locator("html")).to_have_js_property("clientWidth", width)
    page.goto("/healthz")  # so that Wagtail hears that nobody edits while the site still answers

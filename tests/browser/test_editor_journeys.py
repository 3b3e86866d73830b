"""An editor changes a page, and readers see it at once."""

from playwright.sync_api import expect

from communities.models import SolutionPage
from tests.browser.world import EDITOR, PASSWORD


def test_published_summary_is_on_the_page_and_found_at_once(page, new_context):
    garden = SolutionPage.objects.get(slug="darzs")
    page.goto(f"/admin/pages/{garden.pk}/edit/")
    page.locator("#id_username").fill(EDITOR)
    page.locator("#id_password").fill(PASSWORD)
    page.locator(".login-form button[type=submit]").click()
    page.locator("#id_summary").fill("Siltumnīca, kurā nogatavojas vīnogas.")
    page.locator("[data-w-dropdown-target=toggle]").last.click()
    page.locator("[name=action-publish]").click()
    expect(page.locator(".messages .success")).to_be_visible()

    reader = new_context().new_page()
    reader.goto(garden.url)
    expect(reader.get_by_text("Siltumnīca, kurā nogatavojas vīnogas.")).to_be_visible()
    reader.goto("/search/?q=vīnogas")
    expect(reader.get_by_role("link", name="Kopienas dārzs")).to_be_visible()

"""An editor changes a page, and readers see it at once."""

from playwright.sync_api import expect

from home.models import StandardPage
from tests.browser.world import EDITOR, PASSWORD


def test_published_summary_is_on_the_page_and_found_at_once(page, new_context):
    own = StandardPage.objects.get(slug="redaktores-lapa")
    page.goto(f"/admin/pages/{own.pk}/edit/")
    page.locator("#id_username").fill(EDITOR)
    page.locator("#id_password").fill(PASSWORD)
    page.locator(".login-form button[type=submit]").click()
    page.locator("#id_summary").fill("Siltumnīca, kurā nogatavojas vīnogas.")
    page.locator("[data-w-dropdown-target=toggle]").last.click()
    page.locator("[name=action-publish]").click()
    expect(page.locator(".messages .success")).to_be_visible()

    reader = new_context().new_page()
    reader.goto(own.url)
    expect(reader.get_by_text("Siltumnīca, kurā nogatavojas vīnogas.")).to_be_visible()
    reader.goto("/search/?q=vīnogas")
    expect(reader.get_by_role("link", name="Redaktores lapa")).to_be_visible()

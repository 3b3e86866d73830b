"""Advice comes and goes while one writes, and leads to its field."""

from playwright.sync_api import expect

from communities.models import CommunityPage
from tests import factories
from tests.browser.axe import STANDARDS, violations
from tests.browser.test_admin import log_in


def test_advice_goes_once_it_is_followed_and_leads_to_its_field(page):
    village = CommunityPage.objects.filter(locale__language_code="lv").order_by("path").first()
    draft = factories.make_solution(village, "Norādes mežā", live=False)
    log_in(page)
    page.goto(f"/admin/pages/{draft.pk}/edit/")
    page.locator("[data-side-panel-toggle=checks]").click()
    advice = page.locator("[data-advice]")
    expect(advice.get_by_text("Nav kopsavilkuma")).to_be_visible(timeout=20_000)
    expect(advice.get_by_text("Vēl nav izstāstīts")).to_have_count(2)
    found = [line for line in violations(page, runOnly=STANDARDS) if "advice" in line]

    # It stands behind another tab.
    advice.get_by_role("button", name="Avoti").click()
    expect(page.get_by_role("tab", name="Par šo lapu")).to_have_attribute("aria-selected", "true")
    advice.get_by_role("button", name="Kopsavilkums").click()
    expect(page.locator("#id_summary")).to_be_focused()
    # Wagtail remembers how the form began a while after loading; what is written before is lost.
    page.wait_for_timeout(4_000)
    page.locator("#id_summary").fill("Septiņdesmit koka norādes.")
    expect(advice.get_by_text("Nav kopsavilkuma")).to_have_count(0, timeout=20_000)
    page.goto("/healthz")  # so that Wagtail hears that nobody edits while the site still answers

    assert found == []

"""On a phone nothing moves while a page comes, and few files come before it can be read."""

import pytest

from tests.browser.addresses import PAGES

MOST_SHIFT = 0.02
MOST_REQUESTS = 12
MILLISECONDS_TO_SETTLE = 300
OBSERVE = """
    window.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(
        (entry) => { shift += entry.value; }
    )).observe({type: "layout-shift", buffered: true});
"""
LATVIAN = {name: versions["lv"] for name, versions in PAGES.items()}


@pytest.mark.parametrize("browser_context_args", ["phone"], indirect=True)
@pytest.mark.parametrize("address", LATVIAN.values(), ids=LATVIAN)
def test_page_comes_in_few_files_and_stays_where_it_is(page, address):
    page.add_init_script(OBSERVE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    files = [url for url in asked if "/media/" not in url]
    # Only phones have the letters that are as wide as ours; here ours are there the second time.
    page.goto(address)
    page.wait_for_timeout(MILLISECONDS_TO_SETTLE)

    assert page.evaluate("shift") <= MOST_SHIFT
    assert len(files) <= MOST_REQUESTS, files

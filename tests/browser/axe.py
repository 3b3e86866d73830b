"""axe in the browser: which rules of WCAG 2.2 AA and of good practice a page breaks."""

from axe_playwright_python.sync_playwright import Axe

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SOURCE = Axe().axe_script
# All that axe found would be some 200 kB for each page.
RUN = """async (options) => (await axe.run(document, options)).violations.flatMap(
    (rule) => rule.nodes.slice(0, 4).map((node) => `${rule.id}: ${node.html.slice(0, 160)}`)
)"""


def violations(page, **options) -> list[str]:
    """Each violation of a rule with the first elements that break it; all rules, unless told."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(SOURCE)
    return page.evaluate(RUN, {"runOnly": STANDARDS, **options, "resultTypes": ["violations"]})

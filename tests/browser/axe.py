"""axe in the browser: which rules of WCAG 2.2 AA and of good practice a page breaks."""

from axe_playwright_python.sync_playwright import Axe

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page, **options) -> list[str]:
    """Each violation of a rule with the first elements that break it; all rules, unless told."""
    asked = {"runOnly": STANDARDS, **options, "resultTypes": ["violations"]}
    found = Axe().run(page, options=asked).response
    return [
        f"{rule['id']}: {node['html'][:160]}"
        for rule in found["violations"]
        for node in rule["nodes"][:4]
    ]

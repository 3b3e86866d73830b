"""What a phone sees of each page on a slow line, and what it loads, in a real browser.

A phone of 390 by 844 points on „slow 4G” (150 ms, 1.6 Mbit/s) with a processor four times slower
than this one. It comes for the first time: nothing is in its cache.
"""

from collections import Counter
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import Browser, CDPSession, sync_playwright

from tests.bench.server import running
from tests.services.components import COMPONENTS, chromium
from tests.worlds import Addresses

TIMES = 3
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True}
SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
CPU_SLOWDOWN = 4
MILLISECONDS_TO_SETTLE = 1500
OBSERVE = """
    window.seen = {lcp: 0, cls: 0, tbt: 0};
    const watch = (type, note) => new PerformanceObserver(
        (list) => list.getEntries().forEach(note)
    ).observe({type, buffered: true});
    watch("largest-contentful-paint", (entry) => { seen.lcp = entry.startTime; });
    watch("layout-shift", (entry) => { if (!entry.hadRecentInput) seen.cls += entry.value; });
    watch("longtask", (entry) => { seen.tbt += entry.duration - 50; });
"""
# Of each column the most that a page should take; bytes on the way, without headers.
GOALS = {
    "LCP": 1500, "CLS": 0.02, "TBT": 50, "requests": 12, "bare": 60_000, "all": 150_000,
    "css": 12_000, "js": 8_000, "font": 21_000,
}  # fmt: skip
_KINDS = {"Stylesheet": "css", "Script": "js", "Font": "font"}
_FORM = "{:<20}" + "{:>10}" * len(GOALS)


def report(addresses: Addresses) -> None:
    """Print a line for each page; what misses its goal is marked."""
    if chromium() is None:
        print(f"\nNot measured in a browser: {COMPONENTS['chromium'].advice}")
        return
    print("\n" + _FORM.format("slow 4G, CPU ×4", *GOALS))
    print(_FORM.format("at most", *GOALS.values()))
    arguments = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"]
    with running() as (port, _server), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=arguments)
        for name, address in addresses.items():
            print(_line(name, _measure(browser, f"http://127.0.0.1:{port}{address}")), flush=True)
    print("LCP and TBT in ms, median of 3. Bare: all but pictures. A value over its goal has a !.")


def _measure(browser: Browser, address: str) -> dict[str, float]:
    """The page's figures by the names of the goals."""
    visits = [_visit(browser, address) for _ in range(TIMES)]
    return {name: median(visit[name] for visit in visits) for name in GOALS}


def _visit(browser: Browser, address: str) -> dict[str, float]:
    context = browser.new_context(**PHONE)
    try:
        page = context.new_page()
        page.add_init_script(OBSERVE)
        session = context.new_cdp_session(page)
        loaded = _watch(session)
        session.send("Network.emulateNetworkConditions", SLOW_4G)
        session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
        page.goto(address, wait_until="load")
        page.wait_for_timeout(MILLISECONDS_TO_SETTLE)
        seen = page.evaluate("seen")
    finally:
        context.close()
    kinds = Counter()
    for kind, size in loaded.values():
        kinds[kind] += size
    return {
        "LCP": seen["lcp"],
        "CLS": seen["cls"],
        "TBT": seen["tbt"],
        "requests": len(loaded),
        "bare": kinds.total() - kinds["picture"],
        "all": kinds.total(),
        **{kind: kinds[kind] for kind in _KINDS.values()},
    }


def _watch(session: CDPSession) -> dict[str, tuple[str, int]]:
    """Kind and bytes of what comes, by the browser's number of the request, as it comes."""
    loaded: dict[str, tuple[str, int]] = {}

    def note_kind(event):
        is_picture = urlsplit(event["response"]["url"]).path.startswith("/media/")
        kind = "picture" if is_picture else _KINDS.get(event["type"], "other")
        loaded[event["requestId"]] = (kind, 0)

    def note_size(event):
        kind, size = loaded[event["requestId"]]
        loaded[event["requestId"]] = (kind, size + event["encodedDataLength"])

    session.on("Network.responseReceived", note_kind)
    session.on("Network.dataReceived", note_size)
    session.send("Network.enable")
    return loaded


def _line(name: str, found: dict[str, float]) -> str:
    values = []
    for column, value in found.items():
        text = f"{value:.3f}" if column == "CLS" else f"{value:.0f}"
        values.append(f"{text} !" if value > GOALS[column] else f"{text}  ")
    return _FORM.format(name, *values)

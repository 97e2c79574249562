"""How fast is the page? Measured in Chromium against a server on this machine, as a reader would see it."""

import os
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from playwright.sync_api import BrowserContext, Page, sync_playwright

from benchmarks.report import arguments, data_folder, report
from tests.browser.server import FAKE_APP, ROOT, chromium, served
from tests.browser.texts import long_text

_RUNS = 5
_ROWS = 3000
_WORDS = 1000
_EMPTY_APP = """import streamlit as st
st.text_area("Text")
st.button("Make the briefing")
"""
_READY = """() => {
  const shown = (element) => element && !element.disabled && element.getClientRects().length > 0;
  const buttons = [...document.querySelectorAll("button")];
  return shown(document.querySelector("textarea")) &&
    shown(buttons.find((button) => button.innerText.includes("Make the briefing")));
}"""
_OBSERVE = """() => {
  window.longTasks = [];
  new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((task) => task.duration)))
    .observe({ entryTypes: ["longtask"] });
}"""


def main() -> None:
    """Measure and report."""
    options = arguments(__doc__ or "").parse_args()
    words = (data_folder("seed") / "entente.en.txt").read_text("utf-8").split(" ")
    words += (ROOT / "examples" / "energy-storage.en.md").read_text("utf-8").split(" ")
    text = " ".join(words[:_WORDS])
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        browser = chromium(playwright)
        empty_app = Path(folder) / "empty.py"
        empty_app.write_text(_EMPTY_APP, "utf-8")
        with served(ROOT / "app.py") as address, served(empty_app) as empty:
            context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
            _briefing_s(context, address, text)  # warms the engine, and the browser's own cache
            _usable_s(context, empty)
            again, floor = _in_turns(lambda: context, address, empty)
            first, first_floor = _in_turns(browser.new_context, address, empty)
            briefing = [_briefing_s(context, address, text) for _ in range(_RUNS)]
        with served(FAKE_APP) as address:
            long = _long(browser.new_context(), address, Path(folder) / "long.txt")
    rows = [
        ("page usable", f"{median(again):.2f} s", "1.5 s"),
        ("the same, an app of one field and one button", f"{median(floor):.2f} s", ""),
        ("page usable in a browser that was never here", f"{median(first):.2f} s", ""),
        ("the same, an app of one field and one button", f"{median(first_floor):.2f} s", ""),
        (f"{_WORDS} words pasted to the full briefing", f"{median(briefing):.2f} s", "3 s"),
        (f"{_ROWS} rows visible after the run's end", f"{long['rows']:.2f} s", "4 s"),
        ("longest task while the rows come", f"{long['filling']:.0f} ms", ""),
        ("longest task while scrolling through them", f"{long['scrolling']:.0f} ms", "200 ms"),
        ("longest task while searching them", f"{long['searching']:.0f} ms", "200 ms"),
        ("longest silence of the server while it translates them", f"{long['silence']:.2f} s", "1 s"),
    ]
    notes = [
        f"Medians of {_RUNS}; the server runs, and the browser has been here before unless said otherwise.",
        f"Load of the machine's {os.cpu_count()} cores while measuring: {os.getloadavg()[0]:.1f}.",
        "The 3,000 rows are made by a fake engine: what is measured is the page, not the translation.",
        "An app of one field and one button is what Streamlit's own front end takes: no page made with it is faster.",
        "Usable: the field takes a text, and the button is in place, enabled and can be pressed.",
        "Tasks shorter than 50 ms are not counted by the browser and stand as 0.",
    ]
    report("page", "How fast is the page?", ("step", "measured", "bar"), rows, notes, ("streamlit",), options.update)


def _opened(context: BrowserContext, address: str) -> Page:
    """The form in a new tab, ready to be used."""
    page = context.new_page()
    page.goto(address, wait_until="commit")
    page.wait_for_function(_READY)  # asked in every frame; a locator is asked every half second only
    return page


def _in_turns(context: Callable[[], BrowserContext], *addresses: str) -> list[list[float]]:
    """Seconds to a usable page, some for each address; in turns, so that all meet the same load."""
    rounds = [[_usable_s(context(), address) for address in addresses] for _ in range(_RUNS)]
    return [list(times) for times in zip(*rounds, strict=True)]


def _usable_s(context: BrowserContext, address: str) -> float:
    """Seconds from the address to a form whose field takes a text and whose button can be pressed."""
    start = perf_counter()
    page = _opened(context, address)
    page.get_by_role("textbox", name="Text", exact=True).fill("ready")
    page.get_by_role("button", name="Make the briefing").click(trial=True)
    seconds = perf_counter() - start
    page.close()
    return seconds


def _briefing_s(context: BrowserContext, address: str, text: str) -> float:
    """Seconds from the button to a briefing with all its rows."""
    page = _opened(context, address)
    page.get_by_role("textbox", name="Text", exact=True).fill(text)
    page.get_by_role("textbox", name="Text", exact=True).blur()
    page.wait_for_timeout(1000)
    start = perf_counter()
    page.get_by_role("button", name="Make the briefing").click()
    _rows(page)
    seconds = perf_counter() - start
    page.close()
    return seconds


def _rows(page: Page) -> None:
    """Wait until every row stands."""
    page.locator(".entente.briefing .row[data-s]").first.wait_for(timeout=600_000)
    page.locator(".entente.briefing[aria-busy]").wait_for(state="detached", timeout=600_000)


def _longest_task_ms(page: Page) -> float:
    """The longest task since the last call, in milliseconds; 0 where none took 50."""
    longest: float = page.evaluate(
        "() => { const all = window.longTasks; window.longTasks = []; return Math.max(0, ...all); }"
    )
    return longest


def _long(context: BrowserContext, address: str, file: Path) -> dict[str, float]:
    """Figures of a document of many rows, by name."""
    file.write_text(long_text(_ROWS), "utf-8")
    page = _opened(context, address)
    page.evaluate(_OBSERVE)
    page.get_by_role("radio", name="File").click()
    page.locator(".st-key-upload_file input").set_input_files(file)
    page.get_by_text(file.name).first.wait_for()
    page.get_by_role("button", name="Make the briefing").click()
    silence = _silence_s(page, address)
    start = perf_counter()
    _rows(page)
    found = {"silence": silence, "rows": perf_counter() - start, "filling": _longest_task_ms(page)}
    page.locator("section.text .bar").evaluate("bar => bar.scrollIntoView()")
    page.mouse.move(600, 500)
    for _ in range(100):
        page.mouse.wheel(0, 2500)
        page.wait_for_timeout(20)
    found["scrolling"] = _longest_task_ms(page)
    page.get_by_role("searchbox").fill("member 29")
    page.locator(".found", has_text="of").wait_for()
    found["searching"] = _longest_task_ms(page)
    page.close()
    return found


def _silence_s(page: Page, address: str) -> float:
    """The longest that the server let a request wait while the run went on."""
    longest = 0.0
    while page.locator(".entente.briefing").count() == 0:
        start = perf_counter()
        page.request.get(f"{address}_stcore/health")
        longest = max(longest, perf_counter() - start)
        page.wait_for_timeout(100)
    return longest


if __name__ == "__main__":
    main()

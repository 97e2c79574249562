"""The README's pictures, taken from the real page: python -m tests.browser.screenshots"""

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.server import ROOT, chromium, served

_EXAMPLE = ROOT / "examples" / "lei-dados.pt.txt"
_SETTLED_MS = 1500


def main() -> None:
    """Write docs/screenshot.png and its companions."""
    with sync_playwright() as playwright, served(ROOT / "app.py") as address:
        browser = chromium(playwright)
        page = _briefed(browser, address, 1280, "light")
        page.screenshot(path=ROOT / "docs" / "screenshot.png")
        page = _briefed(browser, address, 1280, "dark")
        page.locator("section.text .bar").evaluate("bar => bar.scrollIntoView()")
        page.locator("#s30 .source").hover()
        page.wait_for_timeout(_SETTLED_MS)
        page.screenshot(path=ROOT / "docs" / "screenshot-text.png")
        page = _briefed(browser, address, 400, "light")
        page.screenshot(path=ROOT / "docs" / "screenshot-narrow.png")
        browser.close()


def _briefed(browser: Browser, address: str, width: int, scheme: str) -> Page:
    """A page with the example's briefing."""
    viewport = {"width": width, "height": 900}
    page = browser.new_page(viewport=viewport, color_scheme=scheme, locale="en-GB")  # type: ignore[arg-type]
    page.goto(f"{address}?to=en")
    page.get_by_role("radio", name="File").click()
    page.locator(".st-key-upload_file input").set_input_files(_EXAMPLE)
    page.get_by_text(_EXAMPLE.name).first.wait_for()
    page.get_by_role("button", name="Make the briefing").click()
    page.locator(".entente.briefing .row[data-s]").first.wait_for()
    page.locator(".entente.briefing[aria-busy]").wait_for(state="detached")
    page.wait_for_timeout(_SETTLED_MS)
    return page


if __name__ == "__main__":
    main()

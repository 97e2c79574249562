"""A reader at the page: what one does, in one line each."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

from playwright.sync_api import Download, Locator, Page, Response, expect

LIMIT_MS = 30_000
"""Long, because tests share two cores; a test that passes never waits so long."""


class Reader:
    """One browser tab, everything that it asked for, and everything that went wrong in it."""

    def __init__(self, page: Page, address: str, folder: Path) -> None:
        self.page, self.own, self.folder = page, address.partition("?")[0], folder
        self.requests: list[str] = []
        self.failures: list[str] = []
        page.set_default_timeout(LIMIT_MS)
        expect.set_options(timeout=LIMIT_MS)
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("websocket", lambda socket: self.requests.append(socket.url.replace("ws://", "http://")))
        page.on("pageerror", lambda error: self.failures.append(str(error)))
        page.goto(address)
        self.go = page.get_by_role("button", name="Make the briefing")
        self.go.wait_for()

    def is_own(self, request: str) -> bool:
        """Whether a request stays on the page's server, or in the browser itself."""
        return request.removeprefix("blob:").startswith((self.own, "data:"))

    @property
    def briefing(self) -> Locator:
        return self.page.locator(".entente.briefing")

    def paste(self, text: str) -> None:
        self.page.get_by_role("textbox", name="Text", exact=True).fill(text)
        self.go.click()

    def upload(self, name: str, content: bytes) -> None:
        self.page.get_by_role("radio", name="File").click()
        self.put("file", {name: content})
        self.go.click()

    def put(self, place: str, files: dict[str, bytes]) -> None:
        """Give files to the place for them, and wait until it has them."""
        given = [{"name": name, "mimeType": "application/octet-stream", "buffer": files[name]} for name in files]
        arrived = count(1)
        with self.page.expect_response(lambda answer: _took_file(answer) and next(arrived) == len(files)):
            self.page.locator(f'[class*="st-key-upload_{place}"] input').set_input_files(given)  # type: ignore[arg-type]
        self.page.get_by_text([*files][-1]).first.wait_for()

    def compare(self, earlier: str, later: str) -> Locator:
        """Two versions as files; the comparison with all rows in place."""
        self.page.get_by_role("radio", name="Compare versions").click()
        go = self.page.get_by_role("button", name="Compare", exact=True)
        go.wait_for()  # the form is whole then
        self.put("earlier", {"earlier.txt": earlier.encode()})
        self.put("later", {"later.txt": later.encode()})
        go.click()
        comparison = self.page.locator(".entente.comparison")
        expect(comparison.locator("section.text .row[id]").first).to_be_attached()
        expect(self.page.locator(".entente.comparison[aria-busy]")).to_have_count(0)
        return comparison

    def see_briefing(self) -> Locator:
        """Wait until all rows are in place."""
        expect(self.briefing.locator("section.text .row[data-s]").first).to_be_visible()
        expect(self.page.locator(".entente.briefing[aria-busy]")).to_have_count(0)
        return self.briefing

    def download(self, name: str) -> str:
        """Text of a downloaded file, if it is one; it lies in the test's folder under the name that the page gave it.

        The page is still first: a file's button that is drawn anew while it is pressed asks for a file that is gone.
        """
        self.settle()
        self.page.get_by_role("button", name="Download", exact=True).click()
        if not name.startswith("Your file"):
            self.see_formats()
        with self.page.expect_download() as waiting:
            self.page.get_by_role("button", name=name).click()
        found: Download = waiting.value
        path = self.folder / found.suggested_filename
        found.save_as(path)
        self.page.keyboard.press("Escape")
        return path.read_text("utf-8", "replace")

    def see_formats(self) -> None:
        """Unfold the rest of the menu of downloads; that of a comparison has no rest."""
        more = self.page.locator('[data-testid="stPopoverBody"] details:not([open]) summary')
        self.page.locator('[data-testid="stPopoverBody"] button').first.wait_for()
        if more.count():
            more.click()

    def settle(self) -> None:
        """Wait until the page's server has nothing more to draw."""
        idle = self.page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')
        expect(idle).to_have_count(1)

    def row(self, number: int) -> Locator:
        return self.briefing.locator(f"#s{number}")


NewReader = Callable[..., Reader]
"""Makes a reader at an address, or at the page with the fake engine; options are those of a browser context."""


def _took_file(answer: Response) -> bool:
    """Whether the server has a file with this."""
    return answer.request.method == "PUT" and "upload_file" in answer.url

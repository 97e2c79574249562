"""One server and one browser for all tests; a page for each, which must have asked nobody but the server."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.reader import NewReader, Reader
from tests.browser.server import FAKE_APP, ROOT, chromium, served
from tests.browser.texts import ENGLISH


@pytest.fixture(scope="session")
def fake_address() -> Iterator[str]:
    with served(FAKE_APP) as address:
        yield address


@pytest.fixture(scope="session")
def real_address() -> Iterator[str]:
    with served(ROOT / "app.py") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Callable[..., BrowserContext]:
    """A browser profile for each set of options; what it fetched once it keeps, as a reader's browser does."""
    made: dict[str, BrowserContext] = {}

    def context(**options: Any) -> BrowserContext:
        settings = {"viewport": {"width": 1280, "height": 900}, "locale": "en-GB", **options}
        if str(settings) not in made:
            made[str(settings)] = browser.new_context(**settings)
        return made[str(settings)]

    return context


@contextmanager
def readers(contexts: Callable[..., BrowserContext], address: str, folder: Path) -> Iterator[NewReader]:
    """Makes readers, each in a tab and a session of its own; in the end they must have asked nobody else."""
    made: list[Reader] = []

    def make(address: str = address, **options: Any) -> Reader:
        made.append(Reader(contexts(**options).new_page(), address, folder))
        return made[-1]

    yield make
    for reader in made:
        reader.page.close()
    assert [request for reader in made for request in reader.requests if not reader.is_own(request)] == []
    assert [failure for reader in made for failure in reader.failures] == []


@pytest.fixture
def new_reader(contexts: Callable[..., BrowserContext], fake_address: str, tmp_path: Path) -> Iterator[NewReader]:
    with readers(contexts, fake_address, tmp_path) as make:
        yield make


@pytest.fixture
def reader(new_reader: NewReader) -> Reader:
    return new_reader()


@pytest.fixture(scope="module")
def briefed(
    contexts: Callable[..., BrowserContext], fake_address: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Reader]:
    """A reader with a briefing, for all tests of a file that leave it as it was."""
    with readers(contexts, fake_address, tmp_path_factory.mktemp("briefed")) as make:
        reader = make()
        reader.paste(ENGLISH)
        reader.see_briefing()
        yield reader


@pytest.fixture
def page(reader: Reader) -> Page:
    return reader.page

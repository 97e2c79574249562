"""What a reader does with two versions: see what changed, follow it, search, take it along, come back."""

from collections.abc import Callable, Iterator

import pytest
from docx import Document as new_document
from docx.oxml.ns import qn
from playwright.sync_api import BrowserContext, Locator, expect

from tests.browser.conftest import readers
from tests.browser.reader import Reader
from tests.browser.test_accessibility import serious
from tests.browser.texts import ENGLISH, LATER


@pytest.fixture(scope="module")
def compared(
    contexts: Callable[..., BrowserContext], fake_address: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Reader, Locator]]:
    """A reader with a comparison, for all tests of this file; the last one leaves it."""
    with readers(contexts, fake_address, tmp_path_factory.mktemp("compared")) as make:
        reader = make(f"{fake_address}?to=pt")
        yield reader, reader.compare(ENGLISH, LATER)


def test_what_changed_stands_first_and_leads_to_its_sentence(compared: tuple[Reader, Locator]) -> None:
    _, comparison = compared
    points = comparison.locator(".points li")
    expect(points).to_have_count(2)
    expect(points.first.locator("ins")).to_have_text("300")
    points.last.locator("a.cite").click()
    expect(comparison.locator(".row.changed").last).to_be_focused()
    expect(comparison.locator(".row.changed").last).to_be_in_viewport()


def test_redline_stands_in_both_languages(compared: tuple[Reader, Locator]) -> None:
    row = compared[1].locator(".row.changed").last
    expect(row.locator(".source .said del")).to_have_text("12")
    expect(row.locator(".target .original ins")).to_have_text("24")


def test_unchanged_sentences_are_folded_and_search_unfolds_them(compared: tuple[Reader, Locator]) -> None:
    reader, comparison = compared
    unchanged = comparison.locator(".row.unchanged", has_text="public register")
    expect(unchanged).to_be_hidden()
    reader.page.get_by_role("searchbox").fill("public register")
    expect(unchanged).to_be_in_viewport()


def test_comparison_is_accessible(compared: tuple[Reader, Locator]) -> None:
    assert serious(compared[0]) == []


def test_comparison_is_downloaded(compared: tuple[Reader, Locator]) -> None:
    reader, _ = compared
    assert "250" in reader.download("Markdown")
    assert [path.name for path in reader.folder.iterdir()] == ["later.changes.md"]


def test_word_has_its_own_tracked_changes(compared: tuple[Reader, Locator]) -> None:
    reader, _ = compared
    reader.download("Word, tracked changes")
    body = new_document(str(reader.folder / "later.changes.docx")).element.body
    came = "; ".join(text.text for mark in body.iter(qn("w:ins")) for text in mark.iter(qn("w:t")))
    assert came == "300; 24"


def test_a_translation_is_corrected_beside_the_earlier_one(compared: tuple[Reader, Locator]) -> None:
    _, comparison = compared
    row = comparison.locator(".row.changed").last
    row.hover()
    row.locator("button.correct").click()
    row.get_by_role("textbox").fill("Em 24 meses.")
    row.get_by_role("button", name="Save").click()
    expect(comparison.locator(".points")).to_contain_text("meses")
    expect(comparison.locator(".row.changed").last.locator(".source .said")).not_to_contain_text("meses")


def test_comparison_is_left_and_found_again(compared: tuple[Reader, Locator]) -> None:
    reader, comparison = compared
    reader.page.get_by_role("button", name="New text").click()
    expect(reader.page.get_by_text("later.txt is still here")).to_be_visible()
    reader.page.get_by_role("button", name="earlier.txt → later.txt").click()
    expect(comparison.locator(".points li")).to_have_count(2)

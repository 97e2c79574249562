"""What a reader wrote is shown as it is: no picture of it is fetched, no link of it made."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.reader import Reader

TERMS = (
    "fee ![x](http://picture.example/a.png)",
    "fee <img src=http://picture.example/b.png>",
    "fee http://picture.example/c.png",
    "fee www.picture.example",
    "fee :smile: :material/home:",
    "fee :red[x] a@b.example -> $y$",
)
TEXT = f"# Fees\n\nThe Members **pay** the fee. They see {'; '.join(TERMS)}. They report each year."


def _ask_for(page: Page, terms: str) -> None:
    """Put terms into the glossary under the options."""
    page.get_by_text("Options").click()
    page.locator(".st-key-glossary textarea").fill(terms)
    page.locator(".st-key-glossary textarea").blur()


def _shown(place: Locator) -> str:
    """Its words without the signs that part what would be a link."""
    return place.inner_text().replace("\u2060", "")


@pytest.mark.parametrize("term", TERMS)
def test_error_box_shows_terms_as_they_are(reader: Reader, term: str) -> None:
    _ask_for(reader.page, f"{term}\ttaxa\n{term}\ttarifa")
    box = reader.page.locator("[data-testid=stAlert] [data-testid=stMarkdownContainer]")
    expect(box).to_be_visible()
    assert term in _shown(box)
    expect(box.locator("a, img, span")).to_have_count(0)


def test_table_shows_terms_as_they_are(reader: Reader) -> None:
    _ask_for(reader.page, "\n".join(f"{term}\t{term}" for term in TERMS))
    reader.paste(TEXT)
    reader.see_briefing()
    reader.page.get_by_role("button", name="Glossary").click()
    cells = reader.page.locator("[data-testid=stTable] tbody td")
    expect(cells.first).to_be_visible()
    shown = {_shown(cell) for cell in cells.all()}
    assert len(shown & set(TERMS)) >= 4
    expect(cells.locator("a, img, span")).to_have_count(0)


def test_name_of_a_file_is_shown_as_it_is(reader: Reader) -> None:
    name = ":smile: [x](y).txt"
    reader.upload(name, TEXT.encode())
    reader.see_briefing()
    reader.page.get_by_role("button", name="New text").click()
    reader.page.get_by_role("radio", name="File").click()
    kept = reader.page.get_by_text("is still here")
    expect(kept).to_be_visible()
    assert name in _shown(kept)
    expect(kept.locator("a, img, span")).to_have_count(0)

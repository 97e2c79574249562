"""From a text to a briefing in a real browser, by every way in."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from reportlab.pdfgen import canvas

from tests.browser.reader import NewReader, Reader
from tests.browser.texts import ARABIC, CHINESE, ENGLISH, long_text

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


def _pdf(*pages: str) -> bytes:
    """A PDF file with one line on each page."""
    file = BytesIO()
    drawing = canvas.Canvas(file)
    for line in pages:
        drawing.drawString(72, 700, line)
        drawing.showPage()
    drawing.save()
    return file.getvalue()


def test_pasted_text_becomes_a_briefing(reader: Reader) -> None:
    reader.paste(ENGLISH)
    briefing = reader.see_briefing()
    expect(briefing.locator("h1")).to_have_text("Uneobhe Qhrf Npg")
    expect(briefing.locator(".summary li").first).to_be_visible()
    expect(briefing.locator(".coverage")).to_contain_text("sentences translated")


@pytest.mark.parametrize("name", ["note.txt", "note.md"])
def test_text_file_becomes_a_briefing(reader: Reader, name: str) -> None:
    reader.upload(name, ENGLISH.encode())
    expect(reader.see_briefing().locator("h1")).to_be_visible()


def test_word_file_becomes_a_briefing(reader: Reader) -> None:
    reader.upload("directive.docx", (EXAMPLES / "directive.en.docx").read_bytes())
    expect(reader.see_briefing().locator(".row.heading").first).to_be_visible()


def test_pdf_becomes_a_briefing_with_page_numbers(reader: Reader) -> None:
    reader.upload("harbour.pdf", _pdf("Harbour dues are paid in March.", "Ships under ten metres pay nothing."))
    expect(reader.see_briefing().locator(".page")).to_have_text(["p. 1", "p. 2"])


def test_example_becomes_a_briefing(reader: Reader) -> None:
    reader.page.get_by_role("radio", name="Example").click()
    reader.page.get_by_text("Directive").click()
    reader.go.click()
    reader.see_briefing()


def test_sentences_appear_and_stop_keeps_them(reader: Reader) -> None:
    reader.paste(long_text(400, "slowly"))
    live = reader.page.locator(".entente.live")
    expect(live.locator("#s1 .said")).not_to_be_empty()
    expect(live.locator("#s400 .said")).to_be_empty()
    reader.page.get_by_role("button", name="Stop and keep what is done").click()
    briefing = reader.see_briefing()
    expect(briefing.locator(".coverage")).to_contain_text("not reached before the run ended")
    expect(briefing.locator("#s1 .said")).to_contain_text("Ehyr 0")


def test_engine_that_fails_halfway_leaves_a_briefing_of_what_is_done(reader: Reader) -> None:
    reader.paste(f"{long_text(40)}\n\nHere it breaks.")
    briefing = reader.see_briefing()
    expect(briefing.locator("header .failure")).to_contain_text("after 40 of 41 sentences")
    expect(briefing.locator("header .failure")).to_contain_text("Install it again.")
    expect(briefing.locator(".summary li").first).to_be_visible()
    expect(reader.row(1).locator(".said")).to_contain_text("Ehyr 0")
    expect(reader.row(41).locator(".said")).to_have_text("Here it breaks.")
    assert "Ehyr 0" in reader.download("Markdown")
    expect(reader.page.get_by_role("button", name="Try again")).to_be_visible()
    reader.page.get_by_role("button", name="New text").click()
    expect(reader.page.get_by_role("textbox", name="Text", exact=True)).to_have_value(re.compile("Here it breaks"))


def test_kept_corrections_are_opted_into_and_said_where(reader: Reader) -> None:
    reader.page.get_by_text("Options", exact=True).click()
    keep = reader.page.get_by_role("checkbox", name="Keep my corrections for next time")
    expect(keep).not_to_be_checked()
    expect(reader.page.get_by_text("corrections.sqlite")).to_be_visible()


def test_wrong_file_is_told_where_it_was_given(reader: Reader) -> None:
    reader.upload("noise.txt", bytes(range(256)) * 40)
    expect(reader.page.get_by_role("alert")).to_contain_text("no text in any known encoding")
    expect(reader.page.get_by_text("noise.txt", exact=True)).to_be_visible()
    expect(reader.page.get_by_role("radio", name="File")).to_be_checked()


def test_empty_text_is_told_where_it_was_asked_for(reader: Reader) -> None:
    reader.go.click()
    expect(reader.page.get_by_role("alert")).to_contain_text("There is no text yet.")


@pytest.mark.parametrize(
    ("text", "language", "direction"), [(ARABIC, "ar", "rtl"), (CHINESE, "zh-Hans", "ltr")], ids=["arabic", "chinese"]
)
def test_text_stands_in_its_own_direction(
    new_reader: NewReader, fake_address: str, text: str, language: str, direction: str
) -> None:
    reader = new_reader(f"{fake_address}?to=pt")
    reader.paste(text)
    source = reader.see_briefing().locator("#s2 .source")
    expect(source).to_have_attribute("lang", language)
    expect(source).to_have_css("direction", direction)
    expect(reader.row(2).locator(".said")).to_have_css("direction", "ltr")


def test_language_can_be_corrected(reader: Reader) -> None:
    reader.paste(ENGLISH)
    reader.see_briefing()
    reader.page.get_by_role("button", name="Text in English").click()
    reader.page.get_by_role("combobox", name="Language of the text").fill("Galician")
    reader.page.keyboard.press("Enter")
    reader.page.get_by_role("button", name="Text in Galician").wait_for()
    expect(reader.see_briefing().locator(".kicker")).to_have_text("Galician → Portuguese")


def test_new_text_finds_the_old_one_kept(reader: Reader) -> None:
    reader.paste(ENGLISH)
    reader.see_briefing()
    reader.page.get_by_role("button", name="New text").click()
    expect(reader.page.get_by_role("textbox", name="Text", exact=True)).to_have_value(ENGLISH)


def test_page_speaks_portuguese_too(page: Page) -> None:
    page.goto(f"{page.url}?page=pt")
    expect(page.get_by_role("button", name="Fazer a síntese")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "pt")
    page.get_by_role("combobox", name="Língua desta página").fill("English")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Make the briefing")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_two_readers_never_see_each_others_text(new_reader: NewReader) -> None:
    first, second = new_reader(), new_reader()
    first.paste(long_text(24, "slowly"))
    second.paste(ENGLISH)
    expect(second.see_briefing()).not_to_contain_text("Rule")
    expect(first.see_briefing()).not_to_contain_text("harbour")


def test_real_engine_from_upload_to_download(new_reader: NewReader, real_address: str) -> None:
    reader = new_reader(real_address)
    reader.upload("harbour.en.txt", ENGLISH.encode())
    briefing = reader.see_briefing()
    expect(briefing.locator(".row[data-s] .said").nth(1)).to_contain_text("250")
    briefing.locator("a.cite").first.click()
    expect(briefing.locator(".row.here")).to_be_in_viewport()
    assert "<!doctype html>" in reader.download("HTML")
    assert [path.name for path in reader.folder.iterdir()] == ["harbour.en-pt.html"]

"""Files: several at once, dropped on the text, and one that comes back from a translation tool."""

from playwright.sync_api import expect

from tests.browser.reader import Reader
from tests.browser.test_accessibility import serious
from tests.browser.texts import ENGLISH, LATER

_DROP = """area => {
    const dropped = new DataTransfer();
    dropped.items.add(new File(["The port pays. The ship leaves."], "dropped.txt"));
    area.dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true }));
}"""


def test_several_files_are_listed_and_opened_by_a_click(reader: Reader) -> None:
    reader.page.get_by_role("radio", name="File").click()
    reader.put("file", {"one.txt": ENGLISH.encode(), "two.txt": LATER.encode()})
    reader.page.get_by_role("button", name="Make 2 briefings").click()
    expect(reader.page.get_by_text("Ready", exact=True)).to_have_count(2)
    assert serious(reader) == []
    reader.page.get_by_role("button", name="two.txt").last.click()
    expect(reader.see_briefing().locator("#s2 .source")).to_contain_text("300 euros")
    reader.page.get_by_role("button", name="New text").click()
    expect(reader.page.get_by_text("Ready", exact=True)).to_have_count(2)


def test_file_dropped_on_the_text_goes_where_files_go(reader: Reader) -> None:
    reader.page.get_by_role("textbox", name="Text", exact=True).evaluate(_DROP)
    expect(reader.page.get_by_role("radio", name="File")).to_be_checked()
    expect(reader.page.get_by_text("dropped.txt").first).to_be_visible()
    reader.go.click()
    expect(reader.see_briefing().locator("#s1 .source")).to_have_text("The port pays.")


def test_edited_xliff_comes_back_into_its_briefing(reader: Reader) -> None:
    reader.upload("dues.txt", ENGLISH.encode())
    reader.see_briefing()
    before = reader.row(6).locator(".said").text_content()
    xliff = reader.download("XLIFF 2.1")
    reader.page.get_by_role("button", name="Download", exact=True).click()
    reader.see_formats()
    edited = xliff.replace(f'preserve">{before}</target>', 'preserve">Um navio que parta sem pagar volta.</target>')
    reader.put("edited", {"edited.xliff": edited.encode()})
    expect(reader.page.get_by_text("1 sentence is changed")).to_be_visible()
    reader.page.keyboard.press("Escape")
    expect(reader.row(6).locator(".said")).to_have_text("Um navio que parta sem pagar volta.")
    assert "Um navio que parta sem pagar volta." in reader.download("Your file, translated (TXT)")

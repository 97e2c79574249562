"""What a reader does in a briefing: follow citations, search, check, correct; with keyboard alone too."""

import json

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.reader import NewReader, Reader
from tests.browser.texts import ENGLISH, long_text


@pytest.fixture
def briefing(briefed: Reader) -> Locator:
    return briefed.briefing


def test_citation_leads_to_its_sentence_and_back(briefing: Locator, briefed: Reader) -> None:
    cite = briefing.locator("a.cite").last
    number = cite.text_content()
    cite.click()
    expect(briefed.row(int(number or 0))).to_be_in_viewport()
    expect(briefed.row(int(number or 0))).to_be_focused()
    briefed.page.get_by_role("button", name="Back", exact=True).click()
    expect(cite).to_be_focused()
    expect(cite).to_be_in_viewport()


def test_hovered_sentence_lights_up_with_its_partner(briefing: Locator, briefed: Reader) -> None:
    briefed.page.mouse.move(0, 0)
    plain = briefed.row(3).evaluate("row => getComputedStyle(row).backgroundColor")
    briefed.row(3).locator(".source").hover()
    expect(briefed.row(3)).not_to_have_css("background-color", plain)


_LIT = "[...(CSS.highlights.get('entente-lit') ?? [])].map(String)"
_MIDDLE = """(element, word) => {
    const range = new Range(), node = element.firstChild, start = node.data.indexOf(word);
    range.setStart(node, start);
    range.setEnd(node, start + word.length);
    const box = range.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
}"""


def _point_at(reader: Reader, number: int, word: str) -> None:
    """Move the pointer to the middle of a word of a sentence's original."""
    source = reader.row(number).locator(".source")
    source.scroll_into_view_if_needed()
    reader.page.mouse.move(*source.evaluate(_MIDDLE, word))


def test_hovered_word_lights_up_its_partner(briefing: Locator, briefed: Reader) -> None:
    _point_at(briefed, 5, "visitor")
    briefed.page.wait_for_function(f"{_LIT}.length")
    assert briefed.page.evaluate(_LIT) == ["visitor", "ivfvgbe"]


def test_hovered_row_keeps_what_a_search_found(briefing: Locator, briefed: Reader) -> None:
    briefed.page.get_by_role("searchbox").fill("visitor")
    expect(briefing.locator(".found")).to_have_text("1 of 1")
    _point_at(briefed, 5, "visitor")
    briefed.page.wait_for_function(f"{_LIT}.length")
    assert briefed.page.evaluate("[...CSS.highlights.get('entente-found')].map(String)") == ["visitor"]


def test_search_finds_both_languages_without_case_or_accents(briefing: Locator, briefed: Reader) -> None:
    field = briefed.page.get_by_role("searchbox", name="Search in both languages")
    field.fill("RÉGISTER")
    expect(briefing.locator(".found")).to_have_text("1 of 1")
    field.fill("ertvfgre")  # the cipher of "register"
    expect(briefing.locator(".found")).to_have_text("1 of 1")
    field.fill("zebra")
    expect(briefing.locator(".found")).to_have_text("not found")


def test_search_steps_through_its_hits(briefing: Locator, briefed: Reader) -> None:
    briefed.page.get_by_role("searchbox").fill("ship")
    expect(briefing.locator(".found")).to_have_text("1 of 3")
    briefed.page.keyboard.press("Enter")
    expect(briefing.locator(".found")).to_have_text("2 of 3")
    briefed.page.get_by_role("button", name="Previous").click()
    expect(briefing.locator(".found")).to_have_text("1 of 3")


def test_question_is_answered_with_its_sentences(briefing: Locator, briefed: Reader) -> None:
    suggestions = briefing.locator(".suggestion")
    expect(suggestions.first).to_be_visible()
    briefed.page.get_by_role("textbox", name="A question to the text").fill("Who keeps the public register?")
    briefed.page.keyboard.press("Enter")
    expect(briefing.locator(".answer .place a").first).to_have_attribute("href", "#s4")
    expect(briefing.get_by_role("button", name="Ask", exact=True)).to_be_enabled()
    expect(suggestions.first).to_be_hidden()


def _correct(reader: Reader, number: int, text: str) -> None:
    row, name = reader.row(number), f"Correct the translation of sentence {number}"
    row.get_by_role("button", name=name, exact=True).click()
    row.get_by_role("textbox", name=name, exact=True).fill(text)
    row.get_by_role("button", name="Save").click()


def test_correction_reaches_the_downloads(briefing: Locator, briefed: Reader) -> None:
    _correct(briefed, 3, "Navios com menos de dez metros nada pagam.")
    expect(briefed.row(3).locator(".note.origin")).to_have_text("corrected by the reader")
    hypothesis = json.loads(briefed.download("JSON"))["translation"]["hypotheses"][2]
    assert (hypothesis["text"], hypothesis["origin"]) == ("Navios com menos de dez metros nada pagam.", "edited")


def test_correction_is_remarked_on_but_nothing_to_check(briefing: Locator, briefed: Reader) -> None:
    _correct(briefed, 2, "A autoridade portuária cobra 520 euros a cada navio em 2027.")
    expect(briefed.row(2).locator(".remark")).to_contain_text("250")
    expect(briefing.locator(".check li:not(.done)", has_text="sentence 2")).to_have_count(0)


def test_correction_is_taken_back_with_one_click(reader: Reader) -> None:
    reader.paste(ENGLISH)
    reader.see_briefing()
    before = reader.row(3).locator(".said").text_content() or ""
    _correct(reader, 3, "Navios pequenos nada pagam.")
    reader.row(3).get_by_role("button", name="Back to the engine’s wording").click()
    expect(reader.row(3).locator(".said")).to_have_text(before)
    expect(reader.row(3).locator(".note.origin")).to_have_count(0)


def test_copy_translation_copies_the_translation(reader: Reader) -> None:
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.paste("The harbour is open. It has a pier.")
    reader.see_briefing()
    reader.page.get_by_role("button", name="Copy translation").click()
    reader.page.get_by_role("button", name="Copied").wait_for()
    assert reader.page.evaluate("navigator.clipboard.readText()") == "Gur uneobhe vf bcra. Vg unf n cvre."


def test_copies_keep_labels_and_columns(reader: Reader) -> None:
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.paste(ENGLISH)
    briefing = reader.see_briefing()
    reader.page.get_by_role("button", name="Copy translation").click()
    reader.page.get_by_role("button", name="Copied").wait_for()
    assert "Article 1 " in reader.page.evaluate("navigator.clipboard.readText()")
    briefing.locator(".facts details[open] > button.copy").first.click()
    expect(briefing.locator(".facts details[open] > button.copy").first).to_have_text("Copied")
    assert "\tSentences\n" in reader.page.evaluate("navigator.clipboard.readText()")


def test_view_opens_at_its_button_and_closes_when_it_is_chosen(briefing: Locator, briefed: Reader) -> None:
    opener = briefed.page.get_by_role("button", name="View", exact=True)
    opener.click()
    box = briefing.locator(".comfort.placed")
    expect(box).to_be_visible()
    at, above = box.bounding_box(), opener.bounding_box()
    assert at is not None
    assert above is not None
    assert abs(at["y"] - above["y"]) < above["height"] + at["height"] + 20
    box.get_by_role("button", name="Both sides").click()
    expect(briefing.locator(".comfort")).to_be_hidden()


def test_leaving_with_a_correction_that_is_nowhere_kept_is_warned_of(reader: Reader) -> None:
    reader.paste(ENGLISH)
    reader.see_briefing()
    assert reader.page.evaluate("onbeforeunload") is None
    _correct(reader, 2, "A autoridade portuária cobra 520 euros a cada navio em 2027.")
    reader.page.wait_for_function("onbeforeunload !== null")


def test_correction_may_be_given_up(briefing: Locator, briefed: Reader) -> None:
    before = briefed.row(3).locator(".said").text_content()
    briefed.row(3).hover()
    briefed.row(3).locator("button.correct").click()
    briefed.page.keyboard.type("something else")
    briefed.page.keyboard.press("Escape")
    expect(briefed.row(3).locator(".said")).to_have_text(before or "")


def test_glossary_reports_what_became_of_a_term(reader: Reader) -> None:
    reader.paste(ENGLISH)
    reader.see_briefing()
    reader.page.get_by_role("button", name="Glossary").click()
    reader.page.get_by_role("textbox", name="One term a line").fill("harbour, porto")
    reader.page.keyboard.press("Control+Enter")
    expect(reader.page.get_by_role("cell", name="0 / 2")).to_be_visible()
    expect(reader.page.get_by_role("cell", name="1, 4")).to_be_visible()


def test_button_stays_where_it_is_when_the_language_is_told(reader: Reader) -> None:
    text = reader.page.get_by_role("textbox", name="Text", exact=True)
    text.wait_for()
    reader.settle()
    before = reader.go.bounding_box()
    text.fill(ENGLISH)
    text.blur()
    expect(reader.page.get_by_text("Detected: English")).to_be_visible()
    assert reader.go.bounding_box() == before


def _with_issues(reader: Reader) -> Locator:
    """A briefing whose translation loses numbers in two sentences and says too little in another."""
    reader.paste("It lost 40 numbers here.\n\nIt lost 50 numbers here. Others are as they were.\n\n" + _SHORT)
    briefing = reader.see_briefing()
    expect(briefing.locator(".check li:has([data-kind=numbers])")).to_have_count(2)
    reader.settle()
    return briefing


_SHORT = "This sentence goes on and on and is then made short, so that what it says can be nowhere in so few letters."


def test_sentence_to_check_is_corrected_in_the_list(reader: Reader) -> None:
    briefing = _with_issues(reader)
    entry = briefing.locator(".check li:has([data-kind=numbers])", has_text="sentence 1")
    entry.get_by_role("button", name="Correct the translation").click()
    entry.get_by_role("textbox").fill("Perdeu 40 números.")
    entry.get_by_role("button", name="Save").click()
    expect(reader.row(1).locator(".said")).to_have_text("Perdeu 40 números.")
    expect(briefing.locator('.check li.done .where a[href="#s1"]')).to_be_visible()


def test_what_is_corrected_counts_as_checked_until_it_is_taken_back(reader: Reader) -> None:
    briefing = _with_issues(reader)
    entry = briefing.locator(".check li:has([data-kind=numbers])", has_text="sentence 1")
    _correct(reader, 1, "Perdeu 40 números.")
    expect(briefing.locator(".check .count")).to_contain_text("1 of")
    expect(entry.locator("input")).to_be_checked()
    entry.hover()
    entry.get_by_role("button", name="Back to the engine’s wording").click()
    expect(briefing.locator(".check .count")).to_contain_text("0 of")
    expect(entry.locator("input")).not_to_be_checked()


def test_sentences_to_check_are_filtered_by_kind(reader: Reader) -> None:
    briefing = _with_issues(reader)
    numbered, other = (briefing.locator(".check li", has_text=f"sentence {place}") for place in (1, 4))
    briefing.locator(".kinds button", has_text="numbers").click()
    expect(numbered).to_be_visible()
    expect(other).to_be_hidden()
    briefing.locator(".kinds button", has_text="All").click()
    expect(other).to_be_visible()


def test_issue_is_ticked_off_and_stays_so(reader: Reader) -> None:
    briefing = _with_issues(reader)
    box = briefing.locator(".check li:has([data-kind=numbers]) input").first
    box.check()
    expect(briefing.locator(".check .count")).to_contain_text("1 of")
    _correct(reader, 3, "Outros ficam.")
    expect(reader.row(3).locator(".note.origin")).to_be_visible()
    expect(box).to_be_checked()


def test_enter_ticks_an_issue_off_and_goes_on(reader: Reader) -> None:
    briefing = _with_issues(reader)
    boxes = briefing.locator(".check li input")
    boxes.first.press("Enter")
    expect(boxes.first).to_be_checked()
    expect(boxes.nth(1)).to_be_focused()


def _tab_to(wanted: Locator) -> None:
    """Press Tab until the element has the focus, as a reader without a mouse does."""
    for _ in range(30):
        wanted.page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    expect(wanted).to_be_focused()


def test_keyboard_alone_goes_the_whole_way(reader: Reader) -> None:
    page = reader.page
    page.get_by_role("textbox", name="Text", exact=True).focus()
    page.keyboard.insert_text(ENGLISH)
    _tab_to(reader.go)
    page.keyboard.press("Enter")
    briefing = reader.see_briefing()
    cite = briefing.locator("a.cite").first
    _tab_to(cite)
    page.keyboard.press("Enter")
    expect(briefing.locator(".row.here")).to_be_focused()
    page.keyboard.press("Escape")
    expect(cite).to_be_focused()


def test_columns_are_stacked_on_a_narrow_screen(new_reader: NewReader) -> None:
    reader = new_reader(viewport={"width": 400, "height": 800})
    reader.paste(ENGLISH)
    reader.see_briefing()
    source, target = reader.row(2).locator(".source").bounding_box(), reader.row(2).locator(".said").bounding_box()
    assert source is not None
    assert target is not None
    assert target["y"] >= source["y"] + source["height"]
    assert reader.page.evaluate("document.querySelector('.stMain').scrollWidth") <= 400


def test_long_text_is_whole(reader: Reader) -> None:
    reader.paste(long_text(300))
    expect(reader.see_briefing().locator(".row[data-s]")).to_have_count(300)


def test_outline_leads_to_its_part(reader: Reader) -> None:
    reader.paste(long_text(300))
    reader.see_briefing()
    reader.page.get_by_role("button", name="Contents").click()
    contents = reader.page.get_by_role("navigation", name="Contents")
    contents.get_by_role("link", name="Sentences 201 to 300").click()
    expect(reader.row(201)).to_be_in_viewport()
    expect(contents).to_be_hidden()


def test_outline_stands_beside_the_summary_where_there_is_room(reader: Reader) -> None:
    reader.paste(long_text(220))
    reader.see_briefing()
    beside = reader.page.get_by_role("heading", name="Contents")
    expect(beside).to_be_visible()
    reader.page.set_viewport_size({"width": 1000, "height": 900})
    expect(beside).to_be_hidden()


def test_very_long_text_is_folded_and_search_unfolds_it(reader: Reader) -> None:
    reader.paste(long_text(600))
    reader.see_briefing()
    expect(reader.row(1)).to_be_visible()
    expect(reader.row(555)).to_be_hidden()
    reader.page.get_by_role("searchbox").fill("rule 554")
    expect(reader.row(555)).to_be_in_viewport()

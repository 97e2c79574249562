"""The HTML file: escaped, self-contained, linked both ways, with languages and directions."""

import dataclasses
from itertools import chain

import pytest
from lxml import html

from summarize.correction import corrected
from summarize.export.facts import Line
from summarize.export.html import fact_html, to_html
from summarize.export.markup import line_html, places_html, point_html, text_html
from summarize.export.rows import Row
from summarize.facts import TableRow
from summarize.summary import Point, Summary
from tests.briefings import ROWS, briefing, shaped_briefing, untranslated
from translate.checks.ranking import CheckLine
from translate.document import Block, Document, Segment
from translate.hypothesis import Hypothesis, Link
from translate.issue import Issue


def _page(markup: str) -> html.HtmlElement:
    return html.document_fromstring(markup)


def test_to_html_escapes_every_text() -> None:
    page = _page(to_html(briefing()))
    assert page.xpath("//law | //lei") == []
    assert page.xpath("string(//h1)") == "Água & <lei>"


def test_to_html_loads_nothing() -> None:
    page = _page(to_html(briefing()))
    references = page.xpath("//@src | //link/@href | //img | //iframe | //a[not(starts-with(@href, '#'))]")
    assert references == []
    assert "url(" not in to_html(briefing())


def test_to_html_links_lead_somewhere() -> None:
    page = _page(to_html(briefing()))
    targets = {link.removeprefix("#") for link in page.xpath("//a/@href")}
    assert targets <= set(page.xpath("//@id"))


def test_to_html_cites_the_sentence_and_comes_back() -> None:
    page = _page(to_html(briefing()))
    assert page.xpath("//section[@class='summary']//a[@class='cite']/@href") == ["#s2"]
    assert page.xpath("//div[@id='s2']//a[@class='back']/@href") == ["#p1"]


def test_to_html_aligns_a_row_for_each_segment() -> None:
    page = _page(to_html(briefing()))
    source = page.xpath("//div[@id='s3']/*[contains(@class, 'source')]")[0]
    target = page.xpath("//div[@id='s3']//*[@class='said']")[0]
    assert (source.text_content(), source.get("lang"), source.get("dir")) == ("They rise.", "en", "ltr")
    assert (target.text_content(), target.get("lang"), target.get("dir")) == ("Sobem.", "pt", "ltr")


def test_to_html_keeps_headings_headings() -> None:
    page = _page(to_html(briefing()))
    assert page.xpath("//div[@id='s1']//h3/text()")


def test_to_html_shows_label_and_page_in_the_margin() -> None:
    page = _page(to_html(briefing()))
    assert page.xpath("string(//div[@id='s2']/div[@class='margin']/span[@class='label'])") == "Art. 1"
    assert page.xpath("string(//div[@id='s3']/div[@class='margin']/span[@class='page'])") == "p. 2"


def test_to_html_marks_what_to_check_in_the_sentence() -> None:
    page = _page(to_html(briefing()))
    assert page.xpath("string(//div[@id='s2']//mark)") == "2,200"


def test_to_html_tells_repairs() -> None:
    page = _page(to_html(briefing()))
    (said,) = page.xpath("//div[@id='s2']//p[@class='note repair']/text()")
    assert said == "O motor não devolveu nada. Traduzida de novo com uma procura mais ampla."


def test_to_html_hands_word_links_to_the_script() -> None:
    page = _page(to_html(briefing()))
    assert page.xpath("//div[@id='s1']/@data-links") == ["0-5-0-4"]


def test_to_html_counts_word_links_as_scripts_do() -> None:
    made = briefing()
    assert made.translation is not None
    alignment = (Link(0, 1, 1, 2), Link(1, 5, 2, 4))
    hypotheses = (Hypothesis("\U0001d11e\U0001d11eAb", None, alignment, "fake"), *made.translation.hypotheses[1:])
    texts = [h.text for h in hypotheses]
    target = made.document.with_texts(texts, ["pt"] * 4, "pt")
    translation = dataclasses.replace(made.translation, hypotheses=hypotheses, target=target)
    page = _page(to_html(dataclasses.replace(made, translation=translation)))
    assert page.xpath("//div[@id='s1']/@data-links") == ["0-1-2-4 1-5-4-6"]


def test_to_html_without_translation_has_one_column() -> None:
    page = _page(to_html(untranslated()))
    assert page.xpath("//div[@class='target']") == []
    assert "Nothing leads from English to Arabic." in page.text_content()


def test_to_html_names_a_sentence_to_check_once_with_all_its_reasons() -> None:
    length = Issue("length", 1, None, "It is short.")
    made = dataclasses.replace(briefing(), issues=(*briefing().issues, length))
    lines = _page(to_html(made)).xpath("//section[@class='check']//li")
    assert [line.xpath(".//a/@href") for line in lines] == [["#s2"], []]
    assert lines[0].xpath(".//p/@data-kind") == ["numbers", "length"]


def test_to_html_shows_a_point_once_that_is_the_same_in_both_languages() -> None:
    page = html.fragment_fromstring(point_html(1, Point("Lisboa", ()), Point("Lisboa", ()), ("pt", "pt"), "en"))
    assert page.text_content().count("Lisboa") == 1


def test_to_html_shows_a_sentence_to_check_beside_its_translation() -> None:
    lines = _page(to_html(briefing())).xpath("//section[@class='check']//li//div[@class='pair']/p")
    assert [(line.get("lang"), line.text_content()) for line in lines] == [
        ("en", "Fees are 2,200 euros."),
        ("pt", "As taxas são 2,200 euros."),
    ]
    assert [mark.text_content() for line in lines for mark in line.xpath("mark")] == ["2,200"]


def test_to_html_shows_a_sentence_to_check_alone_where_nothing_is_translated() -> None:
    row = Row(0, "paragraph", 0, "", None, True, "", "", "Fees <rise>.", "en")
    assert line_html(CheckLine(0, "notice", ()), row, "en").count("<p") == 1
    assert "Fees &lt;rise&gt;." in line_html(CheckLine(0, "notice", ()), row, "en")


def test_to_html_says_at_the_top_why_there_is_no_translation() -> None:
    page = _page(to_html(untranslated()))
    assert page.xpath("string(//header/p[@class='failure'])") == "Nothing leads from English to Arabic."
    assert page.xpath("//section[@class='check']") == []


def test_to_html_folds_a_long_list_of_what_to_check() -> None:
    made = briefing()
    many = dataclasses.replace(made, issues=tuple(Issue("reading", None, None, f"Issue {n}.") for n in range(20)))
    page = _page(to_html(many))
    assert len(page.xpath("//section[@class='check']/ul/li")) == 12
    assert len(page.xpath("//section[@class='check']/details//li")) == 8


def test_to_html_gives_every_text_a_language_and_direction() -> None:
    page = _page(to_html(briefing()))
    texts = chain.from_iterable(
        page.xpath(f"//*[contains(concat(' ', @class, ' '), ' {name} ')]")
        for name in ("said", "source", "original", "title")
    )
    bare = [text.get("class") for text in texts if text.tag != "span" and not (text.get("lang") and text.get("dir"))]
    assert bare == []


def test_text_html_joins_overlapping_marks() -> None:
    assert text_html("a < b c", [(0, 3), (2, 5)]) == "<mark>a &lt; b</mark> c"


def test_text_html_ignores_spans_outside_the_text() -> None:
    assert text_html("abc", [(1, 99)]) == "a<mark>bc</mark>"


def test_to_html_shows_on_the_strip_what_is_cited_and_what_to_check() -> None:
    marks = _page(to_html(briefing())).xpath("//div[@class='strip']//a")
    assert [(mark.get("class"), mark.get("href")) for mark in marks] == [("cited", "#s2"), ("error", "#s2")]


def test_to_html_says_which_languages_the_text_is_in() -> None:
    assert "inglês 88\u00a0%, português 12\u00a0%" in _page(to_html(briefing())).xpath("string(//p[@class='coverage'])")


def test_to_html_lists_sections_without_a_point() -> None:
    listed = _page(to_html(briefing())).xpath("//details[@class='unmentioned']//a")
    assert [(link.text_content(), link.get("href")) for link in listed] == [("Água & <lei>", "#s1")]


def test_to_html_lists_facts_with_their_sentences() -> None:
    section = _page(to_html(briefing())).xpath("//section[@class='facts']")[0]
    assert section.xpath(".//tr[td='They']//a/@href") == ["#s3", "#s4"]
    assert [cell.text_content() for cell in section.xpath(".//tr[td//p='2,200 euros']/td/p")] == [
        "2,200 euros", "As taxas são 2,200 euros", "Fees are 2,200 euros",
    ]  # fmt: skip


def test_to_html_gives_a_fact_that_is_not_found_again_its_sentence() -> None:
    section = _page(to_html(briefing())).xpath("//section[@class='facts']")[0]
    cells = section.xpath(".//tr[td/p='Fees']/td")
    assert [cell.text_content() for cell in cells] == [
        "Fees", "deve", "As taxas são 2,200 euros.are 2,200 euros", "Artigo 1.º", "2 · a verificar",
    ]  # fmt: skip


def test_to_html_folds_a_long_table() -> None:
    many = tuple(TableRow("deadlines", (1,), (0, 4), f"{year}") for year in range(2000, 2021))
    made = dataclasses.replace(briefing(), tables=(*many, *ROWS))
    section = _page(to_html(made)).xpath("//section[@class='facts']")[0]
    assert [text.strip() for text in section.xpath("details[not(@open)]/summary/text()")] == ["Prazos"]


def test_to_html_names_some_places_of_a_fact_that_is_everywhere() -> None:
    line = Line(TableRow("people", tuple(range(40)), (0, 4), "2027"), "en")
    cells = html.fragment_fromstring(fact_html(line, "pt", "en"), create_parent="table").xpath(".//td")
    assert len(cells[2].xpath("./a")) == 12
    assert cells[2].text_content().endswith("12 and 28 more")


def test_to_html_shows_the_gist_above_the_points_and_once() -> None:
    section = _page(to_html(shaped_briefing())).xpath("//section[@class='summary']")[0]
    assert section.xpath("./div[@class='gist']/div/@id") == ["p1"]
    assert section.xpath("./h3/text()") == ["De que trata", "Montantes que refere"]
    assert [entry.get("id") for entry in section.xpath("./ol/li")] == ["p2", "p3"]


def test_to_html_leads_back_to_a_point_by_the_number_that_is_shown() -> None:
    page = _page(to_html(shaped_briefing()))
    assert page.xpath("//div[@id='s1']//a[@class='back']/@href") == ["#p2"]


def test_to_html_folds_the_sections() -> None:
    digest = _page(to_html(shaped_briefing())).xpath("//details[@class='digest']")[0]
    assert digest.xpath(".//li/p[@class='part']/text()") == ["Água & <lei>"]
    assert digest.xpath(".//a/@href") == ["#s3"]


@pytest.mark.parametrize(("count", "folded"), [(45, 0), (46, 1)])
def test_point_html_folds_what_is_over_45_words(count: int, folded: int) -> None:
    page = html.fragment_fromstring(point_html(1, Point("pay " * count, ()), None, ("en", "pt"), "en"))
    assert len(page.xpath(".//details[@class='long']")) == folded


def test_point_html_keeps_all_of_a_long_point() -> None:
    text = " ".join(str(number) for number in range(60))
    page = html.fragment_fromstring(point_html(1, Point(text, ()), None, ("en", "pt"), "en"))
    assert page.xpath("string(.//p[@class='whole'])").strip() == text


def test_to_html_without_facts_says_nothing_of_them() -> None:
    assert _page(to_html(untranslated())).xpath("//section[@class='facts']") == []


def test_to_html_shows_a_second_opinion_under_the_first() -> None:
    note = _page(to_html(briefing())).xpath("//div[@id='s2']//p[@class='note opinion']")[0]
    assert note.text_content() == "Segunda opinião (other, 62\u00a0% igual): As taxas <são> de 2.2."
    assert note.xpath("span/@lang") == ["pt"]


def test_to_html_escapes_why_there_is_no_translation() -> None:
    failed = Issue("no-route", None, None, "The model <b>x</b> & y is cut short.", "error")
    page = _page(to_html(dataclasses.replace(untranslated(), issues=(failed,))))
    assert page.xpath("string(//header/p[@class='failure'])") == "The model <b>x</b> & y is cut short."
    assert page.xpath("//b") == []


def test_to_html_escapes_what_stands_around_sentences() -> None:
    text = "<i>(a)</i> Fees rise. <b>(b)</b> Boats pay. <u>&lt;</u>"
    spans = [(text.index(part), text.index(part) + len(part)) for part in ("Fees rise.", "Boats pay.")]
    document = Document(text, "en", (Block(0, len(text)),), tuple(Segment(*span, 0, "en") for span in spans))
    bare = dataclasses.replace(untranslated(), document=document, summary=Summary(document, (), "lead 1"))
    page = _page(to_html(bare))
    assert page.xpath("//*[@class='text sides-1']//i | //b | //u") == []
    assert page.xpath("//span[@class='gap']/text()") == ["<b>(b)</b> ", " <u>&lt;</u>"]


def test_to_html_numbers_each_sentence_with_a_link_to_itself() -> None:
    numbers = _page(to_html(briefing())).xpath("//div[@class='margin']/a[@class='number']")
    assert [(link.text_content(), link.get("href")) for link in numbers] == [(f"{n}", f"#s{n}") for n in range(1, 5)]


def test_text_html_marks_what_leaves_the_text_as_far_as_it_goes() -> None:
    assert text_html("abcdef", [(-5, 2), (4, 9)]) == "<mark>ab</mark>cd<mark>ef</mark>"


def test_places_html_says_where_a_mark_leads() -> None:
    (link,) = _page(places_html([1], "en")).xpath("//a")
    assert (link.get("href"), link.get("title"), link.get("aria-label"), link.text) == (
        "#s2",
        "Go to sentence 2",
        "Go to sentence 2",
        "2",
    )


def test_to_html_says_first_that_a_sentence_was_edited() -> None:
    made = briefing()
    assert made.translation is not None
    edited = (dataclasses.replace(one, origin="edited") for one in made.translation.hypotheses)
    translation = dataclasses.replace(made.translation, hypotheses=tuple(edited))
    page = _page(to_html(dataclasses.replace(made, translation=translation)))
    notes = page.xpath("//div[@id='s2']//p[starts-with(@class, 'note ')]/@class")
    assert notes[:2] == ["note origin", "note error"]


@pytest.mark.parametrize(
    ("second", "languages"), [(None, ["en"]), ("Fees rise.", ["en"]), ("As taxas sobem.", ["pt", "en"])]
)
def test_point_html_gives_each_text_its_language(second: str | None, languages: list[str]) -> None:
    target = None if second is None else Point(second, ())
    markup = point_html(1, Point("Fees rise.", ()), target, ("en", "pt"), "en")
    assert html.fragment_fromstring(markup).xpath("p/@lang") == languages


def test_to_html_shows_what_was_corrected_in_its_place() -> None:
    made = corrected(briefing(), 1, "As taxas são de 2200 euros.")
    before, after = (_page(to_html(one)).xpath("//section[@class='check']//li/@data-key") for one in (briefing(), made))
    assert before == after
    assert len(_page(to_html(made)).xpath("//li[contains(@class, 'settled')]//p[@class='note origin']")) == 1


def test_to_html_folds_what_term_lists_put_right() -> None:
    issues = [Issue("terms", i, None, "Replaced.", "notice") for i in (0, 2)]
    others = [Issue("names", i, None, "Lost.") for i in (1, 3)]
    whole = Issue("scan", None, None, "Page 3 has no text.", "notice")
    page = _page(to_html(dataclasses.replace(briefing(), issues=(*others, whole, *issues))))
    folded = page.xpath("//section[@class='check']/details[ul]")[0]
    assert (len(folded.xpath(".//li")), folded.xpath("string(summary)")) == (2, "2 frases em que foram postos termos")

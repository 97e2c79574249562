"""The Markdown file: escaped, read back by a CommonMark parser."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from summarize.export.markdown import escaped, to_markdown
from tests.briefings import briefing, shaped_briefing, untranslated
from translate.issue import Issue


def _page(markup: str) -> html.HtmlElement:
    return html.document_fromstring(MarkdownIt("commonmark").enable("table").render(markup))


def test_to_markdown_has_a_row_a_sentence() -> None:
    cells = [cell.text_content() for cell in _page(to_markdown(briefing())).xpath("//table[last()]/tbody/tr[2]/td")]
    assert cells == ["2", "Art. 1", "Fees are 2,200 euros.", "As taxas são 2,200 euros."]


def test_to_markdown_links_citations_to_rows() -> None:
    page = _page(to_markdown(briefing()))
    assert set(page.xpath("//a/@href")) <= {f"#{anchor}" for anchor in page.xpath("//a/@id")}


def test_to_markdown_escapes_every_text() -> None:
    page = _page(to_markdown(briefing()))
    assert page.xpath("string(//h1)") == "Water & <law>"


def test_to_markdown_lists_what_to_check() -> None:
    assert "The amount 2,200 may mean <2.2>." in _page(to_markdown(briefing())).xpath("string(//ul)")


def test_to_markdown_names_a_sentence_to_check_once_with_all_its_reasons() -> None:
    length = Issue("length", 1, None, "It is short.")
    made = dataclasses.replace(briefing(), issues=(*briefing().issues, length))
    first = _page(to_markdown(made)).xpath("//ul/li")[0].text_content()
    assert first.endswith("frase 2: números: The amount 2,200 may mean <2.2>. comprimento: It is short.")


def test_to_markdown_lists_facts_with_their_sentences() -> None:
    tables = _page(to_markdown(briefing())).xpath("//table")[:3]
    assert [[cell.text_content() for cell in table.xpath(".//tbody/tr/td")] for table in tables] == [
        ["Fees", "deve", "As taxas são 2,200 euros. (are 2,200 euros)", "Artigo 1.º", "[2] · a verificar"],
        ["2,200 euros", "As taxas são 2,200 euros (Fees are 2,200 euros)", "[2] · a verificar"],
        ["They", "", "[3] [4]"],
    ]


def test_to_markdown_has_the_gist_the_headings_and_the_sections() -> None:
    text = to_markdown(shaped_briefing())
    wanted = ["**Sobem.** [[3]](#s3)", "### De que trata", "### Montantes que refere", "### Secção a secção"]
    assert [text.count(part) for part in wanted] == [1, 1, 1, 1]


def test_to_markdown_without_facts_has_no_table_of_them() -> None:
    assert "Facts" not in to_markdown(untranslated())


def test_to_markdown_without_translation_has_one_text_column() -> None:
    assert len(_page(to_markdown(untranslated())).xpath("//thead//th")) == 3


@pytest.mark.parametrize(
    "text",
    [
        "# a",
        "- a",
        "1. a",
        "1) a",
        "a | b",
        "*a* _b_ `c` ~~d~~",
        "<b>a</b>",
        "[a](b)",
        "&amp;",
        "a\\",
        "> a",
        "+ a",
        "===",
    ],
)
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert _page(escaped(text)).text_content().strip() == text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), min_size=1))
def test_escaped_any_word_comes_back_as_it_was(text: str) -> None:
    assert MarkdownIt("commonmark").render(escaped(text)).startswith("<p>")

"""Headings that no style tells, and what a document is called."""

import pytest

from tests.word_files import paragraph, word_file
from translate.document import Block
from translate.reading.draft import Draft, Part, assemble
from translate.reading.numbered import with_numbered_headings
from translate.reading.provision_headings import with_provision_headings
from translate.reading.reader import read
from translate.reading.titles import document_title

_PROSE = (
    "The ministry publishes a report on the state of the rivers each year, and the council debates it in the spring "
    "before the budget is made."
)


def _run(text: str, look: str, style: str = "") -> str:
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def _headings(body: str, **parts: str) -> list[tuple[str, int]]:
    document = read(word_file(body, **parts), name="a.docx", language="en")
    return [(document.text[b.start : b.end], b.level) for b in document.blocks if b.kind == "heading"]


def test_word_headings_are_told_by_size_and_weight_where_no_style_does() -> None:
    body = _run("River report", '<w:sz w:val="32"/>') + _run("Scope", "<w:b/>") + paragraph(_PROSE)
    assert _headings(body) == [("River report", 1), ("Scope", 2)]


def test_word_headings_are_told_by_the_type_of_a_style_that_another_is_based_on() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    assert _headings(_run("Scope", "", "B") + paragraph(_PROSE), styles=styles) == [("Scope", 1)]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(_run("This must be paid at once.", "<w:b/>"), id="a sentence"),
        pytest.param(_run("Scope", '<w:b w:val="0"/>'), id="switched off"),
        pytest.param(_run("Scope", '<w:sz w:val="16"/>'), id="smaller"),
    ],
)
def test_word_headings_are_not_made_of(line: str) -> None:
    assert _headings(line + paragraph(_PROSE)) == []


def test_word_headings_are_not_made_where_all_is_bold() -> None:
    assert _headings(_run("Scope", "<w:b/>") + _run(_PROSE, "<w:b/>")) == []


def test_word_headings_stay_those_of_the_styles_where_there_are_some() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>'
    body = _run("Scope", "", "H") + _run("Means", "", "H") + _run("Note", "<w:b/>") + paragraph(_PROSE)
    assert _headings(body, styles=styles) == [("Scope", 1), ("Means", 1)]


def test_numbered_lines_over_paragraphs_are_headings_below_the_others() -> None:
    parts = [Part("Report", "heading", level=1), Part("1. Scope"), Part(_PROSE), Part("1.1 Rivers"), Part(_PROSE)]
    found = [(part.kind, part.level) for part in with_numbered_headings(parts)]
    assert found == [("heading", 1), ("heading", 2), ("paragraph", 0), ("heading", 3), ("paragraph", 0)]


def test_numbered_lines_of_a_list_are_no_headings() -> None:
    parts = [Part("1. Rivers", "list_item"), Part("2. Lakes", "list_item"), Part("3. Seas", "list_item"), Part(_PROSE)]
    assert [part.kind for part in with_numbered_headings(parts)][:3] == ["list_item"] * 3


def test_numbered_sentences_are_no_headings() -> None:
    parts = [Part("1. The act applies."), Part(_PROSE), Part("2. It is new."), Part(_PROSE)]
    assert {part.kind for part in with_numbered_headings(parts)} == {"paragraph"}


def test_lines_that_are_but_a_label_are_headings_with_the_names_under_them() -> None:
    parts = [
        Part("CHAPTER I", "heading", level=1),
        Part("General provisions"),
        Part("Article 1"),
        Part("Scope"),
        Part(_PROSE),
        Part("Article 2"),
        Part(_PROSE),
    ]
    found = [(part.kind, part.level) for part in with_provision_headings(parts)]
    assert found == [("heading", 1)] * 2 + [("heading", 2)] * 2 + [("paragraph", 0), ("heading", 2), ("paragraph", 0)]


@pytest.mark.parametrize(
    "under",
    [
        pytest.param(Part("The act applies."), id="a sentence"),
        pytest.param(Part("rivers and lakes"), id="small letters"),
        pytest.param(Part("1. Rivers"), id="a label of its own"),
        pytest.param(Part("Rivers", "list_item", marker="(a)"), id="an item of a list"),
    ],
)
def test_under_an_articles_label_is_no_name(under: Part) -> None:
    parts = [Part("Article 1"), under, Part("Article 2"), Part(_PROSE)]
    assert with_provision_headings(parts)[1].kind == under.kind


def test_one_line_that_is_but_a_label_stays_what_it_is() -> None:
    assert [part.kind for part in with_provision_headings([Part("Article 1"), Part("Scope")])] == ["paragraph"] * 2


def _titled(title: str) -> Draft:
    heading = Part("State of the Rivers", "heading", level=1)
    return assemble([heading, Part("Ministry", "heading", level=1), *[Part(_PROSE)] * 8], title)


@pytest.mark.parametrize(
    "title", ["Microsoft Word - rivers_v3.docx", "rivers.indd", "Invoice of the Printing Office", ""]
)
def test_document_title_is_the_first_heading_where_the_file_has_none(title: str) -> None:
    assert document_title(_titled(title), is_property=True) == "State of the Rivers"


def test_document_title_is_the_authors_where_the_text_has_its_words() -> None:
    assert document_title(_titled("Report on the rivers"), is_property=True) == "Report on the rivers"


def test_document_title_is_what_the_text_itself_declares() -> None:
    assert document_title(_titled("Home"), is_property=False) == "Home"


def test_document_title_is_empty_without_a_heading() -> None:
    assert document_title(Draft("Words.", (Block(0, 6),)), is_property=True) == ""


def _act(under: str) -> Draft:
    parts = [Part("PARLIAMENT OF ARVA", "heading", level=1), Part(under), Part("On the reuse of personal data")]
    return assemble([*parts, Part(_PROSE)], "")


def test_document_title_is_what_an_act_is_about_under_a_letterhead_and_its_number() -> None:
    assert document_title(_act("Bill No 27/IV"), is_property=True) == "On the reuse of personal data"


def test_document_title_is_the_heading_in_capitals_where_no_number_stands_under_it() -> None:
    assert document_title(_act("A bill"), is_property=True) == "PARLIAMENT OF ARVA"

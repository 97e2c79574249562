import pytest

from tests.word_files import level, numbered, numbering, paragraph, word_file
from translate.document import Document
from translate.errors import InputError
from translate.reading.counters import chinese, letters, numeral, roman
from translate.reading.reader import read

_LAW = numbering(level(0, "decimal", "Article %1"), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "(%3)"))


def _word(body: str, **parts: str) -> Document:
    return read(word_file(body, **parts), name="a.docx", language="en")


def _labels(document: Document) -> list[str]:
    return [block.label for block in document.blocks]


def test_labels_count_each_level_and_restart_below() -> None:
    body = "".join(numbered("words", depth) for depth in (0, 1, 1, 2, 2, 0, 1))
    labels = _labels(_word(body, numbering=_LAW))
    assert labels == ["Article 1", "1.1", "1.2", "(a)", "(b)", "Article 2", "2.1"]


def test_labels_stand_in_the_text_and_outside_the_segments() -> None:
    document = _word(numbered("Scope of the act"), numbering=_LAW)
    assert document.text == "Article 1 Scope of the act"
    assert document.texts == ("Scope of the act",)


def test_labels_of_two_lists_of_one_kind_go_on() -> None:
    more = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    body = numbered("words") + numbered("words", number=2)
    assert _labels(_word(body, numbering=numbering(level(0, "decimal", "%1."), more=more))) == ["1", "2"]


def test_labels_of_a_list_that_overrides_its_start_begin_there() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    more = f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{override}</w:num>'
    body = numbered("words") + numbered("words", number=2) + numbered("words", number=2)
    assert _labels(_word(body, numbering=numbering(level(0, "decimal", "%1."), more=more))) == ["1", "7", "8"]


def test_labels_of_a_level_that_never_restarts_go_on() -> None:
    levels = level(0, "decimal", "%1."), level(1, "decimal", "§ %2", '<w:lvlRestart w:val="0"/>')
    body = "".join(numbered("words", depth) for depth in (0, 1, 0, 1))
    assert _labels(_word(body, numbering=numbering(*levels))) == ["1", "§ 1", "2", "§ 2"]


def test_labels_in_legal_style_are_digits_throughout() -> None:
    levels = level(0, "upperRoman", "Title %1"), level(1, "decimal", "%1.%2", "<w:isLgl/>")
    body = "".join(numbered("words", depth) for depth in (0, 1))
    assert _labels(_word(body, numbering=numbering(*levels))) == ["Title I", "1.1"]


def test_labels_come_from_the_style_and_what_it_is_based_on() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        '</w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    body = paragraph("Scope", '<w:pStyle w:val="B"/>')
    assert _labels(_word(body, styles=styles, numbering=_LAW)) == ["Article 1"]


def test_bullets_are_no_labels() -> None:
    document = _word(numbered("words"), numbering=numbering(level(0, "bullet", "\uf0b7")))
    assert (document.text, document.blocks[0].label, document.texts) == ("• words", "", ("words",))


@pytest.mark.parametrize(
    ("properties", "styles", "expected"),
    [
        pytest.param('<w:outlineLvl w:val="1"/>', "", ("heading", 2), id="outline level"),
        pytest.param(
            '<w:pStyle w:val="berschrift1"/>',
            '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>',
            ("heading", 1),
            id="style of a German Word",
        ),
        pytest.param('<w:outlineLvl w:val="9"/>', "", ("paragraph", 0), id="body level"),
    ],
)
def test_headings_are_found(properties: str, styles: str, expected: tuple[str, int]) -> None:
    block = _word(paragraph("Scope", properties), styles=styles).blocks[0]
    assert (block.kind, block.level) == expected


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        pytest.param("<w:r><w:t>a</w:t></w:r><w:ins><w:r><w:t>b</w:t></w:r></w:ins>", "ab", id="insertion"),
        pytest.param("<w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>b</w:delText></w:r></w:del>", "a", id="deletion"),
        pytest.param("<w:moveFrom><w:r><w:t>a</w:t></w:r></w:moveFrom><w:r><w:t>b</w:t></w:r>", "b", id="moved away"),
        pytest.param("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a b", id="tab"),
        pytest.param("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a\nb", id="line break"),
        pytest.param("<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r>", "ab", id="soft hyphen"),
        pytest.param("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", "a-b", id="fixed hyphen"),
        pytest.param('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> a</w:t></w:r>', "☒ a", id="box with a cross"),
        pytest.param(
            '<w:r><w:t>m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>',
            "m²",
            id="raised digit",
        ),
        pytest.param(
            "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>",
            "1/2",
            id="fraction",
        ),
    ],
)
def test_words_of_a_paragraph(runs: str, text: str) -> None:
    assert _word(f"<w:p>{runs}</w:p>").text == text


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    first = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>The council </w:t></w:r></w:p>"
    assert _word(first + paragraph("meets.")).text == "The council meets."


def test_footnotes_follow_the_paragraph_that_cites_them() -> None:
    body = '<w:p><w:r><w:t>Text.</w:t><w:footnoteReference w:id="5"/></w:r></w:p>' + paragraph("More.")
    notes = f'<w:footnote w:id="5">{paragraph("The note.")}</w:footnote>'
    document = _word(body, footnotes=notes)
    assert [(block.kind, block.label) for block in document.blocks][1] == ("footnote", "1")
    assert document.texts == ("Text.¹", "The note.", "More.")


def test_a_note_that_counts_in_letters_has_a_mark_in_digits() -> None:
    body = '<w:p><w:r><w:t>Text.</w:t><w:endnoteReference w:id="5"/></w:r></w:p>'
    document = _word(body, endnotes=f'<w:endnote w:id="5">{paragraph("The note.")}</w:endnote>')
    assert (document.texts[0], document.blocks[1].label) == ("Text.¹", "i")


def test_no_sentence_goes_on_over_a_tab() -> None:
    document = _word("<w:p><w:r><w:t>Scope of this act</w:t><w:tab/><w:t>12</w:t></w:r></w:p>")
    assert (document.text, document.texts) == ("Scope of this act 12", ("Scope of this act", "12"))


def test_a_tab_before_the_words_of_a_paragraph_is_none() -> None:
    assert _word("<w:p><w:r><w:tab/><w:t>The council meets.</w:t></w:r></w:p>").texts == ("The council meets.",)


def test_what_is_deleted_in_a_formula_is_left_out() -> None:
    inside = "<m:r><m:t>a</m:t></m:r><w:del><m:r><m:t>b</m:t></m:r></w:del>"
    assert _word(f"<w:p><m:oMath>{inside}</m:oMath></w:p>").text == "a"


def test_cells_are_found_again_by_row_and_column() -> None:
    span = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    row = f"<w:tr><w:tc>{span}{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr>"
    document = _word(f"<w:tbl>{row}</w:tbl>")
    assert [block.source_ref for block in document.blocks] == ["table 1, row 1, column 1", "table 1, row 1, column 3"]


def test_a_document_without_a_body_is_damaged() -> None:
    with pytest.raises(InputError, match="damaged"):
        read(word_file("").replace(b"w:body", b"w:bodi"), name="a.docx")


@pytest.mark.parametrize(
    ("number", "kind", "written"),
    [
        (27, "lowerLetter", "aa"),
        (4, "upperLetter", "D"),
        (1994, "lowerRoman", "mcmxciv"),
        (9, "decimalZero", "09"),
        (3, "russianLower", "в"),
        (2, "arabicAbjad", "ب"),
        (12, "chineseCounting", "十二"),
        (5, "unheardOf", "5"),
    ],
)
def test_numeral_writes_numbers_as_word_does(number: int, kind: str, written: str) -> None:
    assert numeral(number, kind) == written


def test_numerals_outside_their_range_are_digits() -> None:
    assert (roman(4000), chinese(100), letters(0), letters(10**12)) == ("4000", "100", "0", "1000000000000")

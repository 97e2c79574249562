import pytest

from tests.writing_files import part, root
from translate.document import Block, Cell, Document, Segment
from translate.reading.office.numbering import WORD
from translate.reading.reader import read
from translate.writing.new_word import new_word


def document(*blocks: tuple[str, Block], language: str = "en", pages: tuple[int, ...] = ()) -> Document:
    """A document of some words, each with what its block is; its edges are filled in."""
    text, found, segments = "", [], []
    for number, (words, block) in enumerate(blocks):
        start = len(text) + 2 if text else 0
        text = f"{text}\n\n{words}" if text else words
        place = (block.kind, block.label, block.source_ref, block.level, block.cell)
        found.append(Block(start, len(text), *place))
        page = pages[number] if pages else None
        segments.append(Segment(start, len(text), number, language=language, page=page))
    return Document(text, language, tuple(found), tuple(segments), title="A & B")


def styles(content: bytes) -> list[str]:
    return [element.get(f"{WORD}val") for element in root(content).iter(f"{WORD}pStyle")]


HEADING = ("Scope", Block(0, 0, "heading", level=2))
TEXT = ("The council¹ meets.", Block(0, 0))
NOTE = ("1 It has nine members.", Block(0, 0, "footnote", label="1"))


def cell(words: str, row: int, column: int, is_header: bool = False) -> tuple[str, Block]:
    return words, Block(0, 0, "table_cell", cell=Cell(1, row, column, is_header))


def test_a_heading_has_its_level() -> None:
    assert styles(new_word(document(HEADING, TEXT))) == ["Heading2"]


def test_a_note_is_one_of_word_where_its_mark_stands() -> None:
    content = new_word(document(TEXT, NOTE))
    runs = ["".join(run.itertext()) for run in root(content).iter(f"{WORD}r")]
    assert (runs, b"It has nine members." in part(content, "word/footnotes.xml")) == (
        ["The council", "", " meets."],
        True,
    )


def test_no_comment_has_the_id_of_a_note() -> None:
    content = new_word(document(TEXT, NOTE, pages=(1, 1)))
    names = ("footnoteReference", "commentReference")
    ids = [next(root(content).iter(f"{WORD}{name}")).get(f"{WORD}id") for name in names]
    assert ids == ["1", "10000"]


def test_a_note_keeps_a_number_that_word_would_not_give_it() -> None:
    text, note = ("The council⁷ meets.", TEXT[1]), ("7 It has nine members.", Block(0, 0, "footnote", label="7"))
    (reference,) = root(new_word(document(text, note))).iter(f"{WORD}footnoteReference")
    assert (reference.get(f"{WORD}customMarkFollows"), reference.getnext().text) == ("1", "7")


def test_a_note_without_a_mark_stays_a_paragraph() -> None:
    assert styles(new_word(document(("No mark here.", Block(0, 0)), NOTE))) == ["FootnoteText"]


def test_cells_stand_in_their_rows_and_columns() -> None:
    content = new_word(document(cell("a", 1, 1), cell("b", 1, 2), cell("c", 2, 2)))
    rows = [["".join(one.itertext()) for one in row] for row in root(content).iter(f"{WORD}tr")]
    assert rows == [["a", "b"], ["", "c"]]


def test_each_new_page_of_the_source_is_a_comment() -> None:
    content = new_word(document(HEADING, TEXT, ("More.", Block(0, 0)), pages=(1, 1, 2)))
    comments = root(content, "word/comments.xml").iter(f"{WORD}t")
    assert [comment.text for comment in comments] == ["Page 1", "Page 2"]


def test_running_lines_go_into_the_margins() -> None:
    content = new_word(document(("Gazette", Block(0, 0, "header")), TEXT))
    assert (b"Gazette" in part(content, "word/header.xml"), b"Gazette" in part(content, "word/document.xml")) == (
        True,
        False,
    )


def test_arabic_runs_to_the_left() -> None:
    content = new_word(document(("نص", Block(0, 0)), language="ar"))
    assert root(content).find(f".//{WORD}pPr/{WORD}bidi") is not None


@pytest.mark.parametrize("words", ["a < b & c", "a\x00b", "a\ud800b"])
def test_any_words_make_a_file_that_can_be_read(words: str) -> None:
    assert read(new_word(document((words, Block(0, 0)))), name="a.docx").texts


def test_the_title_and_the_language_are_named() -> None:
    core = part(new_word(document(TEXT)), "docProps/core.xml")
    assert b"<dc:title>A &amp; B</dc:title><dc:language>en</dc:language>" in core


def test_the_head_of_a_table_is_bold_and_repeated() -> None:
    content = new_word(document(cell("a", 1, 1, is_header=True), cell("b", 2, 1)))
    rows = list(root(content).iter(f"{WORD}tr"))
    assert [
        (row.find(f"{WORD}trPr/{WORD}tblHeader") is not None, row.find(f".//{WORD}b") is not None) for row in rows
    ] == [
        (True, True),
        (False, False),
    ]

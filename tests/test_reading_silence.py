"""No word is lost in silence: what the parsers of Markdown and XML would drop is kept, or a notice says so."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from tests.word_files import paragraph, word_file
from translate.document import Document
from translate.errors import InputError
from translate.reading.reader import read

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
# Ten entities, each ten of the one before: a billion letters in 500 bytes.
_BOMB = '<!ENTITY a0 "haha">' + "".join(
    f'<!ENTITY a{depth} "{f"&a{depth - 1};" * 10}">' for depth in range(1, 10)
).replace("a9", "pay")


def _markdown(text: str) -> Document:
    return read(text.encode(), name="a.md", language="en")


def _lists(depth: int) -> Document:
    return _markdown("\n".join(f"{'  ' * level}- point {level}" for level in range(depth)))


def _quotes(depth: int) -> Document:
    return _markdown("\n".join(f"{'>' * (level + 1)} quote {level}\n" for level in range(depth)))


def _word(entities: str, words: str) -> bytes:
    """A DOCX whose text declares entities of its own."""
    document = zipfile.ZipFile(BytesIO(word_file(paragraph(words)))).read("word/document.xml")
    return _archive({"word/document.xml": f"<!DOCTYPE d [{entities}]>{document.decode()}"})


def _open_document(entities: str, words: str) -> bytes:
    """An ODT whose text declares entities of its own."""
    content = (
        f'<!DOCTYPE d [{entities}]><o:document-content xmlns:o="{_ODF}:office:1.0" xmlns:t="{_ODF}:text:1.0">'
        f"<o:body><o:text><t:p>{words}</t:p></o:text></o:body></o:document-content>"
    )
    return _archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def _archive(parts: dict[str, str]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize("depth", [8, 9, 10, 48])
def test_read_markdown_keeps_lists_in_lists(depth: int) -> None:
    document = _lists(depth)
    assert document.texts == tuple(f"point {level}" for level in range(depth))
    assert [block.level for block in document.blocks] == list(range(1, depth + 1))
    assert document.issues == ()


@pytest.mark.parametrize("depth", [18, 19, 20, 98])
def test_read_markdown_keeps_quotes_in_quotes(depth: int) -> None:
    document = _quotes(depth)
    assert (document.texts, document.issues) == (tuple(f"quote {level}" for level in range(depth)), ())


@pytest.mark.parametrize(
    ("document", "line"),
    [pytest.param(_lists(200), 50, id="lists"), pytest.param(_quotes(200), 199, id="quotes")],
)
def test_read_markdown_says_what_lies_too_deep(document: Document, line: int) -> None:
    assert [(issue.kind, f"from line {line} on" in issue.message) for issue in document.issues] == [("reading", True)]


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        ("[^a]: One.", "1 note that has no mark in the text is left out."),
        ("[^a]: One.\n\n[^b]: Two.", "2 notes that have no mark in the text are left out."),
    ],
    ids=["one", "two"],
)
def test_read_markdown_says_that_notes_have_no_mark(notes: str, said: str) -> None:
    assert [issue.message for issue in _markdown(f"Text.\n\n{notes}").issues] == [said]


@pytest.mark.parametrize(
    "declared", ['<!ENTITY pay "500">', "<!ENTITY half '50'><!ENTITY pay '&half;0'>"], ids=["plain", "in another"]
)
@pytest.mark.parametrize("write", [_word, _open_document], ids=["docx", "odt"])
def test_read_keeps_the_words_of_entities(write: Callable[[str, str], bytes], declared: str) -> None:
    assert read(write(declared, "Pay &pay; euros."), name="", language="en").texts == ("Pay 500 euros.",)


@pytest.mark.parametrize(
    "declared",
    [_BOMB, '<!ENTITY pay SYSTEM "file:///etc/hostname">', '<!ENTITY pay "&pay;">', ""],
    ids=["growing", "outside", "of itself", "missing"],
)
@pytest.mark.parametrize("write", [_word, _open_document], ids=["docx", "odt"])
def test_read_refuses_entities_that_are_no_words(write: Callable[[str, str], bytes], declared: str) -> None:
    with pytest.raises(InputError, match="damaged"):
        read(write(declared, "Pay &pay; euros."), name="", language="en")


def test_read_opens_a_part_that_names_a_dtd_elsewhere() -> None:
    content = _word("", "Pay five euros.")
    named = _archive(
        {
            "word/document.xml": zipfile.ZipFile(BytesIO(content))
            .read("word/document.xml")
            .decode()
            .replace("<!DOCTYPE d []>", '<!DOCTYPE d SYSTEM "http://dtd.example/d.dtd">')
        }
    )
    assert read(named, name="a.docx", language="en").texts == ("Pay five euros.",)

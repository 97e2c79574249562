from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.document import Document
from translate.errors import InputError, LanguageError
from translate.reading.reader import READERS, read
from translate.registry import resolve

_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
_LOCKED_WORD = _OLD_WORD + "EncryptedPackage".encode("utf-16-le")


def _rebuilt(document: Document) -> str:
    return "".join(a + b for a, b in zip(document.gaps, (*document.texts, ""), strict=True))


@pytest.mark.parametrize("entry", READERS, ids=str)
def test_every_reader_of_the_registry_can_be_resolved(entry: str) -> None:
    assert callable(resolve(READERS, entry))


def test_read_takes_a_str_for_the_text_itself() -> None:
    assert read("README.md").texts == ("README.md",)


def test_read_takes_a_path_for_a_file_and_its_name(tmp_path: Path) -> None:
    path = tmp_path / "law.txt"
    path.write_text("The council meets twice a year.", "utf-8")
    document = read(path)
    assert (document.texts, document.name) == (("The council meets twice a year.",), "law.txt")


def test_read_takes_the_kind_of_bytes_from_their_name() -> None:
    assert read(b"# Scope\n\nIt applies.", name="a.md").blocks[0].kind == "heading"


def test_read_believes_the_bytes_before_the_name() -> None:
    assert read(b"<html><body><h1>Scope</h1></body></html>").blocks[0].kind == "heading"


def test_read_takes_the_language_that_the_reader_names() -> None:
    assert read("OK", language="pt").language == "pt"


def test_read_refuses_a_language_that_nobody_knows() -> None:
    with pytest.raises(LanguageError, match="klingon"):
        read("OK", language="klingon")


def test_read_believes_a_page_about_its_language_only_where_the_text_does_not_tell() -> None:
    page = b'<html lang="en"><p>O Parlamento Europeu aprovou ontem a nova diretiva sobre a energia.</p></html>'
    assert read(page, name="a.html").language == "pt"


def test_read_bears_a_page_in_a_language_that_nobody_knows() -> None:
    page = b'<html lang="x-none"><p>O Parlamento Europeu aprovou ontem a nova diretiva.</p></html>'
    assert read(page, name="a.html").language == "pt"


def test_read_detects_the_language() -> None:
    assert read("O Parlamento Europeu aprovou ontem a nova diretiva sobre a energia.").language == "pt"


def test_read_keeps_labels_outside_the_segments() -> None:
    document = read("1. The council meets twice a year.", language="en")
    assert document.texts == ("The council meets twice a year.",)
    assert document.blocks[0].label == "1"


@given(st.text(alphabet="aB. \n\t(1)•é中ع", min_size=1, max_size=200))
def test_read_of_any_text_with_words_keeps_every_character(text: str) -> None:
    document = read(f"Word {text}", language="en")
    assert _rebuilt(document) == f"Word {text}"
    assert not "".join("".join(gap.split()) for gap in document.gaps).isalpha()


@pytest.mark.parametrize(
    ("source", "name", "part"),
    [
        pytest.param("", "", "holds no words", id="empty text"),
        pytest.param(" \n\t", "", "holds no words", id="white space"),
        pytest.param(b"", "a.txt", "no bytes", id="empty file"),
        pytest.param(b" \n", "a.txt", "holds no words", id="file of white space"),
        pytest.param(bytes(range(256)) * 4, "a.txt", "no text in any known encoding", id="rubbish"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", "", "is a picture", id="picture without name"),
        pytest.param(b"a,b", "a.csv", "kind .csv cannot be read", id="unknown kind"),
        pytest.param(b"PK\x03\x04 damaged", "a.docx", "damaged", id="damaged ZIP"),
        pytest.param(b"plain", "a.docx", "is something else", id="not what the name says"),
        pytest.param(b"%PDF-1.7 damaged", "a.pdf", "damaged", id="damaged PDF"),
        pytest.param(_OLD_WORD, "a.doc", "old Office format", id="old Word"),
        pytest.param(_LOCKED_WORD, "a.docx", "encrypted", id="encrypted Word"),
    ],
)
def test_read_says_what_is_wrong_and_what_to_do(source: str | bytes, name: str, part: str) -> None:
    with pytest.raises(InputError, match=part):
        read(source, name=name)


def test_read_refuses_a_file_over_the_limit() -> None:
    with pytest.raises(InputError, match=r"limit is 0\.0 MB"):
        read(b"The council meets.", name="a.txt", max_bytes=10)


def test_read_refuses_a_text_over_the_limit() -> None:
    with pytest.raises(InputError, match=r"18 characters\. The limit is 10"):
        read("The council meets.", max_characters=10)


def test_read_names_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be opened"):
        read(tmp_path / "none.txt")


def test_read_refuses_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be opened"):
        read(tmp_path)

import zipfile
from io import BytesIO
from typing import Any

import pytest

from benchmarks.completeness_documents import DOCUMENTS
from benchmarks.completeness_markers import Places
from tests.word_files import word_file
from tests.writing_files import part, reread, rewritten, translated
from translate import FormatError, Translation, read, translate, write
from translate.document import Document
from translate.writing.writer import WRITERS

KEPT = [suffix for suffix in WRITERS if suffix in DOCUMENTS and suffix not in (".pdf", ".rtf", ".eml")]


def words(document: Document) -> list[str]:
    return [" ".join(document.text[block.start : block.end].split()) for block in document.blocks]


def made(suffix: str) -> tuple[Translation, bytes]:
    content = DOCUMENTS[suffix](Places())
    document = read(content, name=f"a{suffix}", language="en")
    return translate(document, "pt", engine="pseudo"), content


@pytest.mark.parametrize("suffix", KEPT)
def test_words_of_every_hiding_place_are_exchanged(suffix: str) -> None:
    translation, content = made(suffix)
    again = read(write(translation, content, name=f"a{suffix}").content, name=f"a{suffix}", language="pt")
    wanted = [one for one in words(translation.target) if "fórmúlá" not in one and "qxcódéblóckxq" not in one]
    assert [one for one in words(again) if "formula" not in one and "qxcodeblockxq" not in one] == wanted


@pytest.mark.parametrize("suffix", KEPT)
def test_the_same_file_is_written_twice(suffix: str) -> None:
    translation, content = made(suffix)
    assert len({write(translation, content, name=f"a{suffix}").content for _ in range(2)}) == 1


@pytest.mark.parametrize("suffix", [".docx", ".pptx", ".odt", ".epub"])
def test_an_archive_keeps_its_parts_in_their_order(suffix: str) -> None:
    translation, content = made(suffix)
    new = write(translation, content, name=f"a{suffix}").content
    names = [zipfile.ZipFile(BytesIO(one)).namelist() for one in (content, new)]
    assert names[0] == names[1]


def test_a_kind_that_nobody_can_write_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(WRITERS, ".txt")
    with pytest.raises(FormatError, match=r"kind \.txt cannot be written with their formatting. Known kinds: .docx"):
        write(translated(b"one two", "a.txt"), b"one two", name="a.txt")


def test_words_in_sixty_wrappers_are_exchanged() -> None:
    content = word_file("<w:smartTag>" * 60 + "<w:p><w:r><w:t>one two</w:t></w:r></w:p>" + "</w:smartTag>" * 60)
    assert reread(rewritten(content, "a.docx"), "a.docx") == "owt eno"


def page(body: str, language: str = "pt") -> str:
    content = f"<!DOCTYPE html><html lang=en><body>{body}</body></html>".encode()
    return rewritten(content, "a.html", language).decode()


def test_a_link_of_a_page_follows_its_words() -> None:
    assert '<p>yadot <a href="/x">txet wal</a> eht ees</p>' in page('<p>see the <a href="/x">law text</a> today</p>')


def test_what_a_page_hides_stays_as_it_is() -> None:
    assert "<script>var one</script>" in page("<p>one two</p><script>var one</script>")


def test_a_headings_link_to_itself_stays_as_it_is() -> None:
    assert '<h2>owt eno<a href="#x">¶</a></h2>' in page('<h2>one two<a href="#x">¶</a></h2>')


def test_a_comment_of_a_page_stays() -> None:
    assert "owt eno<!-- three -->" in page("<p>one two<!-- three --></p>")


def test_words_beside_a_block_of_a_page_stay_beside_it() -> None:
    assert "<div>owt eno<p>ruof eerht</p>xis evif</div>" in page("<div>one two<p>three four</p>five six</div>")


def test_a_description_of_a_picture_is_translated_where_it_stands() -> None:
    assert 'alt="eno"' in page('<p>see <img src="a" alt="one"> here</p>')


def test_a_page_runs_to_the_left_in_arabic() -> None:
    assert '<html lang="ar" dir="rtl">' in page("<p>one two</p>", "ar")


def markdown(text: str) -> str:
    return rewritten(text.encode(), "a.md").decode()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("# one *two*\n", "# *owt* eno\n", id="heading"),
        pytest.param("- one two\n- three four\n", "- owt eno\n- ruof eerht\n", id="list"),
        pytest.param("> one two\n> three four\n", "> ruof eerht owt eno\n", id="quote of two lines"),
        pytest.param("see [one two](/x) now\n", "won [owt eno](/x) ees\n", id="link"),
        pytest.param("| one two |\n| --- |\n| a b |\n", "| owt eno |\n| --- |\n| b a |\n", id="table"),
        pytest.param("```\none two\n```\n\nthree four\n", "```\none two\n```\n\nruof eerht\n", id="code"),
        pytest.param("one two[^a]\n\n[^a]: three four\n", "owt eno[^a]\n\n[^a]: ruof eerht\n", id="note"),
        pytest.param("one two  \nthree\n", "eerht owt\\\neno\n", id="line break"),
        pytest.param("---\ntitle: one two\n---\n\n# one two\n", "---\ntitle: owt eno\n---\n\n# owt eno\n", id="title"),
    ],
)  # fmt: skip
def test_markdown_keeps_its_marks(text: str, expected: str) -> None:
    assert markdown(text) == expected


def test_a_plain_text_keeps_its_blank_lines_and_mark() -> None:
    assert rewritten("\ufeffone two\n\n\nthree four\n".encode(), "a.txt") == "\ufeffowt eno\n\n\nruof eerht\n".encode()


def opendocument(body: str) -> bytes:
    names = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "text", "table"))
    output = BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        text = f"<office:body><office:text>{body}</office:text></office:body>"
        archive.writestr("content.xml", f"<office:document-content {names}>{text}</office:document-content>")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return output.getvalue()


def test_a_span_of_an_opendocument_text_follows_its_words() -> None:
    new = rewritten(opendocument('<text:p>the <text:span text:style-name="B">red</text:span> house</text:p>'), "a.odt")
    assert b'>esuoh <text:span text:style-name="B">der</text:span> eht</text:p>' in part(new, "content.xml")


def test_tracked_changes_of_an_opendocument_text_are_accepted() -> None:
    region = "<text:tracked-changes><text:changed-region/></text:tracked-changes>"
    content = opendocument(f'{region}<text:p>one<text:change-start text:change-id="a"/> two</text:p>')
    written = write(translated(content, "a.odt"), content, name="a.odt")
    assert (reread(written.content, "a.odt"), b"change" in part(written.content, "content.xml")) == ("owt eno", False)
    assert "tracked changes" in written.issues[0].message


@pytest.fixture
def made_anew() -> Any:
    """The Word file that a mail becomes."""
    content = b"Subject: one two\nContent-Type: text/plain\n\nThree four five.\n"
    return write(translated(content, "a.eml"), content, name="a.eml")


def test_a_mail_comes_back_as_a_word_file(made_anew: Any) -> None:
    assert (made_anew.suffix, "evif ruof eerhT" in reread(made_anew.content, "a.docx")) == (".docx", True)


def test_a_file_that_is_made_anew_says_so(made_anew: Any) -> None:
    assert made_anew.issues[0].message.startswith("The file is made anew as a Word file")


def test_python_docx_opens_a_file_that_is_made_anew(made_anew: Any) -> None:
    import docx

    assert docx.Document(BytesIO(made_anew.content)).paragraphs

"""Files that are odd, and that people have: parts by other names, strict namespaces, raw bytes, twins of ids."""

import re
import zipfile
from io import BytesIO

import pytest

from tests.word_files import paragraph, word_file
from tests.writing_files import part, reread, rewritten
from translate.reading.office.graphics import described
from translate.reading.reader import read

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def changed(content: bytes, names: dict[str, str], old: str = "", new: str = "") -> bytes:
    """A ZIP with members renamed, and a word in them replaced."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            after.writestr(
                names.get(name, name), re.sub(old, new, before.read(name).decode()) if old else before.read(name)
            )
    return stream.getvalue()


def with_member(content: bytes, name: str, words: str) -> bytes:
    stream = BytesIO(content)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(name, words)
    return stream.getvalue()


def relations(*pairs: tuple[str, str]) -> str:
    """Relations of a part by type and target."""
    found = (f'<Relationship Id="r{n}" Type="{_TYPES}/{k}" Target="{t}"/>' for n, (k, t) in enumerate(pairs))
    return f'<Relationships xmlns="{_PACKAGE}">{"".join(found)}</Relationships>'


def test_the_main_part_of_a_word_file_may_have_another_name() -> None:
    moved = changed(word_file(paragraph("The fee is due.")), {"word/document.xml": "word/document2.xml"})
    content = with_member(moved, "_rels/.rels", relations(("officeDocument", "word/document2.xml")))
    assert read(content, name="a.docx").texts == ("The fee is due.",)


def test_the_main_part_is_written_under_its_name() -> None:
    moved = changed(word_file(paragraph("the house")), {"word/document.xml": "word/document2.xml"})
    content = with_member(moved, "_rels/.rels", relations(("officeDocument", "word/document2.xml")))
    assert reread(rewritten(content, "a.docx"), "a.docx") == "esuoh eht"


def test_its_styles_may_have_another_name() -> None:
    style = '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="heading 1"/></w:style>'
    content = word_file(paragraph("Fees", '<w:pStyle w:val="T1"/>'), styles=style)
    content = changed(content, {"word/styles.xml": "word/styles2.xml"})
    content = with_member(content, "word/_rels/document.xml.rels", relations(("styles", "styles2.xml")))
    assert [block.kind for block in read(content, name="a.docx").blocks] == ["heading"]


def test_both_kinds_of_styles_name_the_language() -> None:
    look = '<w:style><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:style>'
    content = word_file(paragraph("the house"), styles=look, stylesWithEffects=look)
    named = relations(("styles", "styles.xml"), ("stylesWithEffects", "stylesWithEffects.xml"))
    new = rewritten(with_member(content, "word/_rels/document.xml.rels", named), "a.docx")
    assert [b'"pt"' in part(new, f"word/{name}.xml") for name in ("styles", "stylesWithEffects")] == [True, True]


def test_strict_names_are_read_as_the_usual_ones() -> None:
    usual, strict = r"http://schemas.openxmlformats.org/(\w+)/2006/(\w+)", r"http://purl.oclc.org/ooxml/\1/\2"
    content = changed(word_file(paragraph("The fee is due.")), {}, usual, strict)
    assert read(content, name="a.docx").texts == ("The fee is due.",)


def test_a_deleted_part_of_a_formula_is_not_read() -> None:
    kept, deleted = "<m:r><m:t>x</m:t></m:r>", '<w:del w:id="1"><m:r><m:t>y</m:t></m:r></w:del>'
    body = f"<w:p><w:r><w:t>Let </w:t></w:r><m:oMath>{kept}{deleted}</m:oMath></w:p>"
    assert read(word_file(body), name="a.docx").texts == ("Let x",)


def test_word_art_is_read() -> None:
    art = f'<w:pict {_VML}><v:shape><v:textpath string="Not for quotation"/></v:shape></w:pict>'
    body = f"<w:p><w:r>{art}</w:r></w:p>{paragraph('The fee is due.')}"
    assert read(word_file(body), name="a.docx").texts == ("Not for quotation", "The fee is due.")


def test_raw_bytes_of_a_picture_end_nothing_in_rich_text() -> None:
    raw = b"{\\rtf1 The fee is due.\\par {\\pict\\wmetafile8 \\bin9 }}}{\\fonttb}It is paid.\\par}"
    raw = raw.replace(b"}}}{\\fonttb}", b"}}}{\\f{\\{x}")
    assert read(raw, name="a.rtf").texts == ("The fee is due.", "It is paid.")


def test_two_paragraphs_of_one_id_are_read() -> None:
    office = "urn:oasis:names:tc:opendocument:xmlns"
    body = (
        f'<office:document-content xmlns:office="{office}:office:1.0" xmlns:text="{office}:text:1.0"><office:body>'
        '<office:text><text:p xml:id="a">One fee.</text:p><text:p xml:id="a">Two fees.</text:p></office:text>'
        "</office:body></office:document-content>"
    )
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", body)
    assert read(stream.getvalue(), name="a.odt").texts == ("One fee.", "Two fees.")


def test_a_few_nuls_in_a_page_are_passed_over() -> None:
    page = b"<html><body><p>The fee \x00is due within thirty days of the decision of the council.</p></body></html>"
    assert read(page, name="a.html").texts == ("The fee is due within thirty days of the decision of the council.",)


@pytest.mark.parametrize(
    "words",
    [
        "IMG_2041.jpg",
        "C:\\Users\\me\\Pictures\\logo final.png",
        "A picture containing text Description automatically generated",
        "Imagem com texto Descrição gerada automaticamente",
    ],
)
def test_what_only_a_program_says_of_a_picture_is_no_text(words: str) -> None:
    assert described(words) == ""


def test_what_an_author_says_of_a_picture_is_text() -> None:
    assert described("Fees by year; see table 2.1 for details") == "Fees by year; see table 2.1 for details"

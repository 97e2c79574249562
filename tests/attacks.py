"""Small files that were made to harm a reader: what each does, as the bytes or the text of it."""

import zipfile
import zlib
from collections.abc import Mapping, Sequence
from io import BytesIO

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ODT = {name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "text", "table", "style")}


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    """A ZIP of parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def word(body: str, before: str = "", **parts: bytes | str) -> bytes:
    """A DOCX with a body; other parts by name, "_" for "/" and without ".xml"."""
    document = f'{before}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    others = {f"word/{name}.xml": content for name, content in parts.items()}
    return zipped({"word/document.xml": document, **others})


def paragraph(text: str) -> str:
    """A Word paragraph of one run; its text may be markup."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def with_zeros(size_bytes: int, name: str = "mimetype") -> bytes:
    """A DOCX with one more entry, of zeros, which unpacks to so much."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{_WORD}"><w:body/></w:document>')
        with archive.open(name, "w", force_zip64=True) as entry:
            for _ in range(size_bytes >> 20):
                entry.write(bytes(1 << 20))
    return out.getvalue()


def packed_otherwise() -> bytes:
    """A DOCX packed by a method that no word processor uses, whose unpacking takes what memory its first bytes say."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{_WORD}"><w:body/></w:document>')
    return out.getvalue()


def footnotes(count: int) -> bytes:
    """A DOCX whose every paragraph cites a note of its own."""
    cite = '<w:p><w:r><w:t>Word.</w:t></w:r><w:r><w:footnoteReference w:id="{0}"/></w:r></w:p>'
    note = '<w:footnote w:id="{0}"><w:p><w:r><w:t>Note.</w:t></w:r></w:p></w:footnote>'
    notes = "".join(note.format(i) for i in range(count))
    return word(
        "".join(cite.format(i) for i in range(count)),
        footnotes=f'<w:footnotes xmlns:w="{_WORD}">{notes}</w:footnotes>',
    )


def opendocument(body: str, before: str = "") -> bytes:
    """An ODT with a body."""
    spaces = " ".join(f'xmlns:{name}="{uri}"' for name, uri in _ODT.items())
    content = (
        f"{before}<office:document-content {spaces}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def book(chapter: str, times: int) -> bytes:
    """An EPUB whose spine names one chapter so many times."""
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="p.opf"/></rootfiles></container>'
    )
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="c" href="c.html"/></manifest>'
        "<spine>" + '<itemref idref="c"/>' * times + "</spine></package>"
    )
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "p.opf": package,
            "c.html": chapter,
        }
    )


def slides(*texts: str, times: int = 1) -> bytes:
    """A PPTX with a slide for each text; each is named in the presentation so many times."""
    office = "http://schemas.openxmlformats.org"
    spaces = (
        f'xmlns:p="{office}/presentationml/2006/main" xmlns:a="{office}/drawingml/2006/main" '
        f'xmlns:r="{office}/officeDocument/2006/relationships"'
    )
    named = "".join(f'<p:sldId r:id="r{number}"/>' for number in range(len(texts))) * times
    related = "".join(f'<Relationship Id="r{n}" Type="x/slide" Target="s{n}.xml"/>' for n in range(len(texts)))
    shape = (
        '<p:sld {0}><p:sp><p:nvSpPr><p:cNvPr descr="A map"/><p:nvPr><p:ph type="body"/></p:nvPr></p:nvSpPr><p:txBody>'
        '<a:p><a:pPr lvl="0"><a:buAutoNum type="alphaLcParenR" startAt="2"/></a:pPr><a:r><a:t>{1}</a:t></a:r></a:p>'
        "</p:txBody></p:sp><p:graphicFrame><a:tbl><a:tr><a:tc><a:p><a:r><a:t>{1}</a:t></a:r></a:p></a:tc></a:tr></a:tbl>"
        "</p:graphicFrame></p:sld>"
    )
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    return zipped(
        {
            "ppt/presentation.xml": f"<p:presentation {spaces}>{named}</p:presentation>",
            "ppt/_rels/presentation.xml.rels": f'<Relationships xmlns="{relations}">{related}</Relationships>',
            **{f"ppt/s{number}.xml": shape.format(spaces, text) for number, text in enumerate(texts)},
        }
    )


def pdf(content: bytes, form: bytes = b"", packed: bool = False, pages: int = 1) -> bytes:
    """A PDF whose pages show a content stream; a form named /F may draw itself."""
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</T 5 0 R>>/XObject<</F 6 0 R>>>>>>"
    )
    data = zlib.compress(content, 9) if packed else content
    filtered = b"/Filter/FlateDecode" if packed else b""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, b"3 0 R " * pages),
        page,
        b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), filtered, data),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</T 5 0 R>>/XObject<</F 6 0 R/G 7 0 R>>>>"
        b"/Length %d>>stream\n%s\nendstream" % (len(form), form),
    ]
    return _file(objects)


def nested_forms(levels: int, times: int) -> bytes:
    """A PDF whose form draws another so many times, which draws another, so many levels deep."""
    first = 6
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</T 5 0 R>>/XObject<</F 6 0 R>>>>>>",
        b"<</Length 5>>stream\n/F Do\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for level in range(levels):
        last = level == levels - 1
        body = b"BT /T 9 Tf 9 9 Td (Word) Tj ET" if last else b"/F Do " * times
        objects.append(
            b"<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</T 5 0 R>>/XObject<</F %d 0 R>>>>"
            b"/Length %d>>stream\n%s\nendstream" % (first + level + 1, len(body), body)
        )
    return _file(objects)


def _file(objects: Sequence[bytes]) -> bytes:
    """A PDF of objects."""
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def nested_mail(levels: int) -> bytes:
    """A message in a message, so many levels deep."""
    inner = b"Subject: Fees\r\n\r\nThe fee is due."
    head = b"Content-Type: message/rfc822\r\n\r\n"
    return b"Subject: Fees\r\n" + head * levels + inner


def nested_multiparts(levels: int) -> bytes:
    """Parts in parts, so many levels deep."""
    heads = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (i, i) for i in range(levels))
    return b"Subject: Fees\r\n" + heads + b"\r\nThe fee is due.\r\n"

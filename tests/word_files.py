"""Small DOCX files for tests, written part by part."""

import zipfile
from io import BytesIO

_OFFICE = "http://schemas.openxmlformats.org"
_NAMES = (
    f'xmlns:w="{_OFFICE}/wordprocessingml/2006/main" xmlns:r="{_OFFICE}/officeDocument/2006/relationships"'
    f' xmlns:m="{_OFFICE}/officeDocument/2006/math"'
)


def word_file(body: str, **parts: str) -> bytes:
    """A DOCX with a body and other parts by name: styles, numbering, footnotes, settings."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {_NAMES}>{content}</w:{name}>")
    return stream.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def numbered(text: str, depth: int = 0, number: int = 1) -> str:
    """A paragraph of a list."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def level(depth: int, kind: str, text: str, more: str = "") -> str:
    """One level of a list that begins at 1."""
    counted = f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{counted}</w:lvl>'


def numbering(*levels: str, more: str = "") -> str:
    """Content of numbering.xml: one list with number id 1, and further w:num elements."""
    abstract = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    return f'{abstract}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}'

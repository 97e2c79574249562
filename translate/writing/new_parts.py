"""The parts of a new Word file around its text: styles, notes, comments, margins, and what ties them together."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from translate.languages.table import language
from translate.writing.word_language import turn

_OFFICE = "http://schemas.openxmlformats.org"
_NAMES = f'xmlns:w="{_OFFICE}/wordprocessingml/2006/main" xmlns:r="{_OFFICE}/officeDocument/2006/relationships"'
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "footnotes", "comments", "header", "footer")
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FIRST_COMMENT = 10_000
"""Id of the first comment: LibreOffice drops the words of a footnote whose id a comment has too."""
_SIZES = {1: 32, 2: 28, 3: 26, 4: 24, 5: 22, 6: 22}
"""Half points of each level's heading."""


def package_parts(
    body: str,
    notes: Sequence[str],
    comments: Sequence[str],
    margins: Mapping[str, Sequence[str]],
    title: str,
    code: str,
) -> dict[str, bytes]:
    """Every part of the file by name.

    Args:
        body: Markup of the paragraphs.
        notes: Runs of each footnote, its mark first.
        comments: Words of each comment.
        margins: Paragraphs of the "header" and of the "footer".
        title: The document's title; may be empty.
        code: BCP 47 code of its language.
    """
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" '
        'w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
    )
    stories = {
        "document": f"<w:body>{body}{section}</w:body>",
        "styles": _styles(code),
        "footnotes": _separators() + "".join(_footnote(n, words) for n, words in enumerate(notes, start=1)),
        "comments": "".join(_comment(n, words) for n, words in enumerate(comments, FIRST_COMMENT)),
        "header": "".join(margins["header"]) or "<w:p/>",
        "footer": "".join(margins["footer"]) or "<w:p/>",
    }
    roots = {"document": "document", "styles": "styles", "header": "hdr", "footer": "ftr"}
    written = {f"word/{name}.xml": _story(roots.get(name, name), inner, code) for name, inner in stories.items()}
    return {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}, core=True),
        "docProps/core.xml": _core(title, code),
        "word/_rels/document.xml.rels": _relations(
            {f"rId{n}": (name, f"{name}.xml") for n, name in enumerate(_PARTS, start=1)}
        ),
        **written,
    }


def _story(name: str, inner: str, code: str) -> bytes:
    """One part of the text, in its language's direction."""
    from lxml import etree

    root: Any = etree.fromstring(f"<w:{name} {_NAMES}>{inner}</w:{name}>".encode())
    turn([root], "en", code)
    return _HEAD.encode() + bytes(etree.tostring(root, encoding="UTF-8"))


def _styles(code: str) -> str:
    """Content of styles.xml."""
    kind = "bidi" if language(code).direction == "rtl" else "val"
    default = f'<w:rPr><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:{kind}="{escape(code)}"/></w:rPr>'
    spacing = '<w:pPr><w:spacing w:after="120"/></w:pPr>'
    written = [
        f"<w:docDefaults><w:rPrDefault>{default}</w:rPrDefault><w:pPrDefault>{spacing}</w:pPrDefault></w:docDefaults>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
    ]
    for level, size in _SIZES.items():
        look = (
            f'<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        )
        type_ = f'<w:rPr><w:b/><w:bCs/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
        written.append(_style(f"Heading{level}", f"heading {level}", look + type_))
    small = '<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>'
    for key, name in (("Header", "header"), ("Footer", "footer"), ("FootnoteText", "footnote text")):
        written.append(_style(key, name, small))
    written.append(_style("ListParagraph", "List Paragraph", ""))
    written.append(
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides)
    written.append(
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr></w:style>"
    )
    return "".join(written)


def _style(key: str, name: str, look: str) -> str:
    """A paragraph style."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>{look}'
        "</w:style>"
    )


def _separators() -> str:
    """The lines between text and notes, without which Word finds the file damaged."""
    return "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )


def _footnote(number: int, words: str) -> str:
    """One footnote."""
    look = '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
    return f'<w:footnote w:id="{number}"><w:p>{look}{words}</w:p></w:footnote>'


def _comment(number: int, words: str) -> str:
    """One comment."""
    inside = f"<w:p><w:r><w:t>{escape(words)}</w:t></w:r></w:p>"
    return f'<w:comment w:id="{number}" w:author="Entente" w:initials="E">{inside}</w:comment>'


def _types() -> bytes:
    """Content of [Content_Types].xml."""
    written = [
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
        '<Default Extension="xml" ContentType="application/xml"/>',
        f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}.document.main+xml"/>',
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    ]
    written += [f'<Override PartName="/word/{n}.xml" ContentType="{_WORD_TYPE}.{n}+xml"/>' for n in _PARTS]
    return f'{_HEAD}<Types xmlns="{_OFFICE}/package/2006/content-types">{"".join(written)}</Types>'.encode()


def _relations(targets: Mapping[str, tuple[str, str]], core: bool = False) -> bytes:
    """A part with relations: id → (kind, target)."""
    kinds = f"{_OFFICE}/officeDocument/2006/relationships"
    written = [f'<Relationship Id="{i}" Type="{kinds}/{kind}" Target="{t}"/>' for i, (kind, t) in targets.items()]
    if core:
        kind = f"{_OFFICE}/package/2006/relationships/metadata/core-properties"
        written.append(f'<Relationship Id="rId2" Type="{kind}" Target="docProps/core.xml"/>')
    return (
        f'{_HEAD}<Relationships xmlns="{_OFFICE}/package/2006/relationships">{"".join(written)}</Relationships>'
    ).encode()


def _core(title: str, code: str) -> bytes:
    """Content of docProps/core.xml."""
    names = f'xmlns:cp="{_OFFICE}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    inside = f"<dc:title>{escape(title, quote=False)}</dc:title><dc:language>{escape(code)}</dc:language>"
    return f"{_HEAD}<cp:coreProperties {names}>{inside}</cp:coreProperties>".encode()

"""Office files and books with a marker word in each place where text can hide, written part by part."""

import zipfile
from io import BytesIO

from benchmarks.completeness_markers import Places, marker

_OFFICE = "http://schemas.openxmlformats.org"
_R = f"{_OFFICE}/officeDocument/2006/relationships"
_A = f"{_OFFICE}/drawingml/2006/main"
_RELATIONS = f'<Relationships xmlns="{_OFFICE}/package/2006/relationships">'
_RELATIONS += "{}</Relationships>"
_TYPES = f'<Types xmlns="{_OFFICE}/package/2006/content-types">'
_NAMES = (
    f'xmlns:w="{_OFFICE}/wordprocessingml/2006/main" xmlns:r="{_R}" xmlns:a="{_A}"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    f' xmlns:mc="{_OFFICE}/markup-compatibility/2006" xmlns:wp="{_OFFICE}/drawingml/2006/wordprocessingDrawing"'
    f' xmlns:dgm="{_OFFICE}/drawingml/2006/diagram" xmlns:c="{_OFFICE}/drawingml/2006/chart"'
    f' xmlns:m="{_OFFICE}/officeDocument/2006/math" xmlns:p="{_OFFICE}/presentationml/2006/main"'
)
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODF_NAMES = " ".join(
    f'xmlns:{key}="{_ODF}:{name}:1.0"'
    for key, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
        ("svg", "svg-compatible"),
    )
)
_DUBLIN_CORE = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'


def word_file(place: Places) -> bytes:
    """A DOCX with notes, text boxes, tracked changes, a diagram, a chart, fields and formulas."""
    targets = {"H": "header", "F": "header", "G": "footer", "D": "diagramData", "C": "chart"}
    relations = "".join(_relation(f"r{key}", kind, f"{key}.xml") for key, kind in targets.items())
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = f"""<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"""
    heading = '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    chart = f"""<c:title><c:tx><c:rich>{_ap(place("chart title"))}</c:rich></c:tx></c:title>
        <c:cat><c:strRef><c:strCache><c:pt><c:v>{place("chart category")}</c:v></c:pt></c:strCache></c:strRef>
        </c:cat>"""
    diagram = f"<dgm:pt><dgm:t><a:p><a:r><a:t>{place('diagram')}</a:t></a:r></a:p></dgm:t></dgm:pt>"
    return _zip(
        {
            "[Content_Types].xml": f"{_TYPES}</Types>",
            "word/document.xml": _xml("w:document", f"<w:body>{_word_body(place)}</w:body>"),
            "word/styles.xml": _xml("w:styles", heading),
            "word/numbering.xml": _xml("w:numbering", numbering),
            "word/footnotes.xml": _xml("w:footnotes", f'<w:footnote w:id="2">{_p(place("footnote"))}</w:footnote>'),
            "word/endnotes.xml": _xml("w:endnotes", f'<w:endnote w:id="2">{_p(place("endnote"))}</w:endnote>'),
            "word/comments.xml": _xml("w:comments", f"<w:comment>{_p(place.not_this('comment'))}</w:comment>"),
            "word/H.xml": _xml("w:hdr", _p(place("header"))),
            "word/F.xml": _xml("w:hdr", _p(place("first page header"))),
            "word/G.xml": _xml("w:ftr", _p(place("footer"))),
            "word/D.xml": _xml("dgm:dataModel", diagram),
            "word/C.xml": _xml("c:chartSpace", chart),
            "word/_rels/document.xml.rels": _RELATIONS.format(relations),
            "docProps/core.xml": f"<core {_DUBLIN_CORE}><dc:title>{place('title')}</dc:title></core>",
        }
    )


def _word_body(place: Places) -> str:
    """The body of the DOCX."""
    box, old_box = _p(place("text box")), _p(place("old text box"))
    fallback = f"<w:pict><v:textbox><w:txbxContent>{box}</w:txbxContent></v:textbox></w:pict>"
    place.wanted.append("formula")
    return f"""{_p(place("heading"), '<w:pStyle w:val="Heading1"/>')}
<w:p>{_r(place("paragraph"))}<w:del><w:r><w:delText>{place.not_this("deleted")}</w:delText></w:r></w:del>
  <w:r><w:rPr><w:vanish/></w:rPr><w:t>{place.not_this("hidden")}</w:t></w:r>
  <w:ins>{_r(place("inserted"))}</w:ins><w:moveTo>{_r(place("moved"))}</w:moveTo></w:p>
{_p(place("numbered"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')}
<w:p>{_r(place("note cited"))}<w:r><w:footnoteReference w:id="2"/><w:endnoteReference w:id="2"/></w:r></w:p>
<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:inline>
    <wp:docPr id="1" name="x" descr="{place("picture description")}"/>
    <w:txbxContent>{box}</w:txbxContent></wp:inline></w:drawing></mc:Choice>
    <mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>
  <w:r><w:drawing><dgm:relIds r:dm="rD"/></w:drawing></w:r><w:r><w:drawing><c:chart r:id="rC"/></w:drawing></w:r>
  <w:r><w:pict><v:textbox><w:txbxContent>{old_box}</w:txbxContent></v:textbox></w:pict></w:r></w:p>
<w:p><w:hyperlink r:id="rX">{_r(place("hyperlink"))}</w:hyperlink>
  <w:fldSimple w:instr="REF x">{_r(place("field result"))}</w:fldSimple></w:p>
<w:p><w:smartTag>{_r(place("smart tag"))}</w:smartTag></w:p>
<w:sdt><w:sdtContent>{_p(place("content control"))}</w:sdtContent></w:sdt>
<w:p><w:sdt><w:sdtContent>{_r(place("inline control"))}</w:sdtContent></w:sdt></w:p>
<w:p><m:oMath><m:r><m:t>{marker("formula")}</m:t></m:r></m:oMath></w:p>
<w:tbl><w:tr><w:tc>{_p(place("cell"))}<w:tbl><w:tr><w:tc>{_p(place("nested table"))}</w:tc></w:tr></w:tbl><w:p/></w:tc>
  <w:tc>{_p(place("second cell"))}{_p(place("second paragraph of a cell"))}</w:tc></w:tr>
  <w:sdt><w:sdtContent><w:tr><w:tc>{_p(place("controlled row"))}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>
<w:p><w:r><w:commentReference w:id="0"/></w:r></w:p>
<w:sectPr><w:headerReference w:type="default" r:id="rH"/><w:headerReference w:type="first" r:id="rF"/>
  <w:footerReference w:type="default" r:id="rG"/><w:titlePg/></w:sectPr>"""


def open_document_file(place: Places) -> bytes:
    """An ODT with notes, frames, headers, tracked changes and an annotation."""
    master = f"""<style:master-page><style:header><text:p>{place("header")}</text:p></style:header>
        <style:footer><text:p>{place("footer")}</text:p></style:footer></style:master-page>"""
    hidden = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    content = f"""<office:document-content {_ODF_NAMES}><office:automatic-styles>{hidden}</office:automatic-styles>
        <office:body><office:text>{_open_document_body(place)}</office:text></office:body></office:document-content>"""
    meta = f"""<office:document-meta {_ODF_NAMES} {_DUBLIN_CORE}><office:meta><dc:title>{place("title")}</dc:title>
        </office:meta></office:document-meta>"""
    return _zip(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "styles.xml": f"<x {_ODF_NAMES}><office:master-styles>{master}</office:master-styles></x>",
            "meta.xml": meta,
            "META-INF/manifest.xml": f"<m:manifest xmlns:m='{_ODF}:manifest:1.0'/>",
        }
    )


def _open_document_body(place: Places) -> str:
    """The body of the ODT."""

    def note(kind: str) -> str:
        body = f"<text:note-body><text:p>{place(kind)}</text:p></text:note-body>"
        return f'<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation>{body}</text:note>'

    return f"""<text:tracked-changes><text:changed-region><text:deletion><text:p>{place.not_this("deleted")}</text:p>
  </text:deletion></text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">{place("heading")}</text:h>
<text:p>{place("paragraph")} <text:span>{place("span")}</text:span>{note("footnote")}{note("endnote")}
  <text:a>{place("link")}</text:a><text:span text:style-name="H">{place.not_this("hidden")}</text:span></text:p>
<text:list><text:list-item><text:p>{place("item")}</text:p><text:list><text:list-item>
  <text:p>{place("nested item")}</text:p></text:list-item></text:list></text:list-item></text:list>
<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>{place("table head")}</text:p>
  </table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell>
  <text:p>{place("cell")}</text:p><table:table><table:table-row><table:table-cell>
  <text:p>{place("nested table")}</text:p></table:table-cell></table:table-row></table:table>
  </table:table-cell></table:table-row></table:table>
<text:section><text:p>{place("section")}</text:p></text:section>
<text:table-of-content><text:index-body><text:p>{place("table of contents")}</text:p></text:index-body>
  </text:table-of-content>
<text:p><draw:frame><draw:text-box><text:p>{place("text box")}</text:p></draw:text-box></draw:frame></text:p>
<text:p><draw:custom-shape><text:p>{place("drawn shape")}</text:p></draw:custom-shape></text:p>
<text:p><draw:frame><draw:image/><svg:desc>{place("picture description")}</svg:desc></draw:frame></text:p>
<text:p>{place("annotated")}<office:annotation><text:p>{place.not_this("comment")}</text:p></office:annotation></text:p>"""


def presentation_file(place: Places) -> bytes:
    """A PPTX with a grouped shape, a table, a diagram, notes, a master's own words and a hidden slide."""
    cells = f"<a:tr><a:tc><a:txBody>{_ap(place('table cell'))}</a:txBody></a:tc></a:tr>"
    shapes = f"""{_shape(place("body text"), "body")}{_shape(place("slide title"), "title")}
<p:sp><p:nvSpPr><p:nvPr/></p:nvSpPr><p:txBody>{_ap(place("text box"))}</p:txBody></p:sp>
<p:grpSp>{_shape(place("grouped shape"), "body")}</p:grpSp>{_shape(place("footer"), "ftr")}
<p:graphicFrame><a:graphic><a:graphicData><a:tbl>{cells}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>
<p:graphicFrame><a:graphic><a:graphicData><dgm:relIds r:dm="rD"/></a:graphicData></a:graphic></p:graphicFrame>
<p:pic><p:nvPicPr><p:cNvPr id="9" name="x" descr="{place("picture description")}"/></p:nvPicPr></p:pic>"""
    diagram = f"<dgm:pt><dgm:t>{_ap(place('diagram'))}</dgm:t></dgm:pt>"
    slides = "".join(f'<p:sldId id="{256 + n}" r:id="r{n}"/>' for n in (2, 1, 3))
    layout = f"<p:sp><p:nvSpPr><p:nvPr/></p:nvSpPr><p:txBody>{_ap(place('layout'))}</p:txBody></p:sp>"
    beside = _relation("rL", "slideLayout", "../slideLayouts/slideLayout1.xml")
    notes = _relation("rN", "notesSlide", "../notesSlides/notesSlide1.xml")
    return _zip(
        {
            "[Content_Types].xml": f"{_TYPES}</Types>",
            "ppt/presentation.xml": _xml("p:presentation", f"<p:sldIdLst>{slides}</p:sldIdLst>"),
            "ppt/_rels/presentation.xml.rels": _RELATIONS.format(
                "".join(_relation(f"r{n}", "slide", f"slides/slide{n}.xml") for n in (1, 2, 3))
            ),
            "ppt/slides/slide1.xml": _xml("p:sld", shapes),
            "ppt/slides/slide2.xml": _xml("p:sld", _shape(place("first slide by order"), "body")),
            "ppt/slides/slide3.xml": _xml("p:sld", _shape(place.not_this("hidden slide"), "body"), ' show="0"'),
            "ppt/slides/_rels/slide1.xml.rels": _RELATIONS.format(
                beside + notes + _relation("rD", "diagramData", "../diagrams/data1.xml")
            ),
            "ppt/slides/_rels/slide2.xml.rels": _RELATIONS.format(beside),
            "ppt/slideLayouts/slideLayout1.xml": _xml("p:sldLayout", layout + _shape("Click to add text", "body")),
            "ppt/notesSlides/notesSlide1.xml": _xml("p:notes", _shape(place("speaker notes"), "body")),
            "ppt/diagrams/data1.xml": _xml("dgm:dataModel", diagram),
        }
    )


def book_file(place: Places) -> bytes:
    """An EPUB whose spine is not in the order of its file names."""
    names = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
    first = f"""<h1>{place("first chapter")}</h1><ul><li>{place("item")}</li></ul>
        <p><img src="x.png" alt="{place("image description")}"/></p>"""
    second = f"""<h1>{place("second chapter")}</h1><p>{place("paragraph")}</p>
        <aside epub:type="footnote"><p>{place("footnote")}</p></aside>
        <table><tr><td>{place("cell")}</td></tr></table>"""
    contents = f'<nav epub:type="toc"><ol><li><a href="a.xhtml">{place.not_this("contents")}</a></li></ol></nav>'
    manifest = "".join(f'<item id="{key}" href="{key}.xhtml"/>' for key in "abn")
    package = f"""<package xmlns="http://www.idpf.org/2007/opf"><metadata {_DUBLIN_CORE}>
        <dc:title>{place("title")}</dc:title></metadata><manifest>{manifest}</manifest>
        <spine><itemref idref="n"/><itemref idref="b"/><itemref idref="a"/></spine></package>"""
    container = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
        <rootfile full-path="OPS/book.opf"/></rootfiles></container>"""
    pages = {"a": second, "b": first, "n": contents}
    return _zip(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OPS/book.opf": package,
            **{f"OPS/{key}.xhtml": f"<html {names}><body>{body}</body></html>" for key, body in pages.items()},
        }
    )


def _p(words: str, properties: str = "") -> str:
    """A Word paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{_r(words)}</w:p>"


def _r(words: str) -> str:
    """A Word run."""
    return f"<w:r><w:t>{words}</w:t></w:r>"


def _ap(words: str) -> str:
    """A paragraph of a drawing."""
    return f"<a:p><a:r><a:t>{words}</a:t></a:r></a:p>"


def _shape(words: str, role: str) -> str:
    """A PowerPoint placeholder."""
    return f'<p:sp><p:nvSpPr><p:nvPr><p:ph type="{role}"/></p:nvPr></p:nvSpPr><p:txBody>{_ap(words)}</p:txBody></p:sp>'


def _relation(key: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{key}" Type="{_R}/{kind}" Target="{target}"/>'


def _xml(root: str, body: str, attributes: str = "") -> str:
    return f"<{root} {_NAMES}{attributes}>{body}</{root}>"


def _zip(members: dict[str, str]) -> bytes:
    """A ZIP of text members, the first one stored unpacked as OpenDocument and EPUB ask."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name), text.strip(), zipfile.ZIP_STORED)
    return stream.getvalue()

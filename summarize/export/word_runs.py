"""Words in a Word file: in a language, as a link to a sentence, or as the place such a link leads to."""

from collections.abc import Iterable, Sequence
from typing import Any

from summarize.export.wording import direction
from translate.resources.tmx import xml_text

GREY = "666666"
_BLUE, _GREEN, _RED = "1F4E9E", "1B7A34", "B3261E"
_AFTER_BIDI = (
    "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr", "w:sectPr",
)  # fmt: skip


def add_words(
    paragraph: Any, text: str, language: str, bold: bool = False, italic: bool = False, grey: bool = False
) -> Any:
    """Add words in a language, which says their direction and how they are spelt; the run."""
    run = paragraph.add_run(xml_text(text))
    run.bold, run.italic = bold or None, italic or None
    if grey:
        _color(run, GREY)
    properties = run._r.get_or_add_rPr()
    if direction(language) == "rtl":
        look = paragraph._p.get_or_add_pPr()
        if look.find(_name("bidi")) is None:
            look.insert_element_before(element("bidi"), *_AFTER_BIDI)
        properties.append(element("rtl"))
        properties.append(element("lang", bidi=language))
    elif language != "und":
        properties.append(element("lang", val=language, eastAsia=language))
    return run


def redden(run: Any, is_new: bool) -> None:
    """Make a run look like a tracked change: added words underlined in green, removed ones struck out in red."""
    run.underline, run.font.strike = is_new or None, (not is_new) or None
    _color(run, _GREEN if is_new else _RED)


def add_links(paragraph: Any, segments: Iterable[int]) -> None:
    """Add the numbers of sentences, each a link to its row."""
    for segment in dict.fromkeys(segments):
        add_link(paragraph, f"[{segment + 1}]", segment)
        paragraph.add_run(" ")


def add_link(paragraph: Any, text: str, segment: int, bold: bool = False) -> None:
    """Add words that are a link to a sentence's row."""
    link = element("hyperlink", anchor=f"s{segment + 1}", history="1")
    run = paragraph.add_run(xml_text(text))
    run.bold = bold or None
    _color(run, _BLUE)
    paragraph._p.append(link)
    link.append(run._r)


def add_place(paragraph: Any, segment: int) -> None:
    """Put the place in a paragraph that links to a sentence lead to."""
    number = str(segment + 1)
    paragraph._p.append(element("bookmarkStart", id=number, name=f"s{number}"))
    paragraph._p.append(element("bookmarkEnd", id=number))


def add_table(word: Any, widths_cm: Sequence[float]) -> Any:
    """Add a table of one row, which is repeated on every page, with columns of some widths."""
    from docx.shared import Cm

    table = word.add_table(rows=1, cols=len(widths_cm), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths_cm, strict=True):
        column.width = Cm(width)
    table.rows[0]._tr.get_or_add_trPr().append(element("tblHeader"))
    return table


def element(name: str, /, **attributes: str) -> Any:
    """An element of WordprocessingML."""
    from docx.oxml import OxmlElement

    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(_name(key), value)
    return made


def drop_attribute(made: Any, name: str) -> None:
    """Take an attribute of WordprocessingML away, if it is there."""
    made.attrib.pop(_name(name), None)


def _color(run: Any, color: str) -> None:
    """Give words a colour."""
    from docx.shared import RGBColor

    run.font.color.rgb = RGBColor.from_string(color)


def _name(name: str) -> str:
    """The name of an element or attribute as XML has it."""
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))

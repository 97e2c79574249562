"""Where a property goes among the others: Word refuses files whose elements stand in another order."""

from typing import Any

from translate.reading.office.numbering import WORD

_RUN = """
    rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish
    webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
    eastAsianLayout specVanish oMath
"""
_PARAGRAPH = """
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
    snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
    textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
"""
_TABLE = """
    tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd
    tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange
"""
_SECTION = """
    headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols
    formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange
"""
_ORDER = {
    name: {child: position for position, child in enumerate(listed.split())}
    for name, listed in (("rPr", _RUN), ("pPr", _PARAGRAPH), ("tblPr", _TABLE), ("sectPr", _SECTION))
}


def properties(element: Any, name: str) -> Any:
    """An element's properties of a kind ("rPr", "pPr"), made as its first child where it has none."""
    found = element.find(f"{WORD}{name}")
    if found is None:
        found = element.makeelement(f"{WORD}{name}")
        element.insert(0, found)
    return found


def put(properties: Any, name: str, value: str | None = None) -> None:
    """Set a property, in its place.

    Args:
        properties: A w:rPr, w:pPr, w:tblPr or w:sectPr.
        name: Of the property.
        value: Its w:val; None for one that is only there.
    """
    drop(properties, name)
    order = _ORDER[str(properties.tag).removeprefix(WORD)]
    new = properties.makeelement(f"{WORD}{name}")
    if value is not None:
        new.set(f"{WORD}val", value)
    before = [child for child in properties if order.get(str(child.tag).removeprefix(WORD), 99) < order[name]]
    properties.insert(len(before), new)


def drop(properties: Any, *names: str) -> None:
    """Take properties away."""
    for name in names:
        for child in properties.findall(f"{WORD}{name}"):
            properties.remove(child)


def is_on(properties: Any, name: str) -> bool:
    """Whether a property is there and not off."""
    found = properties.find(f"{WORD}{name}")
    return found is not None and found.get(f"{WORD}val", "1") not in ("0", "false", "off")

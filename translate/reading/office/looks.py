"""Headings of Word files without styles: short paragraphs that are set larger, bold or in capitals."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from translate.reading.archive import whole
from translate.reading.draft import Part
from translate.reading.office.numbering import WORD

_LONGEST = 150  # characters
_LARGER = 1.1  # times the size of most of the text
_MAX_BASE_STYLES = 20
_USUAL_SIZE = 20  # half points, where a file says nothing
_DEEPEST = 6
_Look = tuple[int, bool, bool]
"""Size in half points, bold, capitals."""


@dataclass(frozen=True, slots=True)
class _Type:
    """What a style says of its letters; None where it says nothing."""

    base: str
    size: int | None
    bold: bool | None
    capitals: bool | None


class Looks:
    """How the words of a Word file look.

    Args:
        styles: Root of styles.xml, or None.
    """

    def __init__(self, styles: Any) -> None:
        self._types: dict[str, _Type] = {}
        self._default = ""
        for style in styles.iterfind(f"{WORD}style") if styles is not None else ():
            name = style.get(f"{WORD}styleId", "")
            self._types[name] = _type(style.find(f"{WORD}rPr"), _value(style, "basedOn") or "")
            if style.get(f"{WORD}type") == "paragraph" and style.get(f"{WORD}default") in ("1", "true"):
                self._default = name
        defaults = styles.find(f"{WORD}docDefaults/{WORD}rPrDefault/{WORD}rPr") if styles is not None else None
        self._usual = _type(defaults, "")

    def with_headings(self, parts: Sequence[Part]) -> list[Part]:
        """The parts, paragraphs that look like headings made such; all as they are where styles tell the headings."""
        if sum(part.kind == "heading" for part in parts) > 1:
            return list(parts)
        looks = [self._of(part) if _is_text(part) else None for part in parts]
        counts: Counter[_Look] = Counter()
        for part, look in zip(parts, looks, strict=True):
            if look is not None:
                counts[look] += len(part.text)
        if not counts:
            return list(parts)
        body = max(counts, key=lambda look: (counts[look], look))
        chosen = {
            position: look
            for position, (part, look) in enumerate(zip(parts, looks, strict=True))
            if look is not None and _stands_out(look, body) and _is_short(part.text)
        }
        order = sorted(set(chosen.values()), reverse=True)
        above = max((part.level for part in parts if part.kind == "heading"), default=0)
        return [
            replace(part, kind="heading", level=min(above + 1 + order.index(chosen[position]), _DEEPEST))
            if position in chosen
            else part
            for position, part in enumerate(parts)
        ]

    def _of(self, part: Part) -> _Look | None:
        """The look that all words of a part share, the smallest size of them; None for a part without."""
        found = [
            self._run(piece.element.getparent())
            for piece in part.pieces
            if piece.text.strip() and str(piece.element.tag) == f"{WORD}t"
        ]
        if not found:
            return None
        return (
            min(look[0] for look in found),
            all(look[1] for look in found),
            part.text.isupper() or all(look[2] for look in found),
        )

    def _run(self, run: Any) -> _Look:
        """How one run looks: by itself, by its style, by its paragraph's, by the file's usual."""
        properties = run.find(f"{WORD}rPr")
        paragraph = next(run.iterancestors(f"{WORD}p"), None)
        above = paragraph.find(f"{WORD}pPr") if paragraph is not None else None
        styles = (_value(properties, "rStyle") or "", _value(above, "pStyle") or self._default)
        chain = [_type(properties, ""), *(kind for style in styles for kind in self._chain(style)), self._usual]
        size = next((kind.size for kind in chain if kind.size), _USUAL_SIZE)
        bold = next((kind.bold for kind in chain if kind.bold is not None), False)
        capitals = next((kind.capitals for kind in chain if kind.capitals is not None), False)
        return size, bold, capitals

    def _chain(self, style: str) -> list[_Type]:
        """A style and those it is based on."""
        found: list[_Type] = []
        while style in self._types and len(found) < _MAX_BASE_STYLES:
            found.append(self._types[style])
            style = self._types[style].base
        return found


def _is_text(part: Part) -> bool:
    """Whether a part is a paragraph, or an item of a list that is numbered as headings are."""
    return part.kind == "paragraph" or (
        part.kind == "list_item" and (part.marker[:1].isdigit() or part.marker[:1].isupper())
    )


def _stands_out(look: _Look, body: _Look) -> bool:
    """Whether letters are larger than those of most of the text, or bold or in capitals where those are not."""
    size, bold, capitals = look
    if size >= _LARGER * body[0]:
        return True
    return size >= body[0] and ((bold and not body[1]) or (capitals and not body[2]))


def _is_short(text: str) -> bool:
    """Whether a text may be a heading: some words in a line, no sentence."""
    return len(text) <= _LONGEST and "\n" not in text and any(map(str.isalpha, text)) and text[-1] not in ".;,"


def _type(properties: Any, base: str) -> _Type:
    """What run properties say."""
    size = whole(_value(properties, "sz"), 0) or None
    return _Type(base, size, _switch(properties, "b"), _switch(properties, "caps"))


def _switch(properties: Any, name: str) -> bool | None:
    """Whether a switch is on; None where nothing is said."""
    found = properties.find(f"{WORD}{name}") if properties is not None else None
    return None if found is None else found.get(f"{WORD}val", "1") not in ("0", "false", "off")


def _value(element: Any, name: str) -> str | None:
    """The w:val of a child, or None."""
    found = element.find(f"{WORD}{name}") if element is not None else None
    return None if found is None else found.get(f"{WORD}val")

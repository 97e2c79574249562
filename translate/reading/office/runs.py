"""Runs: the words of one Word paragraph, and what hangs on it: text boxes, diagrams, notes."""

from collections.abc import Callable
from typing import Any

from translate.reading.archive import Archive
from translate.reading.characters import one_line, raised
from translate.reading.draft import Once, Part, Piece, all_raised
from translate.reading.office.graphics import GRAPHICS, described, graphic_words
from translate.reading.office.numbering import WORD

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DELETED = frozenset((f"{WORD}del", f"{WORD}moveFrom"))
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# Characters of Word's two symbol fonts that say something; the rest are ornaments.
_SYMBOLS = {
    ("symbol", 0xB0): "°",
    ("symbol", 0xA3): "≤",
    ("symbol", 0xB3): "≥",
    ("symbol", 0xB1): "±",
    ("symbol", 0xB4): "×",
    ("symbol", 0xAE): "→",
    ("wingdings", 0x6F): "☐",
    ("wingdings", 0xA8): "☐",
    ("wingdings", 0xFE): "☒",
    ("wingdings", 0xFC): "✓",
    ("wingdings", 0xE0): "→",
}


class Runs:
    """Reads paragraphs, and counts what it leaves out.

    Args:
        archive: The file, for diagrams and charts.
        cite: Called with "footnote" or "endnote" and an id where the text cites a note; gives the mark of the note.

    Attributes:
        deleted: How many tracked deletions held words.
        hidden: How many runs of hidden words there were.
    """

    def __init__(self, archive: Archive, cite: Callable[[str, str], str]) -> None:
        self.deleted = 0
        self.hidden = 0
        self._archive = archive
        self._cite = cite
        self._pieces: list[Piece] = []
        self._boxes: list[Any] = []
        self._graphics = Once()

    def read(self, paragraph: Any, part: str) -> tuple[list[Piece], list[Any], list[Part]]:
        """A paragraph's words, its text boxes, and the parts of its pictures, diagrams and charts.

        Args:
            paragraph: A w:p element.
            part: Name of the archive's part it is in.
        """
        self._pieces, self._boxes, self._graphics = [], [], Once()
        self._words(paragraph, part)
        return self._pieces, self._boxes, self._graphics.parts()

    def _words(self, element: Any, part: str) -> None:
        """Take the words of an element's children, in order."""
        for child in element:
            self._word(child, part)

    def _word(self, child: Any, part: str) -> None:
        """Take the words of one child of a paragraph or of what stands in a paragraph."""
        if child.tag in _DELETED:
            words = "".join(found.text or "" for found in child.iter(f"{WORD}delText", f"{WORD}t"))
            self.deleted += bool(words.strip())
        elif child.tag == f"{WORD}r":
            self._run(child, part)
        elif child.tag in (f"{_MATH}oMath", f"{_MATH}oMathPara"):
            self._pieces.append(Piece(formula(child), child, "whole"))
        elif child.tag not in (f"{WORD}pPr", _FALLBACK):
            self._words(child, part)

    def _run(self, run: Any, part: str) -> None:
        """Take the words of one run."""
        properties = run.find(f"{WORD}rPr")
        raise_it = False
        if properties is not None:
            hidden = properties.find(f"{WORD}vanish")
            if hidden is not None and hidden.get(f"{WORD}val", "1") not in ("0", "false"):
                self.hidden += any((found.text or "").strip() for found in run.iter(f"{WORD}t"))
                return
            position = properties.find(f"{WORD}vertAlign")
            raise_it = position is not None and position.get(f"{WORD}val") == "superscript"
        first = len(self._pieces)
        for child in run:
            place = "text" if child.tag == f"{WORD}t" else "whole"
            words = self._character(child, part)
            if words:
                self._pieces.append(Piece(words, child, place))
        if raise_it:
            self._pieces[first:] = all_raised(self._pieces[first:])

    def _character(self, child: Any, part: str) -> str:
        """What one child of a run puts into the text; a ruby's words are taken at once."""
        name = str(child.tag).removeprefix(WORD)
        if name == "t":
            return child.text or ""
        if name in _CHARACTERS:
            return _CHARACTERS[name]
        if name in ("footnoteReference", "endnoteReference"):
            mark = self._cite(name.removesuffix("Reference"), child.get(f"{WORD}id", ""))
            return "" if child.get(f"{WORD}customMarkFollows") in ("1", "true") else mark
        if name == "sym":
            return _symbol(child)
        if name == "ruby":
            base = child.find(f"{WORD}rubyBase")
            if base is not None:
                self._words(base, part)
            return ""
        if name in ("drawing", "pict", "object") or not name.isalpha():
            self._graphic(child, part)
        return ""

    def _graphic(self, element: Any, part: str) -> None:
        """Note the text boxes and words of a drawing; of two versions of it, the newer."""
        if element.tag == _FALLBACK:
            return
        if element.tag == f"{WORD}txbxContent":
            self._boxes.append(element)
            return
        if element.tag.endswith("}docPr"):
            if described(element.get("descr")):
                self._note(Piece(element.get("descr") or "", element, "descr"))
        elif element.tag.endswith("}textpath"):  # WordArt, of which watermarks are made
            self._note(Piece(element.get("string") or "", element, "string"))
        elif element.tag in GRAPHICS:
            for pieces in graphic_words(self._archive, part, element):
                self._note(*pieces)
        elif element.tag == f"{WORD}t":
            self._note(Piece(element.text or "", element))
        for child in element:
            self._graphic(child, part)

    def _note(self, *pieces: Piece) -> None:
        """Keep words beside the text, each only once."""
        words = one_line("".join(piece.text for piece in pieces))
        self._graphics.add(Part(words, source_ref="picture", pieces=pieces))


def formula(element: Any) -> str:
    """A formula in one line: fractions with a stroke, exponents raised."""
    name = str(element.tag).removeprefix(_MATH)
    if element.tag in _DELETED:
        return ""
    if name == "t":
        return element.text or ""
    parts = {str(child.tag).removeprefix(_MATH): formula(child) for child in element} if name in _SCRIPTS else {}
    match name:
        case "f":
            return f"{_grouped(parts.get('num', ''))}/{_grouped(parts.get('den', ''))}"
        case "sSup":
            exponent = parts.get("sup", "")
            written = raised(exponent)
            return parts.get("e", "") + (written if written != exponent else f"^{_grouped(exponent)}")
        case "sSub":
            return f"{parts.get('e', '')}_{_grouped(parts.get('sub', ''))}"
        case "rad":
            return f"√{_grouped(parts.get('e', ''))}"
        case "d":
            return f"({''.join(formula(child) for child in element)})"
    return "".join(formula(child) for child in element)


_SCRIPTS = frozenset(("f", "sSup", "sSub", "rad"))


def _grouped(words: str) -> str:
    """Words in brackets where they are more than one sign or number."""
    return words if words.isalnum() else f"({words})"


def _symbol(element: Any) -> str:
    """The character that a w:sym stands for."""
    try:
        code = int(element.get(f"{WORD}char", ""), 16)
    except ValueError:
        return ""
    font = (element.get(f"{WORD}font") or "").lower()
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    return _SYMBOLS.get((font, low), "▪" if low != code or not 0 < code < 0x110000 else chr(code))

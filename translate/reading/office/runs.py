"""Runs: the words of one Word paragraph, and what hangs on it: text boxes, diagrams, notes."""

from collections.abc import Callable
from typing import Any

from translate.reading.archive import Archive
from translate.reading.characters import one_line, raised
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
        cite: Called with "footnote" or "endnote" and an id where the text cites a note; gives the note's number.

    Attributes:
        deleted: How many tracked deletions held words.
        hidden: How many runs of hidden words there were.
    """

    def __init__(self, archive: Archive, cite: Callable[[str, str], str]) -> None:
        self.deleted = 0
        self.hidden = 0
        self._archive = archive
        self._cite = cite
        self._boxes: list[Any] = []
        self._graphics: dict[str, None] = {}

    def read(self, paragraph: Any, part: str) -> tuple[str, list[Any], list[str]]:
        """A paragraph's words, its text boxes, and the words of its pictures, diagrams and charts.

        Args:
            paragraph: A w:p element.
            part: Name of the archive's part it is in.
        """
        self._boxes, self._graphics = [], {}
        return self._words(paragraph, part), self._boxes, list(self._graphics)

    def _words(self, element: Any, part: str) -> str:
        """Words of an element's children, in order."""
        return "".join(self._word(child, part) for child in element)

    def _word(self, child: Any, part: str) -> str:
        """Words of one child of a paragraph or of what stands in a paragraph."""
        if child.tag in _DELETED:
            words = "".join(found.text or "" for found in child.iter(f"{WORD}delText", f"{WORD}t"))
            self.deleted += bool(words.strip())
            return ""
        if child.tag == f"{WORD}r":
            return self._run(child, part)
        if child.tag in (f"{_MATH}oMath", f"{_MATH}oMathPara"):
            return formula(child)
        return "" if child.tag in (f"{WORD}pPr", _FALLBACK) else self._words(child, part)

    def _run(self, run: Any, part: str) -> str:
        """Words of one run."""
        properties = run.find(f"{WORD}rPr")
        raise_it = False
        if properties is not None:
            hidden = properties.find(f"{WORD}vanish")
            if hidden is not None and hidden.get(f"{WORD}val", "1") not in ("0", "false"):
                self.hidden += any((found.text or "").strip() for found in run.iter(f"{WORD}t"))
                return ""
            position = properties.find(f"{WORD}vertAlign")
            raise_it = position is not None and position.get(f"{WORD}val") == "superscript"
        words = "".join(self._character(child, part) for child in run)
        return raised(words) if raise_it else words

    def _character(self, child: Any, part: str) -> str:
        """What one child of a run puts into the text."""
        name = str(child.tag).removeprefix(WORD)
        if name == "t":
            return child.text or ""
        if name in _CHARACTERS:
            return _CHARACTERS[name]
        if name in ("footnoteReference", "endnoteReference"):
            number = self._cite(name.removesuffix("Reference"), child.get(f"{WORD}id", ""))
            return "" if child.get(f"{WORD}customMarkFollows") in ("1", "true") else raised(number)
        if name == "sym":
            return _symbol(child)
        if name == "ruby":
            base = child.find(f"{WORD}rubyBase")
            return "" if base is None else self._words(base, part)
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
            self._note(described(element.get("descr")))
        elif element.tag.endswith("}textpath"):  # WordArt, of which watermarks are made
            self._note(element.get("string") or "")
        elif element.tag in GRAPHICS:
            for words in graphic_words(self._archive, part, element):
                self._note(words)
        elif element.tag == f"{WORD}t":
            self._note(element.text or "")
        for child in element:
            self._graphic(child, part)

    def _note(self, words: str) -> None:
        words = one_line(words)
        if words:
            self._graphics[words] = None


def formula(element: Any) -> str:
    """A formula in one line: fractions with a stroke, exponents raised."""
    name = str(element.tag).removeprefix(_MATH)
    if name == "t":
        return element.text or ""
    if element.tag in _DELETED:
        return ""
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

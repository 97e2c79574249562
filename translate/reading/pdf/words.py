"""Words of a PDF page with their places, as pdfium gives them."""

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise
from typing import Any, NamedTuple

from translate.reading.limits import require
from translate.reading.pdf.bidi import LAM_ALEF, is_rtl, logical
from translate.reading.pdf.lost import LOST, loses_spaces, lost_letters, spaces
from translate.reading.pdf.rulings import Rulings, read_rulings

_BOLD = re.compile(r"bold|black|heavy|semibold|demi|[-,]bd\b|cmbx|cmssbx|\bsfbx", re.I)
_FORCED_BOLD = 1 << 18
# pdfium's signs for a hyphen at a line end, which it also takes out of the text.
_LINE_HYPHENS = "\x02\ufffe"
_NARROWEST = 0.1  # of the font size: letters of a word that take up less run to and fro
_MOST_PAIRS = 400  # of lam and alef looked at on a page: most are the article, two glyphs, but some dozens are one
_ACCENTS = dict(zip("´`ˆ¨˜ˇ˚¯˘˙˝", "\u0301\u0300\u0302\u0308\u0303\u030c\u030a\u0304\u0306\u0307\u030b", strict=True))
_ACCENT = re.compile(f"([{''.join(_ACCENTS)}])([A-Za-zıȷ])")
_DOTLESS = {"ı": "i", "ȷ": "j"}
_RUN = re.compile(rf"(?:[^\s\x00{_LINE_HYPHENS}]|\u00a0)*[{_LINE_HYPHENS}]|(?:[^\s\x00{_LINE_HYPHENS}]|\u00a0)+")


@dataclass(frozen=True, slots=True)
class Word:
    """Characters between two white spaces. Places are in points; y grows upwards.

    Attributes:
        text: In reading order, right-to-left words too.
        left: Left edge.
        right: Right edge.
        baseline: The y its letters stand on.
        size: Font size as printed.
        bold: Whether its font is a bold one.
        glued: Whether no white space stands before it in the file.
        doubtful: Whether text recognition was unsure of it.
        begins: Whether it is the first right-to-left word after what pdfium takes for the end of a line.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool = False
    glued: bool = False
    doubtful: bool = False
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Words of a page in the order of the file, and its straight lines.

    Attributes:
        number: From 1.
        words: Those of the direction that most of the page has, turned upright.
        turned: Words of other directions, such as a note up the margin.
        rulings: Its straight lines; none on a turned page.
        box: Its left, bottom, right and top, turned as its words are.
    """

    number: int
    words: tuple[Word, ...]
    turned: tuple[str, ...] = ()
    rulings: Rulings = field(default_factory=Rulings)
    box: tuple[float, float, float, float] = (-math.inf, -math.inf, math.inf, math.inf)


@dataclass(frozen=True, slots=True)
class _Look:
    """What a text object says about its characters."""

    size: float
    bold: bool
    turn: int  # quarter turns clockwise


class _Glyph(NamedTuple):
    """One character and its place, its line turned upright."""

    character: str
    left: float
    right: float
    baseline: float
    origin: float  # where its glyph begins; characters of one ligature share it


def read_page(page: Any, number: int) -> Page:
    """Words of one page.

    Args:
        page: A pypdfium2 page.
        number: Its number from 1.
    """
    text_page = page.get_textpage()
    try:
        require("page_characters", text_page.count_chars())
        runs = list(_Reader(text_page).runs())
    finally:
        text_page.close()
    counts = [sum(len(word.text) for word, look in runs if look.turn == turn) for turn in range(4)]
    main = counts.index(max(counts))
    words = tuple(word for word, look in runs if look.turn == main)
    turned = " ".join(word.text for word, look in runs if look.turn != main)
    return Page(number, words, (turned,) if turned else (), Rulings() if main else read_rulings(page), _box(page, main))


def _box(page: Any, turn: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a page, turned as its words are."""
    left, bottom, right, top = page.get_mediabox()
    return [
        (left, bottom, right, top),
        (-top, left, -bottom, right),
        (-right, -top, -left, -bottom),
        (bottom, -right, top, -left),
    ][turn]


class _Reader:
    """Asks pdfium about each word, and about each character only where that matters."""

    def __init__(self, text_page: Any) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._page = text_page.raw
        self._count = text_page.count_chars()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._looks: dict[int, _Look] = {}
        self._bold_by_font: dict[int, bool] = {}
        self._ligatures: dict[int, str] = {}
        self._loses_spaces = False
        self._turned = False  # whether letters of one right-to-left glyph come from the last to the first

    def runs(self) -> Iterator[tuple[Word, _Look]]:
        """Words in the order of the file."""
        characters = self._characters()
        self._turned = self._are_turned(characters)
        self._ligatures = lost_letters(characters, self._width, self._font)
        self._loses_spaces = loses_spaces(characters, self._gaps)
        last: Word | None = None
        end = 0
        for match in _RUN.finditer(characters):
            run = match.group()
            hyphen = run[-1] in _LINE_HYPHENS
            words = [
                found
                for start, part in self._apart(match.start(), run[:-1] + "-" if hyphen else run)
                for found in self._words(start, part)
            ]
            is_loose = last is not None and self._is_loose(characters, end, match.start())
            for word, look in words:
                if is_loose and last is not None:
                    is_first = characters[end : match.start()] == "\r\n"
                    word = replace(word, glued=_is_beside(last, word), begins=is_first)
                yield word, look
                last, is_loose = word, False
            end = match.end()

    def _apart(self, start: int, run: str) -> list[tuple[int, str]]:
        """Parts of a run without white space, cut where the page shows some, with their places."""
        if not self._loses_spaces or is_rtl(run) or len(run) < 3:
            return [(start, run)]
        ends = [0, *spaces(self._gaps(start, run)), len(run)]
        return [(start + begin, run[begin:end]) for begin, end in pairwise(ends)]

    def _gaps(self, start: int, run: str) -> list[float]:
        """Gaps between the letters of a run, as shares of the font size; none between those of one ligature."""
        look = self._look(start)
        places = [self._place(start + offset, look.turn) for offset in range(len(run))]
        return [
            0.0 if abs(after[3] - before[3]) < 0.01 else (after[0] - before[1]) / look.size
            for before, after in pairwise(places)
        ]

    def _font(self, index: int) -> int:
        """The address of a character's font, 0 where there is none."""
        found = self._pdfium.FPDFText_GetTextObject(self._page, index)
        font = self._pdfium.FPDFTextObj_GetFont(found) if found else None
        return ctypes.addressof(font.contents) if font else 0

    def _width(self, index: int) -> float:
        """Width of a glyph, as a share of its font size."""
        look = self._look(index)
        left, right, _, _ = self._place(index, look.turn)
        return (right - left) / look.size

    def _is_loose(self, characters: str, end: int, start: int) -> bool:
        """Whether pdfium made up the white space between two right-to-left words: their places tell better."""
        between = characters[end:start]
        if not is_rtl(characters[end - 1] + characters[start]):
            return False
        return between == "\r\n" or (between == " " and self._is_made_up(end))

    def _characters(self) -> str:
        """Every character of the page, one for each index that pdfium counts."""
        buffer = (ctypes.c_ushort * (self._count + 1))()
        length = self._pdfium.FPDFText_GetText(self._page, 0, self._count, buffer) - 1
        if length == self._count:
            text = bytes(buffer)[: 2 * length].decode("utf-16-le", "surrogatepass")
            if len(text) == self._count:
                return text
        unicode = self._pdfium.FPDFText_GetUnicode
        return "".join(chr(unicode(self._page, index)) for index in range(self._count))

    def _are_turned(self, characters: str) -> bool:
        """Whether most glyphs of lam and alef come with the alef first: then others come turned round too."""
        votes = 0
        for match in islice(LAM_ALEF.finditer(characters), _MOST_PAIRS):
            first, second = (self._place(match.start() + offset, 0)[3] for offset in (0, 1))
            if abs(first - second) < 0.01:
                votes += -1 if match.group()[0] == "ل" else 1
        return votes > 0

    def _is_made_up(self, index: int) -> bool:
        """Whether a space has no width: pdfium put it there."""
        left, right, _, _ = self._place(index, 0)
        return right - left < 0.01

    def _words(self, start: int, text: str) -> Iterator[tuple[Word, _Look]]:
        """The words of a run without white space: one, unless part of it stands elsewhere or raised."""
        look, end, times = self._look(start), start + len(text) - 1, self._times_printed(start, text)
        left, _, baseline, _ = self._place(start, look.turn)
        _, last_right, last_baseline, _ = self._place(end, look.turn)
        whole = (
            not is_rtl(text)
            and times == 1
            and abs(last_baseline - baseline) < 0.05 * look.size
            and _NARROWEST * look.size * (len(text) - 1) < last_right - left < 1.5 * look.size * len(text)
            and self._look(end).size == look.size
        )
        if whole:
            text = _ACCENT.sub(lambda match: self._composed(start + match.start(), match), text)
            text = self._with_ligatures(start, text)
            yield Word(text, left, last_right, baseline, look.size, look.bold), look
        else:
            yield from self._split(start, text[::times], times)

    def _with_ligatures(self, start: int, text: str) -> str:
        """A word at a place with the letters of ligatures that its font does not tell."""
        if LOST not in text:
            return text
        return "".join(self._ligatures.get(start + offset, letter) for offset, letter in enumerate(text))

    def _composed(self, index: int, match: re.Match[str]) -> str:
        """A letter with the accent that is drawn over it, as TeX draws it; both where they stand side by side."""
        accent, letter = (self._place(index + offset, 0) for offset in (0, 1))
        if not letter[0] <= (accent[0] + accent[1]) / 2 <= letter[1]:
            return match.group()
        base = _DOTLESS.get(match.group(2), match.group(2))
        whole = unicodedata.normalize("NFC", base + _ACCENTS[match.group(1)])
        return whole if len(whole) == 1 else match.group()

    def _split(self, start: int, text: str, times: int) -> Iterator[tuple[Word, _Look]]:
        """Words of a run, character by character, each of which the file has so many times."""
        group: list[_Glyph] = []
        held = self._look(start)
        for offset, character in enumerate(text):
            look = self._look(start + times * offset)
            written = self._ligatures.get(start + times * offset, character)
            glyph = _Glyph(written, *self._place(start + times * offset, look.turn))
            if group and not (look.turn == held.turn and _follows(group[-1], glyph, held.size, look.size)):
                yield _word(group, held, len(group) < offset, self._turned), held
                group = []
            if not group:
                held = look
            group.append(glyph)
        yield _word(group, held, len(group) < len(text), self._turned), held

    def _times_printed(self, start: int, text: str) -> int:
        """How often each letter of a run is printed at its place, to look bold; letters of a ligature share one too."""
        if text[0] != text[1:2] or is_rtl(text) or text in ("ff", "tt"):
            return 1
        look = self._look(start)
        first, second = (self._place(start + offset, look.turn) for offset in (0, 1))
        if math.dist(first[2:], second[2:]) > 0.15 * look.size:
            return 1
        return next((n for n in (3, 2) if text == "".join(letter * n for letter in text[::n])), 1)

    def _place(self, index: int, turn: int) -> tuple[float, float, float, float]:
        """Left edge, right edge, baseline and origin of a character, its line turned upright."""
        box, x, y = self._box, self._x, self._y
        self._pdfium.FPDFText_GetLooseCharBox(self._page, index, box)
        self._pdfium.FPDFText_GetCharOrigin(self._page, index, x, y)
        match turn:
            case 1:
                return -box.top, -box.bottom, x.value, -y.value
            case 2:
                return -box.right, -box.left, -y.value, -x.value
            case 3:
                return box.bottom, box.top, -x.value, y.value
        return box.left, box.right, y.value, x.value

    def _look(self, index: int) -> _Look:
        """Size, weight and direction of a character; those of a text object are asked for once."""
        found = self._pdfium.FPDFText_GetTextObject(self._page, index)
        key = ctypes.addressof(found.contents) if found else 0
        if key not in self._looks:
            self._looks[key] = self._fresh_look(index, found)
        return self._looks[key]

    def _fresh_look(self, index: int, text_object: Any) -> _Look:
        """Size, weight and direction of a text object's characters."""
        pdfium, page = self._pdfium, self._page
        pdfium.FPDFText_GetMatrix(page, index, self._matrix)
        scale = math.hypot(self._matrix.c, self._matrix.d) or 1.0
        angle = pdfium.FPDFText_GetCharAngle(page, index)
        turn = round(angle / (math.pi / 2)) % 4 if angle >= 0 else 0
        size = pdfium.FPDFText_GetFontSize(page, index) * scale or 1.0
        if size < 0:  # mirrored twice: it reads as other text does
            turn = (turn + 2) % 4
        return _Look(abs(size), self._is_bold(index, text_object), turn)

    def _is_bold(self, index: int, text_object: Any) -> bool:
        """Whether a character's font is a bold one; each font is asked once."""
        pdfium = self._pdfium
        font = pdfium.FPDFTextObj_GetFont(text_object) if text_object else None
        key = ctypes.addressof(font.contents) if font else 0
        if key not in self._bold_by_font:
            flags, name = ctypes.c_int(), ctypes.create_string_buffer(128)
            length = pdfium.FPDFText_GetFontInfo(self._page, index, name, 128, flags)
            written = name.raw[: max(0, min(length, 128) - 1)].decode("utf-8", "replace")
            self._bold_by_font[key] = bool(_BOLD.search(written)) or bool(flags.value & _FORCED_BOLD)
        return self._bold_by_font[key]


def _is_beside(before: Word, word: Word) -> bool:
    """Whether a word stands next to another on one line; a sign over its letters may be its first character."""
    gap = max(word.left - before.right, before.left - word.right)
    return gap < 0.5 * word.size and abs(word.baseline - before.baseline) < 0.6 * word.size


def _follows(before: _Glyph, glyph: _Glyph, size: float, next_size: float) -> bool:
    """Whether a character stands beside the one before it, in the same size and on the same line."""
    gap = max(glyph.left - before.right, before.left - glyph.right)
    risen = abs(glyph.baseline - before.baseline)
    return gap < 0.5 * size and risen < 0.1 * size and abs(next_size - size) < 0.1 * size


def _word(group: list[_Glyph], look: _Look, glued: bool, turned: bool) -> Word:
    """One word of characters that stand together."""
    text = "".join(glyph.character for glyph in group)
    if is_rtl(text):
        placed = [(glyph.character, (glyph.left + glyph.right) / 2, glyph.origin) for glyph in group]
        text = logical(placed, turned)
    elif group[0].left > group[-1].left:  # signs in right-to-left text, which the file has in the order of reading
        text = "".join(glyph.character for glyph in sorted(group, key=lambda glyph: glyph.left))
    left, right = min(glyph.left for glyph in group), max(glyph.right for glyph in group)
    return Word(text, left, right, group[0].baseline, look.size, look.bold, glued)

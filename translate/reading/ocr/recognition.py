"""Recognizer: the words of pictures of pages, in the language they are found to be in."""

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translate.errors import EngineError
from translate.languages.detection import detect
from translate.languages.table import UNDETERMINED
from translate.reading.ocr.packs import missing_pack, pack_of, script_pack
from translate.reading.ocr.picture import as_pgm, cleaned, straightened
from translate.reading.ocr.program import orientation, packs, recognised
from translate.reading.ocr.table import ReadParagraph, confidence, read_table, words

if TYPE_CHECKING:
    from translate.reading.ocr.picture import Gray

# Mean confidence of a page's letters, 0 to 100: from which on the first reading is believed, and below which what was
# read is no text. Set by hand and not tuned: a clear page has about 96.
_GOOD, _TEXT = 80.0, 50.0
_FEW = 5  # words below which a page tells no language
_ROTATE = re.compile(r"^Rotate: (\d+)", re.M)
_SCRIPT = re.compile(r"^Script: (\w+)", re.M)
_SURE = re.compile(r"^Orientation confidence: ([\d.]+)", re.M)
_SURE_OF_TURN = 2.0  # a page of one Spanish line is Bengali for Tesseract, with 1.0; a whole page has about 27
_LETTER = re.compile(r"[^\W\d_]")
_BLANK_SHARE = 2e-4  # of the pixels are ink on a page that holds at least a word


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one picture.

    Attributes:
        paragraphs: In reading order; empty where nothing could be recognised.
        width: Of the picture as it was read, in pixels.
        height: The same.
        pack: The language pack that read it.
        missing: The pack that would have read it, or read it better, and is not installed.
        is_blank: Whether there is nothing on the page.
    """

    paragraphs: tuple[ReadParagraph, ...]
    width: int
    height: int
    pack: str = ""
    missing: str = ""
    is_blank: bool = False


@dataclass
class Recognizer:
    """Reads pictures with Tesseract; any number of threads may use it.

    The first picture settles the pack that the others are read with first; each still finds another where its
    script or language differs. So what comes of a page does not depend on which was read sooner.

    Attributes:
        path: Of the program; empty where it is missing.
        language: BCP 47 code where the reader knows it; then nothing is found out.
        installed: Its packs.
        usual: The pack that is tried first.
    """

    path: str
    language: str = ""
    installed: frozenset[str] = frozenset()
    usual: str = ""

    def __post_init__(self) -> None:
        """Ask the program for its packs."""
        if self.path:
            self.installed = packs(self.path)
        if (known := pack_of(self.language)) in self.installed:
            self.usual = known

    @property
    def is_there(self) -> bool:
        """Whether anything can be read."""
        return bool(self.installed - {"osd", "equ", "snum"})

    @property
    def workers(self) -> int:
        """How many pictures to read side by side."""
        return os.cpu_count() or 1

    def settle(self, first: "Gray") -> Reading:
        """Read the first picture; the others are then tried with its pack first."""
        found = self.read(first)
        if found.paragraphs and not found.missing:
            self.usual = self.usual or found.pack
        return found

    def read(self, gray: "Gray") -> Reading:
        """The words of one picture.

        Args:
            gray: A page at 300 dpi: shape (height, width), uint8, dark on light.
        """
        if _is_blank(gray):
            return Reading((), gray.shape[1], gray.shape[0], is_blank=True)
        gray = straightened(gray)
        if self.usual:
            found = self._read(gray, self.usual)
            if confidence(found.paragraphs) >= _GOOD:
                return found if self.language else self._reread(gray, found)
        gray, script = self._upright(gray)
        pack = self.usual if self.language or not script else script_pack(script, self.installed)
        pack = pack or ("" if script else script_pack("Latin", self.installed))
        if not pack:
            return Reading((), gray.shape[1], gray.shape[0], missing=missing_pack(script) or "eng")
        found = self._read(gray, pack)
        return found if self.language and self.usual else self._reread(gray, found)

    def _upright(self, gray: "Gray") -> tuple["Gray", str]:
        """The picture turned the right way up, and its script as Tesseract names it; empty where it cannot tell."""
        import numpy as np

        try:
            said = orientation(self.path, as_pgm(gray)) if "osd" in self.installed else ""
        except EngineError:
            said = ""
        turn, script, sure = _ROTATE.search(said), _SCRIPT.search(said), _SURE.search(said)
        if sure is None or float(sure.group(1)) < _SURE_OF_TURN:  # too few letters to say
            return gray, ""
        quarters = int(turn.group(1)) // 90 if turn else 0
        turned = np.ascontiguousarray(np.rot90(gray, -quarters)) if quarters else gray
        return turned, script.group(1) if script else ""

    def _read(self, gray: "Gray", pack: str) -> Reading:
        """One reading with one pack; nothing where the program fails or what it says is no text."""
        found = self._words(gray, pack) or self._words(cleaned(gray), pack)
        return Reading(found, gray.shape[1], gray.shape[0], pack)

    def _words(self, gray: "Gray", pack: str) -> tuple[ReadParagraph, ...]:
        """The same, of the picture as it is."""
        try:
            found = read_table(recognised(self.path, as_pgm(gray), pack))
        except EngineError:
            return ()
        is_text = confidence(found) >= _TEXT and any(_LETTER.search(word.text) for word in words(found))
        return found if is_text else ()

    def _reread(self, gray: "Gray", first: Reading) -> Reading:
        """The better of a reading and one with the pack of the language it is in."""
        said = words(first.paragraphs)
        if len(said) < _FEW:
            return first
        language = detect(" ".join(word.text for word in said)).language
        pack = pack_of(language)
        if language == UNDETERMINED or not pack or pack == first.pack:
            return first
        if pack not in self.installed:
            return Reading(first.paragraphs, first.width, first.height, first.pack, missing=pack)
        again = self._read(gray, pack)
        return again if confidence(again.paragraphs) >= confidence(first.paragraphs) - 1 else first


def _is_blank(gray: "Gray") -> bool:
    """Whether a picture has no ink to speak of."""
    import numpy as np

    sample = gray[::3, ::3]
    paper = float(np.median(sample))
    return bool((sample < paper - 60).mean() < _BLANK_SHARE)

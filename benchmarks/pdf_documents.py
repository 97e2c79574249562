"""PDF files whose reading order is known: passages set by reportlab or printed by Chromium."""

import json
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

_FONTS = Path("/usr/share/fonts/truetype/liberation")
_CHROMIUM = "/usr/bin/chromium --headless --no-sandbox --disable-gpu --no-first-run --no-pdf-header-footer"
_VOWELS = "aeiouyáéíóúàèìòùâêîôûäëïöüãõåæøаеёиоуыэюя"
_MIN_PART = 3  # letters on each side of a hyphen that breaks a word


@dataclass(frozen=True, slots=True)
class Passage:
    """One block as its author wrote it.

    Attributes:
        kind: heading or paragraph.
        text: Its words.
        note: A footnote that its end cites.
    """

    kind: str
    text: str
    note: str = ""


def charter(folder: Path, language: str, notes_every: int = 4) -> list[Passage]:
    """The UN Charter in a language, every fourth long paragraph with a footnote taken from the end of the text."""
    articles = json.loads((folder / "articles.json").read_text("utf-8"))
    texts = [texts[language] for texts in articles.values() if texts.get(language)]
    body, spare = texts[:-20], [" ".join(text.split()) for text in texts[-20:]]
    passages: list[Passage] = []
    for number, text in enumerate(body, start=1):
        passages.append(Passage("heading", f"{number}. {' '.join(text.split()[:4])}"))
        for count, line in enumerate(filter(str.strip, text.split("\n"))):
            words = " ".join(line.split())
            noted = len(words) > 120 and (number + count) % notes_every == 0
            passages.append(Passage("paragraph", words, spare[number % len(spare)][:300] if noted else ""))
    return passages


@dataclass(slots=True)
class _Line:
    """A line that has been broken but not placed."""

    words: list[str]
    width: float
    size: float
    font: str
    last: bool
    indent: float = 0.0
    notes: list[str] = field(default_factory=list)


def set_report(
    passages: Sequence[Passage], path: Path, columns: int = 2, title: str = "", size: float = 10.0, indent: float = 0.0
) -> None:
    """Set passages justified in columns with running headers, page numbers, hyphens and footnotes at the foot."""
    _Typesetter(path, columns, title, size, indent).set(passages)


class _Typesetter:
    """Breaks and places lines; knows nothing but what this benchmark needs."""

    def __init__(self, path: Path, columns: int, title: str, size: float, indent: float) -> None:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont
        from reportlab.pdfgen.canvas import Canvas

        for name in ("Regular", "Bold"):
            pdfmetrics.registerFont(TTFont(f"Serif-{name}", _FONTS / f"LiberationSerif-{name}.ttf"))
        self._measure = pdfmetrics.stringWidth
        self._canvas = Canvas(str(path), pagesize=(595, 842))
        self._columns, self._title, self._size, self._indent = columns, title, size, indent
        self._gutter = 18.0
        self._width = (595 - 2 * 62 - (columns - 1) * self._gutter) / columns
        self._page, self._column, self._y = 0, columns, 0.0
        self._floor, self._notes = 72.0, 0
        self._waiting: list[list[_Line]] = []

    def set(self, passages: Sequence[Passage]) -> None:
        """Set all passages and save the file."""
        for passage in passages:
            if passage.kind == "heading":
                lines = self._broken(passage.text, "Serif-Bold", self._size * 1.2, self._width, 0)
                self._y -= self._size * 0.8
            else:
                text = passage.text + (f"\x00{self._notes + 1}" if passage.note else "")
                lines = self._broken(text, "Serif-Regular", self._size, self._width, self._indent)
            if passage.note:
                self._notes += 1
                lines[-1].notes.append(f"{self._notes} {passage.note}")
            for count, line in enumerate(lines):
                self._place(line, keep=4 if passage.kind == "heading" and not count else 1)
            self._y -= 0 if self._indent else self._size * 0.55
        self._end_column()
        self._canvas.showPage()
        self._canvas.save()

    def _place(self, line: _Line, keep: int) -> None:
        """Put a line under the last one, or at the top of the next column."""
        notes = [self._broken(note, "Serif-Regular", self._size * 0.8, self._width, 0) for note in line.notes]
        height = sum(len(lines) for lines in notes) * self._size * 0.96
        lead = line.size * 1.2
        if self._column >= self._columns or self._y - lead * keep < self._floor + height:
            self._next_column()
        self._y -= lead
        self._floor += height + (6 if notes and not self._waiting else 0)
        self._waiting += notes
        self._draw(line, self._left(), self._y)

    def _left(self) -> float:
        return 62 + self._column * (self._width + self._gutter)

    def _next_column(self) -> None:
        self._end_column()
        self._column += 1
        if self._column >= self._columns:
            if self._page:
                self._canvas.showPage()
            self._page, self._column = self._page + 1, 0
            self._canvas.setFont("Serif-Regular", 8)
            self._canvas.drawString(62, 800, self._title)
            self._canvas.drawRightString(533, 800, "Official edition")
            self._canvas.drawCentredString(297, 40, str(self._page))
        self._y, self._floor = 780.0, 72.0

    def _end_column(self) -> None:
        """Set the footnotes of a full column."""
        if not self._waiting:
            return
        y = self._floor
        self._canvas.line(self._left(), y, self._left() + 60, y)
        for lines in self._waiting:
            for line in lines:
                y -= self._size * 0.96
                self._draw(line, self._left(), y)
        self._waiting = []

    def _broken(self, text: str, font: str, size: float, width: float, indent: float) -> list[_Line]:
        """Lines of a text, words broken after a vowel or at their own hyphen."""
        lines: list[_Line] = []
        words: list[str] = []
        room = width - indent
        queue = text.split(" ")
        while queue:
            word = queue.pop(0)
            used = self._measure(" ".join([*words, word]).replace("\x00", ""), font, size)
            if used <= room or not words:
                words.append(word)
                continue
            free = room - self._measure(" ".join([*words, ""]), font, size)
            parts = [p for p in _breaks(word) if self._measure(p[0], font, size) <= free]
            if parts:
                words.append(parts[-1][0])
                word = parts[-1][1]
            lines.append(_Line(words, room, size, font, False, indent))
            words, room, indent = [], width, 0.0
            queue.insert(0, word)
        lines.append(_Line(words, room, size, font, True, indent))
        return lines

    def _draw(self, line: _Line, x: float, y: float) -> None:
        """Draw a line word by word, spread to its width; what follows a NUL stands raised."""
        natural = sum(self._measure(word.replace("\x00", ""), line.font, line.size) for word in line.words)
        gaps = len(line.words) - 1
        space = self._measure(" ", line.font, line.size)
        if not line.last and gaps:
            space = (line.width - natural) / gaps
        x += line.indent
        for word in line.words:
            word, _, note = word.partition("\x00")
            self._canvas.setFont(line.font, line.size)
            self._canvas.drawString(x, y, word)
            x += self._measure(word, line.font, line.size)
            if note:
                self._canvas.setFont(line.font, line.size * 0.6)
                self._canvas.drawString(x, y + line.size * 0.35, note)
                x += self._measure(note, line.font, line.size * 0.6)
            x += space


def _breaks(word: str) -> Iterator[tuple[str, str]]:
    """Places where a word may be broken, as (what stays, what follows)."""
    for index in range(_MIN_PART, len(word) - _MIN_PART + 1):
        before, after = word[index - 1], word[index]
        if before == "-" and word[index - 2].isalpha() and after.isalpha():
            yield word[:index], word[index:]
        elif word.isalpha() and before.lower() in _VOWELS and after.lower() not in _VOWELS:
            yield word[:index] + "-", word[index:]


_STYLE = """@page { size: A4; margin: 22mm 18mm; @top-left { content: "%(title)s"; font-size: 8pt }
@bottom-center { content: counter(page); font-size: 8pt } }
body { font: 10.5pt 'Liberation Serif', 'DejaVu Sans'; text-align: justify; column-count: %(columns)s;
column-gap: 8mm; hyphens: manual } h2 { font-size: 13pt; text-align: left; break-after: avoid }
p { margin: 0 0 5pt }"""


def print_page(
    passages: Sequence[Passage], path: Path, columns: int = 1, title: str = "", language: str = "en", rtl: bool = False
) -> None:
    """Print passages from a web page, with soft hyphens, running header and page numbers."""
    body = "".join(_element(passage) for passage in passages)
    style = _STYLE % {"columns": columns, "title": title}
    direction = "rtl" if rtl else "ltr"
    page = f"<!doctype html><html lang={language} dir={direction}><meta charset=utf-8><title>{escape(title)}</title>"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "page.html"
        source.write_text(f"{page}<style>{style}</style>{body}</html>", "utf-8")
        print_file(source, path)


def print_file(source: Path, path: Path) -> None:
    """Print an HTML file."""
    with tempfile.TemporaryDirectory() as folder:
        profile, output = f"--user-data-dir={folder}", f"--print-to-pdf={path}"
        command = [*_CHROMIUM.split(), profile, output, source.resolve().as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


def _element(passage: Passage) -> str:
    """A passage as HTML."""
    tag = "h2" if passage.kind == "heading" else "p"
    return f"<{tag}>{_shy(escape(passage.text))}</{tag}>"


def _shy(text: str) -> str:
    """The text with a soft hyphen wherever the typesetter would break a word."""
    words: list[Any] = []
    for word in text.split(" "):
        cuts = [len(word) - len(after) for before, after in _breaks(word) if not word[: -len(after)].endswith("-")]
        pieces = [word[i:j] for i, j in zip([0, *cuts], [*cuts, len(word)], strict=True)]
        words.append("\u00ad".join(pieces))
    return " ".join(words)

"""How well are scanned pages read? Pages printed by Chromium, then made scans: 200 dpi, tilted by 2°, with noise."""

import json
import os
import random
import re
import sys
import tempfile
import unicodedata
from argparse import Namespace
from collections.abc import Sequence
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

from benchmarks.pdf_documents import print_file
from benchmarks.report import arguments, data_folder, report
from translate.document import Document
from translate.errors import PolicyTextError
from translate.reading.ocr.program import program
from translate.reading.reader import read

LANGUAGES = ("en", "pt", "fr", "es", "ru", "zh", "ar")
_DPI, _TILT = 200, 2.0
_FONTS = "'Liberation Serif', 'Noto Naskh Arabic', 'DejaVu Sans', 'Noto Serif CJK SC', serif"
_STYLE = """@page { size: A4; margin: 25mm 22mm } body { margin: 0; font: 11.5pt/1.4 FONTS; text-align: justify }
p { margin: 0 0 9pt } h1 { font-size: 17pt; text-align: left } .two { columns: 2; column-gap: 9mm; font-size: 10pt }"""
_SPACES = re.compile(r"\s+")


def texts(folder: Path, language: str, count: int, offset: int = 0) -> list[str]:
    """Passages of the Universal Declaration of Human Rights; the language's own key is tried with its script too."""
    units: dict[str, dict[str, str]] = json.loads((folder / "units.json").read_text("utf-8"))
    keys = [language, f"{language}-Hans", f"{language}_Hans", f"{language}-CN"]
    found = [next((by[key] for key in keys if by.get(key)), "") for by in units.values()]
    found = [" ".join(text.split()) for text in found if text]
    return found[offset : offset + count]


def printed(paragraphs: Sequence[str], language: str, columns: bool, path: Path) -> None:
    """A PDF of the paragraphs, the first as a title."""
    style = _STYLE.replace("FONTS", _FONTS)
    direction = "rtl" if language == "ar" else "ltr"
    body = "".join(f"<p>{escape(text)}</p>" for text in paragraphs[1:])
    page = (
        f"<!doctype html><html lang={language} dir={direction}><meta charset=utf-8><style>{style}</style>"
        f"<h1>{escape(paragraphs[0])}</h1><div class={'two' if columns else 'one'}>{body}</div></html>"
    )
    source = path.with_suffix(".html")
    source.write_text(page, encoding="utf-8")
    print_file(source, path)


def scanned(path: Path, seed: int = 1, tilt: float = _TILT) -> bytes:
    """The PDF as a scanner gives it: pictures of its pages, tilted, gray and noisy, in a PDF of their own."""
    import numpy as np
    import pypdfium2
    from PIL import Image, ImageFilter

    generator = np.random.default_rng(seed)
    pictures: list[Any] = []
    pdf = pypdfium2.PdfDocument(path)
    for page in pdf:
        image = page.render(scale=_DPI / 72, grayscale=True).to_pil().convert("L")
        image = image.rotate(tilt, Image.Resampling.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(0.5))
        noisy = np.asarray(image, dtype=np.float64) * 0.92 + generator.normal(0, 14, image.size[::-1])
        pictures.append(Image.fromarray(noisy.clip(0, 255).astype(np.uint8)))
    pdf.close()
    stream = BytesIO()
    pictures[0].save(stream, "PDF", save_all=True, append_images=pictures[1:], resolution=_DPI, quality=75)
    return stream.getvalue()


def error_rate(wanted: str, got: str) -> float:
    """Character error rate in per cent: edits a character of what was wanted, white space as one space."""
    from rapidfuzz.distance import Levenshtein

    wanted, got = _plain(wanted), _plain(got)
    return 100 * Levenshtein.distance(wanted, got) / len(wanted)


def _plain(text: str) -> str:
    """Text as it is compared: composed, quotation marks and dashes of one kind, no white space of Chinese."""
    text = unicodedata.normalize("NFKC", text).translate(str.maketrans("’‘“”–—‑،", "''\"\"---,"))
    text = re.sub("[\u0640\u200c-\u200f\u202a-\u202e]", "", text)
    text = _SPACES.sub(" ", text)
    return re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef]) | (?=[\u3000-\u9fff\uff00-\uffef])", "", text).strip()


def _seconds() -> float:
    """Processor time of this process and of those it waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _row(folder: Path, language: str, columns: bool) -> list[object]:
    """One set page, or two columns of one."""
    paragraphs = texts(folder, language, 14)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "page.pdf"
        printed(paragraphs, language, columns, path)
        content = scanned(path)
    began = _seconds()
    document = read(content, name="scan.pdf")
    spent = _seconds() - began
    pages = max(segment.page or 1 for segment in document.segments)
    whole = sum(
        _plain(text) in {_plain(_words(document, b)) for b in range(len(document.blocks))} for text in paragraphs
    )
    kind = f"{language}, two columns" if columns else language
    doubts = sum(issue.segment is not None for issue in document.issues)
    return [
        kind, document.language, f"{error_rate(' '.join(paragraphs), document.text):.2f}",
        f"{whole} of {len(paragraphs)}", f"{doubts} of {len(document.segments)}", f"{spent / pages:.1f}",
    ]  # fmt: skip


def _words(document: Document, block: int) -> str:
    """Text of one block."""
    return document.text[document.blocks[block].start : document.blocks[block].end]


def _twenty(folder: Path) -> str:
    """What twenty pages take, in words."""
    paragraphs = [text for _ in range(6) for text in texts(folder, "en", 90)]
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "pages.pdf"
        printed(paragraphs[: random.Random(1).randint(320, 330)], "en", False, path)
        content = scanned(path)
    began = _seconds()
    document = read(content, name="scan.pdf")
    pages = max(segment.page or 1 for segment in document.segments)
    return f"{pages} pages in one file took {_seconds() - began:.0f} s of processor time, shared by all processors."


def _statements(folder: Path) -> list[str]:
    """What becomes of the statements that are scans or have unreadable text."""
    lines = []
    for path in sorted((folder / "un").iterdir()):
        try:
            before = read(path, ocr=False)
            if not any("unreadable" in issue.message or "picture" in issue.message for issue in before.issues):
                continue
            was = f"{len(before.text):,} characters"
        except PolicyTextError:
            was = "nothing"
        try:
            after = read(path)
        except PolicyTextError as error:
            lines.append(f"{path.stem}: {was}; with OCR: {error}")
            continue
        doubts = sum(issue.segment is not None for issue in after.issues)
        lines.append(
            f"{path.stem}: {was}; with OCR {len(after.text):,} characters in {after.language}, "
            f"{doubts} of {len(after.segments)} segments doubtful"
        )
    return lines


def main() -> None:
    """Print the table."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--languages", nargs="+", default=LANGUAGES, choices=LANGUAGES)
    parser.add_argument("--long", action="store_true", help="read twenty pages too")
    parser.add_argument("--statements", action="store_true", help="read the scanned statements of the UN too")
    options: Namespace = parser.parse_args()
    if not program():
        print("Tesseract is not installed.", file=sys.stderr)
        raise SystemExit(2)
    folder = data_folder("udhr")
    rows = [_row(folder, language, columns=False) for language in options.languages]
    rows += [_row(folder, language, columns=True) for language in options.languages if language in ("en", "ru")]
    notes = ["14 passages of the Universal Declaration of Human Rights a row; 200 dpi, 2° of tilt, noise, JPEG."]
    if options.long:
        notes.append(_twenty(folder))
    if options.statements:
        notes += _statements(data_folder("pdf"))
    report(
        "ocr",
        "How well are scanned pages read?",
        ["page", "read as", "characters wrong %", "blocks whole", "segments to check", "processor s a page"],
        rows,
        notes=notes,
        packages=["pypdfium2", "pillow"],
        update=options.update,
    )


if __name__ == "__main__":
    main()

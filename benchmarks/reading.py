"""How well is the order of a PDF read, and how fast? Ours, pdfium's plain text, pdfminer.six."""

import math
import re
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

from benchmarks.pdf_documents import Passage, charter, print_file, print_page, set_report
from benchmarks.report import arguments, data_folder, report

_DOCUMENTS = Path(__file__).parent / "documents"
_LONG_PAGES = 300
_NOTE_MARKS = re.compile("[\u2070-\u209f\u00b9\u00b2\u00b3]")
_NOT_WORD = re.compile(r"[\W_\u2070-\u209f\u00b2\u00b3\u00b9]+")


@dataclass(frozen=True, slots=True)
class _Paper:
    """A PDF and what its author wrote."""

    name: str
    path: Path
    passages: list[Passage]


def main() -> None:
    """Set the papers, read each in every way, print the table."""
    options = arguments(__doc__ or "").parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        papers = list(_papers(Path(folder)))
        for name, blocks_of in _READERS.items():
            rows += [[name, paper.name, *_scores(paper, blocks_of(paper.path))] for paper in papers]
        speeds = _speeds(papers[0], Path(folder) / "long.pdf")
    report(
        "reading",
        "Is a PDF read in the author's order?",
        ("reader", "paper", "passages whole %", "own block %", "order %", "words right %", "notes whole %"),
        rows,
        notes=(
            "Papers: the UN Charter set in two and three columns with footnotes, running headers and broken words"
            " (reportlab), in one column with indents, and printed by Chromium; documents of ours with tables, lists,"
            " boxes, notes and figures that text runs round (benchmarks/documents), printed by Chromium.",
            "Whole: its letters stand together, nothing between them. Own block: a block holds it and nothing else."
            " Order: of neighbouring passages, those that follow each other. Words: as written, hyphens included.",
            f"{_LONG_PAGES} pages in two columns (processor time): {speeds}",
        ),
        packages=("pypdfium2", "pdfminer.six", "reportlab"),
        update=options.update,
    )


def _papers(folder: Path) -> Iterator[_Paper]:
    """The papers, made afresh."""
    data = data_folder("un_charter")
    for name, language, columns, size, indent in (
        ("two columns, en", "en", 2, 10.0, 0.0),
        ("two columns, ru", "ru", 2, 9.5, 0.0),
        ("three columns, fr", "fr", 3, 8.0, 10.0),
        ("one column, es, indents", "es", 1, 11.0, 14.0),
    ):
        path = folder / f"{language}{columns}.pdf"
        passages = charter(data, language)
        set_report(passages, path, columns, "Charter of the United Nations", size, indent)
        yield _Paper(name, path, passages)
    for name, language, columns in (("Chromium, two columns, fr", "fr", 2), ("Chromium, two columns, ar", "ar", 2)):
        path = folder / f"web-{language}.pdf"
        passages = [Passage(p.kind, p.text) for p in charter(data, language)]
        print_page(passages, path, columns, "Charter", language, language == "ar")
        yield _Paper(name, path, passages)
    for page in sorted(_DOCUMENTS.glob("*.html")):
        path = folder / f"{page.stem}.pdf"
        print_file(page, path)
        yield _Paper(f"Chromium, {page.stem}", path, _written(page))


def _written(page: Path) -> list[Passage]:
    """Passages of a web page in the order in which its author wrote them."""
    from translate.reading.markup import web_page

    parts = web_page(page.read_text("utf-8")).parts
    return [Passage(part.kind, f"{part.label and part.marker} {part.text}".strip()) for part in parts]


def _ours(path: Path) -> list[str]:
    """Blocks as translate reads them."""
    from translate.reading.pdf.reader import read_pdf

    draft = read_pdf(path.read_bytes(), path.name)
    return [draft.text[block.start : block.end] for block in draft.blocks]


def _pdfium(path: Path) -> list[str]:
    """Lines of pdfium's own text, page after page."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(path)
    return [line for page in pdf for line in page.get_textpage().get_text_range().splitlines()]


def _pdfminer(path: Path) -> list[str]:
    """Text boxes of pdfminer.six's layout analysis."""
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LTTextContainer

    boxes = (box for page in extract_pages(BytesIO(path.read_bytes())) for box in page)
    return [box.get_text().replace("\n", " ") for box in boxes if isinstance(box, LTTextContainer)]


_READERS: dict[str, Callable[[Path], list[str]]] = {"ours": _ours, "pdfium text": _pdfium, "pdfminer.six": _pdfminer}


def _scores(paper: _Paper, blocks: list[str]) -> list[str]:
    """Shares in per cent, as the table has them."""
    flat = _letters(" ".join(blocks))
    owns = Counter(map(_letters, blocks))
    places, at = [], 0
    for passage in paper.passages:
        found = flat.find(_letters(passage.text), at)
        found = found if found >= 0 else flat.find(_letters(passage.text))
        places.append(found)
        at = found + 1 if found >= 0 else at
    whole = [place >= 0 for place in places]
    order = [0 <= a < b for a, b in pairwise(places)]
    own = [owns[_letters(passage.text)] > 0 for passage in paper.passages]
    notes = [_letters(passage.note) in flat for passage in paper.passages if passage.note]
    wanted = Counter(_NOTE_MARKS.sub("", " ".join(passage.text for passage in paper.passages)).split())
    got = Counter(_NOTE_MARKS.sub("", " ".join(blocks)).split())
    words = (wanted & got).total() / wanted.total()
    return [
        *(f"{100 * sum(hits) / len(hits):.1f}" for hits in (whole, own, order)),
        f"{100 * words:.2f}",
        _share(notes),
    ]


def _share(hits: list[bool]) -> str:
    return f"{100 * sum(hits) / len(hits):.1f}" if hits else "–"


def _letters(text: str) -> str:
    """Letters and digits only, so that a hyphen more or less decides nothing here."""
    return _NOT_WORD.sub("", text).casefold()


def _speeds(paper: _Paper, path: Path) -> str:
    """Processor seconds and memory for a long document, each reader in a process of its own."""
    import pypdfium2

    set_report(paper.passages * 26, path, 2, "Charter of the United Nations")
    pages = len(pypdfium2.PdfDocument(path))
    found = []
    for name in _READERS:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            seconds, megabytes = pool.submit(_cost, name, path).result()
        found.append(f"{name} {seconds * _LONG_PAGES / pages:.1f} s and {megabytes:.0f} MB at most")
    return "; ".join(found) + "."


def _cost(name: str, path: Path) -> tuple[float, float]:
    """Processor seconds of reading a file, and the most memory the process ever held, in MB (Linux)."""
    start = time.process_time()
    _READERS[name](path)
    seconds = time.process_time() - start
    peak = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text())
    return seconds, int(peak.group(1)) / 1024 if peak else math.nan


if __name__ == "__main__":
    main()

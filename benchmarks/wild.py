"""How well are PDFs read that people really have? Each file in a process of its own; what is done is kept."""

import hashlib
import json
import re
import statistics
import subprocess
import sys
import tempfile
import unicodedata
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.report import arguments, data_folder, report
from translate.reading.pdf.bidi import is_rtl
from translate.segmentation.labels import label_end
from translate.text.words import UNSPACED

_ROOT = Path(__file__).resolve().parent.parent
_BODY = ("paragraph", "list_item", "heading")
_OPEN = re.compile(r"[\w,][\"'’”»)\]]?$")
_LETTER = re.compile(r"[a-z]\.? [^\W\d_]")  # "a. " before an item
_JOINT = re.compile(r"(?<![.!?:;…] )\b([^\W\d_]{3,}) ([^\W\d_]{2,}) (?=[^\W\d_]+)")
_WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")
_LABEL = re.compile(r"\d{1,3}[a-z]?|[a-z]\d?")  # the number of an item, which others may have elsewhere
_MOST_LOST = 0.02  # of the words: letters that an extractor has as U+FFFD
_TELLING = 9  # letters; three words of fewer may be found inside others by chance
_LIMIT_S, _LIMIT_MB = 20, 1024
_WALL_S = 240


@dataclass(frozen=True, slots=True)
class Score:
    """What one file gave.

    Attributes:
        name: Its file name.
        genre: What kind of file it is.
        failure: Why it was not read, or empty; "refused" where the reader was told so.
        blocks: How many blocks of its body have words.
        broken: How many of them end in mid-sentence: the next goes on with a small letter.
        glued: How many hold a word that is written small elsewhere and here has a capital in mid-sentence, as where
            two blocks were made one.
        unknown: Share of the words in trigrams of blocks that no other extractor has anywhere.
        lost: Share of pdfium's words that are missing.
        seconds: Processor time.
        megabytes: Most memory held.
        pages: Pages with text.
        is_unreadable: Whether the reader was told that the text of some page is unreadable.
    """

    name: str
    genre: str
    failure: str = ""
    blocks: int = 0
    broken: int = 0
    glued: int = 0
    unknown: float = 0.0
    lost: float = 0.0
    seconds: float = 0.0
    megabytes: float = 0.0
    pages: int = 1
    is_unreadable: bool = False

    @property
    def share(self) -> float:
        """Share of the body's blocks that are broken."""
        return self.broken / self.blocks if self.blocks else 0.0


def main() -> None:
    """Read the files, print the table and, where asked for, the worst."""
    options = _options(arguments(__doc__ or ""))
    folder = data_folder("pdf")
    paths = sorted(folder.glob("*.pdf")) + sorted(folder.glob("un/*.pdf"))
    if options.only:
        paths = [path for path in paths if any(name in str(path) for name in options.only)]
    paths = paths[:: options.every]
    genres = _genres(folder)
    with ThreadPoolExecutor(options.workers) as pool:
        scores = list(pool.map(lambda path: _score(path, genres, options), paths))
    for score in sorted(scores, key=lambda s: (not s.failure, -s.share))[: options.worst]:
        print(
            f"{score.name:12} {score.failure[:70] or f'{score.broken}/{score.blocks} broken, {score.glued} glued'}"
            f" {100 * score.unknown:.1f} % unknown, {100 * score.lost:.1f} % lost, {score.seconds:.1f} s,"
            f" {score.megabytes:.0f} MB, {score.pages} pages"
        )
    report(
        "wild",
        "How well are PDFs read that people really have?",
        (
            "files",
            "count",
            "read",
            "refused",
            "failed",
            "called unreadable",
            "≥ 10 % broken %",
            "≥ 25 % broken %",
            "broken of all %",
            "glued of all %",
            "> 5 % unknown trigrams %",
            "> 5 % words lost %",
            "over 20 s or 1 GB",
            "s a page, median",
        ),
        list(_rows(scores)),
        notes=(
            "Broken: a block of the body that ends without a full stop and whose successor, which has no label, goes on"
            " with a small letter. Glued: a block with a capital in mid-sentence on a word that the file elsewhere"
            " writes small. Unknown: words in trigrams of a block that neither pdfium nor pdfminer.six nor pdftotext"
            " (those installed) has anywhere; files called unreadable are left out, as each has other garbage. What was"
            " typed into forms counts as known; a letter of a script without spaces is a word; of right-to-left"
            " words the letters count, not their order, as the others turn ligatures round, and three of them count in"
            " either direction: so wrong order inside such a word or line is not seen here. Words that the others run"
            " together contradict nothing, nor does the number before an item, nor an extractor that has U+FFFD for"
            " letters in one word of 50; where none is left, nothing counts as unknown. Lost: words of pdfium's text"
            " that are missing.",
            "Files chosen because they read badly; expect less of usual ones. Without text recognition, which"
            " `benchmarks.ocr` measures and which depends on what is installed.",
        ),
        packages=("pypdfium2",),
        update=options.update,
    )


def _options(parser: ArgumentParser) -> Namespace:
    parser.add_argument("--every", type=int, default=1, help="only every n-th file, for a first look")
    parser.add_argument("--only", nargs="*", help="only files with one of these in their path")
    parser.add_argument("--worst", type=int, default=0, help="print so many of the worst files")
    parser.add_argument("--alone", action="store_true", help="without other extractors, which take most of the time")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "entente-wild")
    return parser.parse_args()


def _genres(folder: Path) -> dict[str, str]:
    """Kind of each listed file: made to test a program, or written for people."""
    rows = [line.split("\t") for line in (folder / "LIST.tsv").read_text("utf-8").splitlines()[1:]]
    tests = re.compile(r"test|sample|example|corpus|benchmark|fixture", re.I)
    return {row[0]: "peers' test files" if tests.search(row[2]) else "documents" for row in rows if len(row) > 2}


def _rows(scores: Sequence[Score]) -> Iterator[list[object]]:
    """The table's rows: each genre and all."""
    groups = {genre: [s for s in scores if s.genre == genre] for genre in sorted({s.genre for s in scores})}
    for name, group in [*groups.items(), ("all", scores)]:
        read = [s for s in group if not s.failure]
        if not any(not s.is_unreadable for s in read):
            continue
        blocks = sum(s.blocks for s in read) or 1
        yield [
            name,
            len(group),
            len(read),
            sum(s.failure == "refused" for s in group),
            sum(s.failure not in ("", "refused") for s in group),
            sum(s.is_unreadable for s in read),
            _per_cent([s.share >= 0.10 for s in read]),
            _per_cent([s.share >= 0.25 for s in read]),
            f"{100 * sum(s.broken for s in read) / blocks:.1f}",
            f"{100 * sum(s.glued for s in read) / blocks:.1f}",
            _per_cent([s.unknown > 0.05 for s in read if not s.is_unreadable]),
            _per_cent([s.lost > 0.05 for s in read]),
            sum(s.seconds > _LIMIT_S or s.megabytes > _LIMIT_MB for s in group),
            f"{statistics.median(s.seconds / s.pages for s in read):.3f}",
        ]


def _per_cent(hits: list[bool]) -> str:
    return f"{100 * sum(hits) / len(hits):.1f}"


def _score(path: Path, genres: dict[str, str], options: Namespace) -> Score:
    """What one file gives; what was measured with the same code is not measured again."""
    found = _kept("ours", path, options.keep / _code())
    genre = "UN statements" if path.parent.name == "un" else genres.get(path.name, "documents")
    cost = (found.get("seconds", 0.0), found.get("megabytes", 0.0), found.get("pages", 1))
    if "blocks" not in found:
        failure = "refused" if "refused" in found else found["crashed"]
        return Score(path.name, genre, failure, 0, 0, 0, 0.0, 0.0, *cost)
    others = {} if options.alone else _kept("others", path, options.keep / "others-with-forms")
    warned = any("unreadable" in notice for notice in found["notices"])
    counts, shares = _counts(found["blocks"]), _unknown_and_lost(found["blocks"], others)
    return Score(path.name, genre, "", *counts, *shares, *cost, warned)


def _code() -> str:
    """A name for the reader as it stands."""
    files = sorted([*(_ROOT / "translate" / "reading").rglob("*.py"), *(_ROOT / "translate").glob("seg*/*.py")])
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def _kept(what: str, path: Path, folder: Path) -> dict[str, Any]:
    """What a process of its own says of a file, kept from the first time."""
    kept = folder / f"{path.parent.name}-{path.name}.json"
    if not kept.exists():
        folder.mkdir(parents=True, exist_ok=True)
        kept.write_text(_asked(what, path), encoding="utf-8")
    return dict(json.loads(kept.read_text(encoding="utf-8")))


def _asked(what: str, path: Path) -> str:
    """What a process of its own says of a file, as JSON."""
    command = [sys.executable, "-m", "benchmarks.wild_file", what, str(path)]
    try:
        run = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, timeout=_WALL_S)
    except subprocess.TimeoutExpired:
        return json.dumps({"crashed": "no end", "seconds": _WALL_S} if what == "ours" else {})
    if run.returncode:
        return json.dumps({"crashed": f"exit code {run.returncode}", "seconds": 0.0} if what == "ours" else {})
    return run.stdout


def _counts(blocks: Sequence[Sequence[str]]) -> tuple[int, int, int]:
    """How many blocks of the body there are, are broken, are glued."""
    body = [text for kind, text in blocks if kind in _BODY and any(map(str.isalpha, text))]
    broken = sum(
        bool(_OPEN.search(before)) and after[:1].islower() and not (label_end(after) or _LETTER.match(after))
        for before, after in pairwise(body)
    )
    written = Counter(re.findall(r"[^\W\d_]+", " ".join(body)))
    small = {word for word in written if word.islower() and written[word] > 3 * written[word.capitalize()]}
    glued = sum(
        any(
            joint.group(1).islower() and joint.group(2).istitle() and joint.group(2).lower() in small
            for joint in _JOINT.finditer(text)
        )
        for kind, text in blocks
        if kind in _BODY
    )
    return len(body), broken, glued


def _unknown_and_lost(blocks: Sequence[Sequence[str]], others: dict[str, str]) -> tuple[float, float]:
    """Shares of words in trigrams that no other extractor has, and of pdfium's words that are missing."""
    witnesses = [_words(text) for text in others.values() if _tells_letters(text)]
    known = {trigram for words in witnesses for trigram in _trigrams(words)}
    texts = [" ".join(words) for words in witnesses]
    listed = [_words(text) for _, text in blocks]
    unknown = total = 0
    for words in listed:
        marks = [False] * len(words)
        for position, trigram in enumerate(_trigrams(words)):
            is_label = position == 0 and _LABEL.fullmatch(trigram[0])
            if not (is_label or trigram in known or _turned(trigram) in known or _is_run_together(trigram, texts)):
                marks[position : position + 3] = [True] * 3
        unknown, total = unknown + sum(marks), total + len(words)
    theirs = Counter("".join(_words(others.get("pdfium", ""))))
    ours = Counter("".join(word for words in listed for word in words))
    lost = sum((theirs - ours).values()) / (sum(theirs.values()) or 1)
    return (unknown / total if total and known else 0.0), lost


def _tells_letters(text: str) -> bool:
    """Whether an extractor has letters for what the page shows; one that says of many that it doesn't know is none."""
    return text.count("\ufffd") <= _MOST_LOST * len(text.split())


def _turned(trigram: tuple[str, ...]) -> tuple[str, ...]:
    """Right-to-left words as the page has them from its left, as some extractors give them."""
    return trigram[::-1] if any(map(is_rtl, trigram)) else trigram


def _is_run_together(trigram: tuple[str, ...], texts: Sequence[str]) -> bool:
    """Whether another has three words with fewer spaces between them; more spaces than ours count as unknown."""
    if sum(map(len, trigram)) < _TELLING or any(map(is_rtl, trigram)):
        return False
    pattern = re.compile(" ?".join(map(re.escape, trigram)))
    return any(pattern.search(text) for text in texts)


def _words(text: str) -> list[str]:
    """Words in small letters, without hyphens; a letter of a script without spaces is a word.

    Of right-to-left words the letters count, not their order: extractors turn ligatures round, ours puts them right.
    """
    plain = re.sub("[-\u2010\u00ad\u200b\ufffe\x02]", "", unicodedata.normalize("NFKC", text)).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)) if is_rtl(plain) else plain
    return ["".join(sorted(word)) if is_rtl(word) else word for word in _WORD.findall(plain)]


def _trigrams(words: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(words, words[1:], words[2:], strict=False))


if __name__ == "__main__":
    main()

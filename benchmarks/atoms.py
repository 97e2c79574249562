"""Do note marks and addresses leave a translation as it would be without them?"""

import csv
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from benchmarks.report import arguments, data_folder, report
from translate.engines.atoms import AtomKeeper
from translate.engines.firefox.engine import FirefoxEngine
from translate.engines.protocol import Engine

_LINES = slice(600, 800)
_PLACES = ("end, behind the stop", "end, before the stop", "in the middle")
_PLACED = Path(__file__).with_name("placed_marks.tsv")
"""Sentences by where they are found, and after how many words of it and of its translation a mark belongs."""
_BAR = 90


def main() -> None:
    """Print both tables."""
    options = arguments(__doc__ or "").parse_args()
    firefox = FirefoxEngine()
    _show_words(firefox, options.update)
    _show_places(AtomKeeper(firefox), options.update)


def _show_words(firefox: FirefoxEngine, update: bool) -> None:
    """Add a mark to each of 200 lines of news, translate with and without, compare."""
    keeper = AtomKeeper(firefox)
    rows = []
    for source, target in (("en", "pt"), ("pt", "en")):
        lines = (data_folder("ntrex") / f"{source}.txt").read_text("utf-8").splitlines()[_LINES]
        plain = _translated(keeper, lines, source, target)
        for mark in ("¹", "[1]"):
            for place in _PLACES:
                marked = [_marked(line, mark, place) for line in lines]
                cells = [
                    _cells(plain, _translated(engine, marked, source, target), mark) for engine in (keeper, firefox)
                ]
                rows.append([f"{source}-{target}", mark, place, *cells[0], *cells[1]])
    header = ("pair", "mark", "where", "same words, %", "mark once, %", "bare engine: same words", "mark once")
    note = "Lines 601 to 800 of NTREX. In the middle: behind the word that begins at or after half of the line."
    report("atoms", __doc__ or "", header, rows, [note], ("onnxruntime",), update)


def _show_places(keeper: AtomKeeper, update: bool) -> None:
    """Share of the marks that stand where a person put them in the engine's translation before the code was run."""
    found = list(csv.reader(_PLACED.read_text(encoding="utf-8").splitlines()[1:], delimiter="\t"))
    rows = []
    for pair in dict.fromkeys(row[0] for row in found):
        off = _off([row for row in found if row[0] == pair], keeper, *pair.split("-"))
        shares = (f"{100 * sum(own <= most for own in off) / len(off):.0f}" for most in (0, 1))
        rows.append([pair, len(off), *shares])
    header = ("pair", "sentences", "there, %", f"within a word, % (bar {_BAR})")
    note = (
        "Sentences of NTREX, the Declaration of Human Rights and the UN Charter, each with a mark behind a word drawn "
        "by chance. A person said where it belongs in the engine's translation, before the code placed it. A sentence "
        "that the engine by now translates into more or fewer words is left out."
    )
    question = "Do note marks stand where a person puts them?"
    report("atoms_placed", question, header, rows, [note], ("onnxruntime",), update, module="atoms")


def _off(rows: Sequence[Sequence[str]], keeper: AtomKeeper, source: str, target: str) -> list[int]:
    """By how many words each mark stands elsewhere than a person put it."""
    texts = [_texts(name, source)[place] for _, name, place, *_ in rows]
    plain = _translated(keeper, texts, source, target)
    marked = [_behind(text, int(row[3])) for text, row in zip(texts, rows, strict=True)]
    placed = [len(text.partition("¹")[0].split()) for text in _translated(keeper, marked, source, target)]
    return [
        abs(place - int(row[6]))
        for row, text, place in zip(rows, plain, placed, strict=True)
        if len(text.split()) == int(row[5])
    ]


@cache
def _texts(name: str, language: str) -> dict[str, str]:
    """The sentences of a set by their place."""
    folder = data_folder(name)
    if name == "ntrex":
        lines = (folder / f"{language}.txt").read_text(encoding="utf-8").splitlines()
        return {str(number): line for number, line in enumerate(lines, 1)}
    file = {"udhr": "units.json", "un_charter": "articles.json"}[name]
    units = json.loads((folder / file).read_text(encoding="utf-8"))
    return {place: own[language].partition("\n")[0] for place, own in units.items() if own.get(language)}


def _behind(text: str, words: int) -> str:
    """A text with a mark behind so many words."""
    own = text.split()
    return " ".join([*own[: words - 1], own[words - 1] + "¹", *own[words:]])


def _translated(engine: Engine, lines: Sequence[str], source: str, target: str) -> list[str]:
    """Texts of the translations."""
    return [found.text for found in engine.translate(lines, source, target)]


def _marked(line: str, mark: str, place: str) -> str:
    """A line with a mark in it."""
    text = line.rstrip()
    if place == _PLACES[0]:
        return text + mark
    if place == _PLACES[1]:
        stop = text.rstrip(".,;:!?”\"'")
        return stop + mark + text[len(stop) :]
    half = text.find(" ", len(text) // 2)
    return text[:half] + mark + text[half:] if half > 0 else text + mark


def _cells(plain: Sequence[str], found: Sequence[str], mark: str) -> tuple[str, str]:
    """Shares of lines whose words are those without the mark, and that have the mark once."""
    same = sum(_words(one, mark) == _words(other, "") for one, other in zip(found, plain, strict=True))
    once = sum(one.count(mark) == 1 for one in found)
    return f"{100 * same / len(plain):.1f}", f"{100 * once / len(plain):.1f}"


def _words(text: str, mark: str) -> str:
    """The text without its mark and spaces."""
    return "".join((text.replace(mark, "", 1) if mark else text).split())


if __name__ == "__main__":
    main()

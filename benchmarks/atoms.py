"""Do note marks and addresses leave a translation as it would be without them?"""

from collections.abc import Sequence

from benchmarks.report import arguments, data_folder, report
from translate.engines.atoms import AtomKeeper
from translate.engines.firefox.engine import FirefoxEngine
from translate.engines.protocol import Engine

_LINES = slice(600, 800)
_PLACES = ("end, behind the stop", "end, before the stop", "in the middle")


def main() -> None:
    """Add a mark to each of 200 lines of news, translate with and without, compare."""
    options = arguments(__doc__ or "").parse_args()
    firefox = FirefoxEngine()
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
    report("atoms", __doc__ or "", header, rows, [note], ("onnxruntime",), options.update)


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

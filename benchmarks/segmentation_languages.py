"""Do our sentences end where the segments of news end, in 27 languages?"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.report import arguments, data_folder, report
from translate.segmentation.sentences import sentence_spans

_JOINED = 10
"""Segments that stand in one block."""

_SEGMENTS = 1_000
_UNSPACED = ("ja", "zh")
Segmenter = Callable[[str, str], list[int]]


@dataclass(frozen=True, slots=True)
class _Score:
    """Ends of segments, how many of them were found, and how many other ends."""

    segments: int
    found: int
    others: int


def main() -> None:
    """Print for each language how many ends are found, and how many others, for us and for sentencex."""
    options = arguments(__doc__ or "").parse_args()
    rows = []
    for path in sorted(data_folder("ntrex").glob("*.txt")):
        language = path.stem
        blocks = _blocks(path, "" if language in _UNSPACED else " ")
        scores = [_score(blocks, language, segmenter) for segmenter in (_ours, _sentencex)]
        rows.append([language, *(f"{100 * s.found / s.segments:.1f} / {s.others}" for s in scores)])
    report(
        "segmentation_languages",
        "Do sentences end where the segments of news end?",
        ["language", "entente: found (%) / others", "sentencex: found (%) / others"],
        rows,
        notes=[
            f"NTREX-128, the first {_SEGMENTS:,} segments, {_JOINED} at a time in one block. About 65 segments are"
            " headlines without a stop, which no rule can find in running text; some segments hold two sentences, so"
            " that an end among the others need not be wrong.",
        ],
        packages=["sentencex"],
        update=options.update,
    )


def _blocks(path: Path, joiner: str) -> list[tuple[str, frozenset[int]]]:
    """Texts of ten segments each, and the index after each segment."""
    segments = [line.strip() for line in path.read_text(encoding="utf-8").strip().split("\n")][:_SEGMENTS]
    blocks = []
    for first in range(0, len(segments), _JOINED):
        text, ends = "", set()
        for segment in segments[first : first + _JOINED]:
            text = text + joiner + segment if text else segment
            ends.add(len(text))
        blocks.append((text, frozenset(ends)))
    return blocks


def _score(blocks: list[tuple[str, frozenset[int]]], language: str, segmenter: Segmenter) -> _Score:
    """Sums over all blocks."""
    segments = found = others = 0
    for text, ends in blocks:
        ours = set(segmenter(text, language))
        segments += len(ends)
        found += len(ours & ends)
        others += len(ours - ends)
    return _Score(segments, found, others)


def _ours(text: str, language: str) -> list[int]:
    """Ends of our sentences."""
    return [end for _, end in sentence_spans(text, language)]


def _sentencex(text: str, language: str) -> list[int]:
    """Ends of sentencex's sentences, found in the text one after another."""
    import sentencex

    place, ends = 0, []
    for sentence in sentencex.segment(language.partition("-")[0], text):
        if words := sentence.strip():
            place = text.index(words, place) + len(words)
            ends.append(place)
    return ends


if __name__ == "__main__":
    main()

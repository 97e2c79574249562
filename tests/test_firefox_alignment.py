"""Word links: by hand on small attention, and against 40 sentence pairs that were aligned by hand."""

import csv
import re
from pathlib import Path

import numpy as np
import pytest

from translate.engines.firefox.alignment import links
from translate.engines.firefox.engine import FirefoxEngine
from translate.engines.protocol import Decoding
from translate.hypothesis import Link

_GOLDEN = Path(__file__).parent / "golden" / "alignments.tsv"
_WORD = re.compile(r"\w+|[^\w\s]")


def _links(rows: list[list[float]]) -> list[tuple[str, str]]:
    """Links between "the act" and "o ato", whose attention has a column each for the, act and the end mark."""
    source, target = "the act", "o ato"
    found = links(source, target, [(0, 3), (3, 7)], [(0, 1), (1, 5)], np.array(rows, np.float32))
    return [(source[a:b], target[c:d]) for a, b, c, d in found]


@pytest.mark.parametrize(
    ("attention", "expected"),
    [
        ([[0.9, 0.1, 0], [0.1, 0.9, 0]], [("the", "o"), ("act", "ato")]),
        ([[0.6, 0.4, 0], [0, 1, 0]], [("the", "o"), ("act", "o"), ("act", "ato")]),
        ([[0.1, 0.2, 0.7], [0, 1, 0]], [("act", "ato")]),
        ([[0.2, 0.8, 0], [0.7, 0.2, 0.1]], [("the", "ato"), ("act", "o")]),
    ],
    ids=["one to one", "two sources", "end mark", "crossed"],
)
def test_links_follow_attention(attention: list[list[float]], expected: list[tuple[str, str]]) -> None:
    assert _links(attention) == expected


def test_links_join_the_tokens_of_a_word() -> None:
    rows = np.array([[0.4, 0.6, 0], [0.9, 0.1, 0]], np.float32)
    assert links("a bc", "xyz", [(0, 1), (1, 4)], [(0, 1), (1, 3)], rows) == (Link(0, 1, 0, 3), Link(2, 4, 0, 3))


def test_links_take_characters_of_scripts_without_spaces() -> None:
    rows = np.array([[1, 0]], np.float32)
    assert links("法", "law", [(0, 1)], [(0, 3)], rows) == (Link(0, 1, 0, 3),)


def test_links_need_no_words() -> None:
    assert links("a", "  ", [(0, 1)], [(0, 2)], np.array([[1, 0]], np.float32)) == ()


@pytest.fixture(scope="module")
def counts() -> dict[str, tuple[int, int, int, int]]:
    """For each pair: links found, sure ones, found among the sure, found among the sure or possible."""
    engine = FirefoxEngine()
    with _GOLDEN.open(encoding="utf-8", newline="") as file:
        cases = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    totals: dict[str, tuple[int, int, int, int]] = {}
    for case in cases:
        source, target = case["pair"].split("-")
        (found,) = engine.translate([case["source"]], source, target, Decoding(alignment=True))
        assert found.text == case["target"], "the model's output changed: align this pair again"
        numbers = _numbers(case["source"]), _numbers(case["target"])
        own = {(numbers[0][link.source_start], numbers[1][link.target_start]) for link in found.alignment}
        sure = {_pair(link) for link in case["links"].split() if "-" in link}
        possible = {_pair(link) for link in case["links"].split()}
        row = (len(own), len(sure), len(own & sure), len(own & possible))
        totals[case["pair"]] = tuple(a + b for a, b in zip(totals.get(case["pair"], (0,) * 4), row, strict=True))  # type: ignore[assignment]
    return totals


def _numbers(text: str) -> dict[int, int]:
    """Number of the word that starts at each index."""
    return {found.start(): number for number, found in enumerate(_WORD.finditer(text))}


def _pair(link: str) -> tuple[int, int]:
    first, second = re.split(r"[-?]", link)
    return int(first), int(second)


@pytest.mark.parametrize("pair", ["en-pt", "pt-en"])
def test_alignment_error_rate(pair: str, counts: dict[str, tuple[int, int, int, int]]) -> None:
    """Och and Ney 2003: AER = 1 - (|A and S| + |A and P|) / (|A| + |S|)."""
    found, sure, in_sure, in_possible = counts[pair]
    error_rate = 1 - (in_sure + in_possible) / (found + sure)
    print(f"AER {pair}: {100 * error_rate:.1f} %")
    assert error_rate < 0.15

"""Floors under the figures that matter, on small samples written for the tests; benchmarks/ measures on public data.

Each floor stands a little below what was reached when it was set. A change that falls through one makes the product
worse at what people choose it for; one that lifts a figure lifts its floor.
"""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from sacrebleu.metrics import CHRF

from benchmarks.facts import LANGUAGES as FACT_LANGUAGES
from benchmarks.facts import SECOND, counts
from summarize.facts.fact import FactKind
from translate.checks.registry import check
from translate.engines.firefox.engine import FirefoxEngine
from translate.hypothesis import Hypothesis
from translate.languages.detection import detect
from translate.reading.reader import read

_PAIRS = Path(__file__).parent / "golden" / "sentences.en-pt.tsv"
ENGLISH, PORTUGUESE = zip(*(line.split("\t") for line in _PAIRS.read_text("utf-8").splitlines()), strict=True)
_NUMBER = re.compile(r"\d+")
_NOT = re.compile(r"\bnão |\bnunca ")


def flagged(sources: Sequence[str], targets: Sequence[str]) -> int:
    """Segments with an error or a warning."""
    hypotheses = [Hypothesis(target, origin="firefox") for target in targets]
    issues = check(sources, hypotheses, ["en"] * len(sources), "pt")
    return len({issue.segment for issue in issues if issue.severity != "notice"})


@pytest.mark.parametrize(
    ("source", "target", "texts", "references", "floor"),
    [("en", "pt", ENGLISH, PORTUGUESE, 78.0), ("pt", "en", PORTUGUESE, ENGLISH, 80.0)],
    ids=["en-pt", "pt-en"],
)
def test_the_engines_translations_are_near_a_persons(
    source: str, target: str, texts: Sequence[str], references: Sequence[str], floor: float
) -> None:
    found = [hypothesis.text for hypothesis in FirefoxEngine().translate(texts, source, target)]
    assert CHRF().corpus_score(found, [references]).score >= floor


def test_checks_leave_good_translations_alone() -> None:
    assert flagged(ENGLISH, PORTUGUESE) <= 1


def test_checks_find_changed_numbers() -> None:
    pairs = [(s, t) for s, t in zip(ENGLISH, PORTUGUESE, strict=True) if _NUMBER.search(t)]
    changed = [_NUMBER.sub(lambda found: str(int(found[0]) + 11), target, count=1) for _, target in pairs]
    assert len(pairs) == 13
    assert flagged([source for source, _ in pairs], changed) == 13


def test_checks_find_lost_negations() -> None:
    pairs = [(s, t) for s, t in zip(ENGLISH, PORTUGUESE, strict=True) if _NOT.search(t)]
    changed = [_NOT.sub("", target, count=1) for _, target in pairs]
    assert len(pairs) == 7
    assert flagged([source for source, _ in pairs], changed) >= 5


@pytest.mark.parametrize(("language", "texts"), [("en", ENGLISH), ("pt", PORTUGUESE)], ids=["en", "pt"])
def test_sentences_are_found_in_running_text(language: str, texts: Sequence[str]) -> None:
    assert read(" ".join(texts), language=language).texts == tuple(texts)


@pytest.mark.parametrize(("language", "texts"), [("en", ENGLISH), ("pt", PORTUGUESE)], ids=["en", "pt"])
def test_the_language_of_short_lines_is_told(language: str, texts: Sequence[str]) -> None:
    assert sum(detect(text[:40]).language == language for text in texts) >= 23


@pytest.mark.parametrize(
    ("kind", "least_right", "most_wrong"),
    [("actor", 113, 1), ("obligation", 67, 1), ("date", 60, 1), ("amount", 40, 1), ("reference", 37, 1)],
)
def test_facts_are_found_and_right(kind: FactKind, least_right: int, most_wrong: int) -> None:
    found, right, _ = map(sum, zip(*(counts(language, kind, SECOND) for language in FACT_LANGUAGES), strict=True))
    assert right >= least_right
    assert found - right <= most_wrong

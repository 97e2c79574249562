"""The list of what to check first, one line a segment, and how far each kind of check can be trusted."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from translate.issue import SEVERITIES, Issue, Severity
from translate.message import Message, say
from translate.tag import primary

# What a reader loses by a kind of error that is really there; decides between lines of equal severity.
_GRAVITY = {
    "untranslated": 9, "copied": 9, "repetition": 8, "numbers": 8, "dates": 8, "references": 8, "negation": 8,
    "bounds": 8, "weekdays": 8, "countries": 8, "remains": 8, "actors": 8, "additions": 7,
    "similarity": 8, "language": 8, "obligation": 7, "doubt": 7, "length": 7, "truncated": 7, "names": 6,
    "terms": 5, "confidence": 5, "consistency": 3, "unknown": 3, "quotes": 2, "variant": 1, "writing": 1,
}  # fmt: skip
_OTHER_GRAVITY = 4
_LEAST_JUDGED = 15
"""Judgements of a kind before its share is told: of 15 it is right to a fourth."""
_JUDGED_LANGUAGES = {"en", "pt"}


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One segment to check, with every reason.

    Attributes:
        segment: Its position, or None for what concerns the whole document.
        severity: The gravest of its reasons'.
        reasons: Its issues, the gravest first.
    """

    segment: int | None
    severity: Severity
    reasons: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Rate:
    """How a kind of check did on good translations into which errors were put; see benchmarks/checks.py.

    Attributes:
        error: The error that it was tried on, such as "changed number".
        found: Share found, 0 to 1; None where no such error was made.
        cases: Number of errors made.
        false_alarms: Share of good translations that it flagged, 0 to 1.
        segments: Number of good translations.
    """

    error: str
    found: float | None
    cases: int
    false_alarms: float
    segments: int


def rank(issues: Iterable[Issue], least: Severity = "warning") -> tuple[CheckLine, ...]:
    """One line a segment: by severity, then by how grave its reasons are together, then in document order.

    What concerns the whole document comes first among lines of its severity.

    Args:
        issues: In any order.
        least: Issues below this severity neither make a line nor stand in one.
    """
    by_segment: dict[int | None, list[Issue]] = {}
    for issue in issues:
        if SEVERITIES.index(issue.severity) <= SEVERITIES.index(least):
            by_segment.setdefault(issue.segment, []).append(issue)
    lines = []
    for segment, found in by_segment.items():
        reasons = tuple(sorted(found, key=lambda issue: (SEVERITIES.index(issue.severity), -_gravity(issue.kind))))
        lines.append(CheckLine(segment, reasons[0].severity, reasons))
    return tuple(sorted(lines, key=_order))


def ranked(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Every issue, notices included, in the order of rank()'s lines: a sentence's reasons stand together."""
    return tuple(issue for line in rank(issues, "notice") for issue in line.reasons)


def weight(issues: Iterable[Issue]) -> int:
    """How much is wrong with one segment: what a reader loses by each kind, three times as much where it is an error.

    Notices weigh nothing: most say what is known of good translations too.
    """
    gravest = {(issue.kind, issue.severity): _gravity(issue.kind) for issue in issues if issue.severity != "notice"}
    return sum(gravity * (3 if severity == "error" else 1) for (_, severity), gravity in gravest.items())


def _order(line: CheckLine) -> tuple[int, bool, int, int]:
    """Sort key: severity; the whole document before a segment; weight of all kinds together; place in the document."""
    weight = sum(_gravity(kind) for kind in {issue.kind for issue in line.reasons})
    return SEVERITIES.index(line.severity), line.segment is not None, -weight, line.segment or 0


def _gravity(kind: str) -> int:
    """Weight of a kind."""
    return _GRAVITY.get(kind, _OTHER_GRAVITY)


def count_by_kind(issues: Iterable[Issue]) -> dict[str, int]:
    """Number of segments with an issue of each kind, most first."""
    places = {(issue.kind, issue.segment) for issue in issues}
    counts = Counter(kind for kind, _ in places)
    return dict(sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])))


def measured_rate(kind: str, source: str, target: str) -> Rate | None:
    """What was measured of a check on a pair of languages; None where nothing was.

    Args:
        kind: Issue.kind.
        source: BCP 47 code.
        target: BCP 47 code.
    """
    return _rates().get(kind, {}).get(f"{primary(source)}-{primary(target)}")


def describe_rate(kind: str, source: str, target: str) -> Message | None:
    """How often a check is right in words, for people; None where nobody measured it for this pair."""
    rate = measured_rate(kind, source, target)
    if rate is None:
        return _describe_judged(kind, source, target)
    alarms = say("{count:.1f} false alarms in 100 good sentences", count=100 * rate.false_alarms)
    if rate.found is None:
        return alarms
    found, error = round(100 * rate.found), Message(rate.error)
    return say("finds {count} in 100 of “{error}”; {alarms}", count=found, error=error, alarms=alarms)


def _describe_judged(kind: str, source: str, target: str) -> Message | None:
    """How many of a kind's warnings on real translations people found right; None where too few were judged."""
    wrong, judged = _judged().get(kind, (0, 0))
    if judged < _LEAST_JUDGED or {primary(source), primary(target)} != _JUDGED_LANGUAGES:
        return None
    return say("wrong {wrong:,} of the {judged:,} times that people judged such a sentence", wrong=wrong, judged=judged)


@cache
def _judged() -> dict[str, tuple[int, int]]:
    """How often people found a sentence wrong, and judged one, by kind; between English and Portuguese."""
    text = files("translate.checks").joinpath("judged.json").read_text(encoding="utf-8")
    return {kind: (wrong, judged) for kind, (wrong, judged) in json.loads(text).items()}


@cache
def _rates() -> dict[str, dict[str, Rate]]:
    """Rates by kind and pair, as the benchmark wrote them."""
    text = files("translate.checks").joinpath("rates.json").read_text(encoding="utf-8")
    return {kind: {pair: Rate(**rate) for pair, rate in pairs.items()} for kind, pairs in json.loads(text).items()}

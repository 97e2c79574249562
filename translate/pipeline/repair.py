"""repair(): a better hypothesis where the first cannot stand; what was done is recorded."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from translate.checks.registry import check
from translate.engines.alternatives import Alternatives
from translate.engines.pieces import join_hypotheses
from translate.engines.protocol import Decoding, Engine
from translate.hypothesis import Hypothesis, Repair
from translate.issue import Issue
from translate.message import Message, say

_HARD = {
    "copied": 8.0, "repetition": 6.0, "truncated": 6.0, "length": 4.0, "numbers": 3.0, "references": 3.0,
    "remains": 4.0, "weekdays": 3.0, "countries": 3.0, "bounds": 2.0, "negation": 2.0, "confidence": 1.0,
}  # fmt: skip
"""What each kind of issue weighs when candidates are compared; hard ones start a repair."""
_EMPTY, _ERROR, _NOTICED = 100.0, 20.0, 2.0
_ACCEPTABLE = 20.0
_BEAM = Decoding(beam=4, no_repeat_ngram=4, min_length_ratio=0.5)
_STRONG_BREAK = re.compile(r"(?<=[;:；：؛])\s*(?=\S)")
_WEAK_BREAK = re.compile(r"(?<=[,，،、–—])\s*(?=\S)")
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?!\w)")
_ROMAN = re.compile(r"[IVXLC]+")
_LEAST_LETTERS = 12
_SHORT_WORDS = 4

Candidate = tuple[str, Hypothesis]
"""What was done, and what came of it."""


def needs_repair(text: str, hypothesis: Hypothesis, source: str, target: str) -> str:
    """Why a hypothesis cannot stand as it is, in words that are true when another stands in its place; empty if it can.

    Args:
        text: The segment.
        hypothesis: Its translation.
        source: BCP 47 code of the text.
        target: BCP 47 code of the translation.
    """
    if not hypothesis.text.strip():
        return hypothesis.repairs[-1].reason if hypothesis.repairs else say("The engine returned nothing.")
    if hypothesis.truncated:
        return say("The engine reached its longest output.")
    if hypothesis.issues:
        return say("The engine did not know every word of it.")
    issues = _issues(text, hypothesis, source, target)
    return next((_reason(issue.kind) for issue in issues if not _is_soft(issue, text)), "")


def _reason(kind: str) -> Message:
    """Why a first translation was not kept: what the issue says of it would read as said of the one that was."""
    reasons = {
        "copied": say("The first translation was the source's own words."),
        "repetition": say("The first translation repeated itself."),
        "length": say("The first translation was very short for its source."),
        "numbers": say("The first translation did not have the source's numbers."),
        "references": say("The first translation did not have the source's references."),
        "negation": say("The first translation had lost or added a negation."),
        "remains": say("The first translation left words of the source as they are."),
        "weekdays": say("The first translation named another day of the week."),
        "countries": say("The first translation named another country."),
        "bounds": say("The first translation said the opposite of a word of the source."),
        "confidence": say("The engine was unusually unsure of its first translation."),
    }
    return reasons[kind]


def repair(
    text: str,
    hypothesis: Hypothesis,
    engine: Engine,
    source: str,
    target: str,
    others: Sequence[Engine] = (),
    joiner: str = " ",
    readings: bool = True,
) -> Hypothesis:
    """The best of the hypothesis and what other ways of translating the segment give.

    Tried in order until one has no issue: all readings that a search ends with, a search without repetitions, other
    letters for a text in capitals or a short heading, clause by clause, the other engines. The one that weighs least
    stays; the first hypothesis stays where nothing is better.

    Args:
        text: The segment.
        hypothesis: Its first translation, from `engine`.
        engine: Translates from `source` to `target`.
        source: BCP 47 code of the text.
        target: BCP 47 code wanted.
        others: Other engines that support the pair, best first.
        joiner: What stands between two clauses in the target language; empty in Chinese and Japanese.
        readings: Whether the readings of a search are tried.

    Returns:
        The same hypothesis where nothing is wrong with it; one with `repairs` where another was better; one with the
        source's text and origin "untranslated" where none is acceptable.
    """
    reason = needs_repair(text, hypothesis, source, target)
    if not reason:
        return hypothesis
    best, action, least = hypothesis, "", _weight(text, hypothesis, source, target)
    for made, candidate in _candidates(text, engine, source, target, others, joiner, readings):
        weight = _weight(text, candidate, source, target)
        if weight < least:
            best, action, least = candidate, made, weight
        if least == 0:
            break
    if least >= _ACCEPTABLE:
        failed = Repair(reason, say("Nothing acceptable came of translating it again."))
        return Hypothesis(text, origin="untranslated", repairs=(*hypothesis.repairs, failed))
    if not action:
        return hypothesis
    return replace(best, repairs=(*hypothesis.repairs, Repair(reason, action)))


def _candidates(
    text: str, engine: Engine, source: str, target: str, others: Sequence[Engine], joiner: str, readings: bool
) -> Iterator[Candidate]:
    """Other translations, one after the other; each is made only when it is asked for."""

    if readings and isinstance(engine, Alternatives):
        for found in engine.alternatives([text], source, target)[0]:
            yield say("Another reading of it was taken."), found

    def whole(asked: str, translator: Engine, decoding: Decoding) -> Iterator[Hypothesis]:
        if translator.count_tokens(asked, source, target) <= translator.max_tokens:
            yield from translator.translate([asked], source, target, decoding)

    for found in whole(text, engine, _BEAM):
        yield say("Translated again with a wider search."), found
    for made, written in _rewritten(text):
        for found in whole(written, engine, Decoding()):
            yield made, found
    for breaks in (_STRONG_BREAK, _WEAK_BREAK):
        parts = split_clauses(text, breaks)
        if len(parts) > 1 and all(engine.count_tokens(part, source, target) <= engine.max_tokens for part in parts):
            found = join_hypotheses(engine.translate(parts, source, target, _BEAM), parts, text, joiner)
            yield say("Translated in {count} parts.", count=len(parts)), found
    for other in others:
        for found in whole(text, other, Decoding()):
            yield say("Translated by {engine}.", engine=other.describe(source, target)), found


def _rewritten(text: str) -> Iterator[tuple[str, str]]:
    """The same words in other letters: models know neither lines in capitals nor lone headings well."""
    if _in_capitals(text):
        yield say("Translated with capital initials instead of capitals."), _with_initials(text)
        yield say("Translated in lower case instead of capitals."), text.capitalize()
    elif len(text.split()) <= _SHORT_WORDS:
        yield say("Translated with a small initial."), text[:1].lower() + text[1:]


def _with_initials(text: str) -> str:
    """Words in capitals with a capital initial only; Roman numerals and words with digits stay."""
    return _WORD.sub(lambda m: m[0] if _ROMAN.fullmatch(m[0]) else m[0].capitalize(), text)


def split_clauses(text: str, breaks: re.Pattern[str]) -> list[str]:
    """The text cut where `breaks` matches; pieces with few letters stay with the one before them."""
    edges = [0, *(match.start() for match in breaks.finditer(text)), len(text)]
    parts: list[str] = []
    for start, end in pairwise(edges):
        piece = text[start:end].strip()
        small = sum(c.isalnum() for c in piece) < _LEAST_LETTERS
        if parts and (small or sum(c.isalnum() for c in parts[-1]) < _LEAST_LETTERS):
            parts[-1] += text[start : start + len(text[start:end]) - len(text[start:end].lstrip())] + piece
        elif piece:
            parts.append(piece)
    return parts


def _issues(text: str, hypothesis: Hypothesis, source: str, target: str) -> tuple[Issue, ...]:
    """What the cheap checks say of one segment."""
    return check([text], [hypothesis], [source], target, tuple(_HARD))


def _weight(text: str, hypothesis: Hypothesis, source: str, target: str) -> float:
    """How wrong a hypothesis is; 0 for nothing found."""
    if not hypothesis.text.strip():
        return _EMPTY
    weight = _NOTICED * len(hypothesis.issues)
    for issue in _issues(text, hypothesis, source, target):
        weight += _ERROR if issue.severity == "error" else _HARD[issue.kind]
        if issue.kind == "confidence" and hypothesis.score is not None:
            weight -= hypothesis.score / 10  # the surer of two
    return weight


def _is_soft(issue: Issue, text: str) -> bool:
    """Whether no repair is tried for an issue: a translation that is long, or one that the engine was unsure of.

    A wider search is surer of itself and often no better: "Norma revogatória" becomes a repulsive standard, and the
    reader is not told to look. A line in capitals is another matter, as its letters are what the model does not know.
    """
    if issue.kind == "confidence":
        return not _in_capitals(text)
    return not issue.repairable


def _in_capitals(text: str) -> bool:
    """Whether a text is written in capitals, signs such as "N.º" aside."""
    return text.replace("º", "").replace("ª", "").isupper()

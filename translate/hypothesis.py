"""Hypothesis: what an engine says a segment means in the target language."""

from dataclasses import dataclass
from typing import NamedTuple

from translate.issue import Issue

NOT_TRANSLATED = frozenset({"copied", "untranslated", "pending"})
"""Origins of hypotheses that are the source's own text."""


class Link(NamedTuple):
    """One word alignment: half-open string indices in the segment's source text and in the hypothesis."""

    source_start: int
    source_end: int
    target_start: int
    target_end: int


class TokenScore(NamedTuple):
    """How sure an engine was of one token: half-open string indices in the hypothesis, natural log-probability."""

    start: int
    end: int
    score: float


class Alternative(NamedTuple):
    """Other readings of a stretch, the likeliest first; half-open string indices in the hypothesis."""

    start: int
    end: int
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Repair:
    """What was done about a first output that could not stand, and why.

    Attributes:
        reason: A sentence that is true of the first output, and not taken for one about what replaced it.
        action: A sentence.
    """

    reason: str
    action: str


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """The translation of one segment.

    Attributes:
        text: Never empty in a finished Translation.
        score: Mean natural log-probability a token (0 is certain, lower is worse), or None where the engine gives none.
        alignment: Word links in source order; empty unless asked for.
        origin: The engine's name, "memory", "copied" (already in the target language, or nothing to translate),
            "untranslated" (no acceptable output: text is the source's, with an error Issue), "pending" (stopped).
        repairs: What was repaired, in order.
        truncated: The engine reached its output limit; translate() makes an Issue of it.
        issues: What the engine noticed itself, such as words that it does not know. Their segment is None:
            translate() fills it in.
        token_scores: In target order; empty unless asked for, and where the engine gives none.
        alternatives: Other wordings of words that the engine was not sure of, in target order; they don't overlap.
            Only of sentences that were read again.
        written: What the engine wrote, where terms of law, phrases or a variant of the language changed it; else empty.
    """

    text: str
    score: float | None = None
    alignment: tuple[Link, ...] = ()
    origin: str = ""
    repairs: tuple[Repair, ...] = ()
    truncated: bool = False
    issues: tuple[Issue, ...] = ()
    token_scores: tuple[TokenScore, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    written: str = ""

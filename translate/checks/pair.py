"""Pair: a segment beside its translation, as every check sees it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from translate.hypothesis import NOT_TRANSLATED, Hypothesis, Link, TokenScore
from translate.issue import Issue
from translate.tag import primary


@dataclass(frozen=True, slots=True)
class Pair:
    """A segment and its translation.

    Attributes:
        segment: Position in the document.
        source: The segment's text.
        target: The hypothesis's text.
        source_language: Primary subtag, such as "pt" for "pt-BR"; lexicons are looked up by it.
        target_language: The same for the target.
        origin: Hypothesis.origin.
        score: Mean log-probability a token, or None.
        alignment: Word links; may be empty.
        token_scores: How sure the engine was of each token; may be empty.
    """

    segment: int
    source: str
    target: str
    source_language: str
    target_language: str
    origin: str = ""
    score: float | None = None
    alignment: tuple[Link, ...] = ()
    token_scores: tuple[TokenScore, ...] = ()


class Check(Protocol):
    """Pure: the same pairs give the same issues, and nothing else is looked at."""

    def __call__(self, pairs: Sequence[Pair]) -> list[Issue]:
        """What a reader must check in these pairs.

        Args:
            pairs: A whole document's translated segments in order; a single one works too, with less to compare with.

        Returns:
            Issues in segment order; none where nothing is wrong or the languages have no lexicon.
        """


def make_pairs(
    source_texts: Sequence[str],
    hypotheses: Sequence[Hypothesis],
    source_languages: Sequence[str],
    target_language: str,
) -> tuple[Pair, ...]:
    """The pairs of a document that hold a translation; the others are left out.

    Args:
        source_texts: Text of every segment.
        hypotheses: One for each segment.
        source_languages: BCP 47 code of each segment.
        target_language: BCP 47 code of the translation.

    Returns:
        Pairs in segment order, numbered by their position in `source_texts`.
    """
    rows = zip(source_texts, hypotheses, source_languages, strict=True)
    target = primary(target_language)
    return tuple(
        Pair(
            i,
            text,
            found.text,
            primary(language),
            target,
            found.origin,
            found.score,
            found.alignment,
            found.token_scores,
        )
        for i, (text, found, language) in enumerate(rows)
        if found.origin not in NOT_TRANSLATED
    )

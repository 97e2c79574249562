"""The judgement of a sentence: how likely its translation says something else, and where."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from translate.doubt.changes import Change, find_changes, weigh
from translate.doubt.evidence import Evidence, Word
from translate.doubt.model import probability
from translate.doubt.signals import is_telling, signals
from translate.hypothesis import Link
from translate.tag import primary

if TYPE_CHECKING:
    from translate.text.embedding import Embedder

_TOLD = 2
TELLING = 0.2
"""How likely an error a change must be to be told; see LISTED.

Cross-validated on the judged sentences, of those listed 74 % are wrong from 0.15 on, 77 from 0.2, 78 from 0.25, where
they hold a fifth fewer of the serious errors.
"""


class Judgement(NamedTuple):
    """What is made of the evidence on a sentence.

    Attributes:
        score: How likely a reader would be misled, 0 to 1.
        changes: The likeliest places, at most two, the likeliest first: spans of the sentence and of its read-back,
            the latter (0, 0) where words are gone.
    """

    score: float
    changes: tuple[Link, ...]


def judge(found: Sequence[Evidence], model: "Embedder | None") -> list[Judgement]:
    """The judgement of each sentence, which depends on no other.

    Args:
        found: Evidence on sentences of one language.
        model: Knows both languages; None where there is none.
    """
    changes = [find_changes(evidence) for evidence in found]
    weighed = weigh(list(zip(found, changes, strict=True)), model)
    return [
        Judgement(probability(signals(evidence)), _told(evidence, own, shares))
        for evidence, own, shares in zip(found, changes, weighed, strict=True)
    ]


def _told(evidence: Evidence, changes: Sequence[Change], shares: Sequence[float]) -> tuple[Link, ...]:
    """Where the likeliest errors stand."""
    ranked = sorted(zip(shares, range(len(changes)), strict=True), key=lambda entry: (-entry[0], entry[1]))
    language = primary(evidence.source_language)
    return tuple(
        Link(*_span(changes[i].own, language), *_span(changes[i].back, language))
        for share, i in ranked[:_TOLD]
        if share >= TELLING
    )


def _span(words: Sequence[Word], language: str) -> tuple[int, int]:
    """From the first to the last word that tells, or of all where none does; (0, 0) without words."""
    telling = [word for word in words if is_telling(word, language)] or words
    return (telling[0].start, telling[-1].end) if telling else (0, 0)

"""The judgement of a sentence: how likely its translation says something else, and where."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from translate.doubt.changes import find_changes, signals_of_changes
from translate.doubt.evidence import Evidence, Word
from translate.doubt.model import Weights, fitted_changes, fitted_words, probability
from translate.doubt.signals import is_telling, signals
from translate.doubt.words import find_unsure, signals_of_words
from translate.tag import primary
from translate.translation import Place, PlaceKind, Span

if TYPE_CHECKING:
    from translate.text.embedding import Embedder

_TOLD = 2
TELLING = 0.23
"""How likely an error the likeliest change must be for a sentence to be listed; see LISTED.

Cross-validated on the judged sentences from 0.3 on, 79 % are wrong from 0.2 on, with 43 % of the serious errors; 83 and
41 from 0.23, 86 and 38 from 0.25.
"""
ALSO_TELLING = 0.15
"""How likely an error a place must be to be told beside it, or before it; as likely ones are right from 0.1 on."""


class Judgement(NamedTuple):
    """What is made of the evidence on a sentence.

    Attributes:
        score: How likely a reader would be misled, 0 to 1.
        places: The likeliest places, at most two, the likeliest first; none where no change is likely enough.
    """

    score: float
    places: tuple[Place, ...]


class Candidate(NamedTuple):
    """Where an error may be.

    Attributes:
        own: Words of the sentence.
        back: Words of the read-back in their place.
        said: Words of the translation that a reader is shown.
        target: Words of the translation between the two, which no other place that is told shares.
        kind: As a Place has it.
        signals: By name.
    """

    own: tuple[Word, ...]
    back: tuple[Word, ...]
    said: tuple[Word, ...]
    target: tuple[Word, ...]
    kind: PlaceKind
    signals: dict[str, float]

    @property
    def is_change(self) -> bool:
        """Whether the read-back differs there."""
        return self.kind != "unsure"


def judge(found: Sequence[Evidence], model: "Embedder | None", target: str) -> list[Judgement]:
    """The judgement of each sentence, which depends on no other.

    Args:
        found: Evidence on sentences of one language.
        model: Knows both languages; None where there is none.
        target: BCP 47 code of the translations.
    """
    weights = fitted_changes(), fitted_words()
    listed = zip(found, candidates(found, model, target), strict=True)
    return [
        Judgement(
            probability(signals(evidence)),
            tuple(_place(one, evidence.source_language, target) for one in told(own, *weights)),
        )
        for evidence, own in listed
    ]


def candidates(found: Sequence[Evidence], model: "Embedder | None", target: str) -> list[list[Candidate]]:
    """Where errors may be in each sentence: its changes, then the words of its translation; arguments as judge() has.

    Args:
        found: Evidence on sentences of one language.
        model: Knows both languages; None where there is none.
        target: BCP 47 code of the translations.
    """
    changes = [find_changes(evidence) for evidence in found]
    measured = signals_of_changes(list(zip(found, changes, strict=True)), model)
    listed = []
    for evidence, own, known in zip(found, changes, measured, strict=True):
        words = find_unsure(evidence)
        listed.append(
            [
                *(
                    Candidate(c.own, c.back, c.said, c.target, "exchanged" if c.back else "gone", s)
                    for c, s in zip(own, known, strict=True)
                ),
                *(
                    Candidate(_only(unsure.own), (), (unsure.word,), (unsure.word,), "unsure", s)
                    for unsure, s in zip(words, signals_of_words(evidence, words, target), strict=True)
                ),
            ]
        )
    return listed


def told(found: Sequence[Candidate], change: Weights, word: Weights) -> list[Candidate]:
    """The places that a reader is told, the likeliest first; none where no change is likely enough an error.

    Args:
        found: Of one sentence.
        change: Weights of a change's signals.
        word: Weights of a word's.
    """
    shares = [probability(one.signals, change if one.is_change else word) for one in found]
    if max((share for share, one in zip(shares, found, strict=True) if one.is_change), default=0.0) < TELLING:
        return []
    chosen: list[Candidate] = []
    for i in sorted(range(len(found)), key=lambda i: (-shares[i], i)):
        is_apart = all(set(found[i].target).isdisjoint(other.target) for other in chosen)
        if shares[i] >= ALSO_TELLING and is_apart and len(chosen) < _TOLD:
            chosen.append(found[i])
    return chosen


def _only(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The word, where it is one: which of several a translation's word stands for is not known."""
    return words if len(words) == 1 else ()


def _place(one: Candidate, source: str, target: str) -> Place:
    """The place as spans."""
    own, back = _span(one.own, primary(source)), _span(one.back, primary(source))
    return Place(one.kind, own, _span(one.said, primary(target)), back)


def _span(words: Sequence[Word], language: str) -> Span:
    """From the first to the last word that tells, or of all where none does; (0, 0) without words."""
    telling = [word for word in words if is_telling(word, language)] or words
    return (telling[0].start, telling[-1].end) if telling else (0, 0)

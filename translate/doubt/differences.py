"""Where a sentence and its read-back differ: both in one language, so that words can be compared."""

from collections.abc import Sequence

from translate.doubt.evidence import Evidence, Word
from translate.doubt.signals import bare_key, is_same, is_telling
from translate.tag import primary

Span = tuple[int, int]
"""Half-open string indices."""


def differences(evidence: Evidence) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Words of the source that the read-back lacks, and words of the read-back that the source lacks.

    Only what carries meaning counts: content words, numbers, negations. A word that stands more often on one side
    counts there as often as it stands more often.

    Returns:
        Spans in the source, spans in the read-back, each in order.
    """
    code = primary(evidence.source_language)
    sides = (evidence.source_words, evidence.back_words)
    return _without(sides[0], sides[1], code), _without(sides[1], sides[0], code)


def _without(words: Sequence[Word], others: Sequence[Word], language: str) -> tuple[Span, ...]:
    """Spans of the telling words that have no counterpart on the other side."""
    left = [bare_key(word, language) for word in others]
    found = []
    for word in words:
        own = bare_key(word, language)
        counterpart = next((other for other in left if is_same(own, other)), None)
        if counterpart is not None:
            left.remove(counterpart)
        elif is_telling(word, language):
            found.append((word.start, word.end))
    return tuple(found)

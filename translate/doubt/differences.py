"""Where a sentence and its read-back differ: both in one language, so that words can be compared."""

from collections import Counter
from collections.abc import Sequence

from translate.doubt.evidence import Evidence, Word
from translate.doubt.signals import is_content
from translate.tag import primary
from translate.text.lexicon import pattern
from translate.text.stems import stem

Span = tuple[int, int]
"""Half-open string indices."""


def differences(evidence: Evidence) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Words of the source that the read-back lacks, and words of the read-back that the source lacks.

    Words are the same where their stems are. Only what carries meaning counts: content words, numbers, negations.

    Returns:
        Spans in the source, spans in the read-back, each in order.
    """
    code = primary(evidence.source_language)
    sides = (evidence.source_words, evidence.back_words)
    stems = [[stem(word.text.casefold(), code) for word in words] for words in sides]
    return _without(sides[0], stems[0], stems[1], code), _without(sides[1], stems[1], stems[0], code)


def _without(words: Sequence[Word], own: Sequence[str], others: Sequence[str], language: str) -> tuple[Span, ...]:
    """Spans of telling words that stand more often here than there; the last ones where a word stands several times."""
    left = Counter(others)
    found = []
    for word, key in zip(words, own, strict=True):
        left[key] -= 1
        if left[key] < 0 and _is_telling(word, language):
            found.append((word.start, word.end))
    return tuple(found)


def _is_telling(word: Word, language: str) -> bool:
    """Whether a reader should see that a word is missing or new."""
    negation = pattern("negation", language, "strong")
    return is_content(word) or word.text[0].isdigit() or bool(negation and negation.fullmatch(word.text))

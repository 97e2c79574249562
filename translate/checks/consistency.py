"""The same text, or the same term, translated in different ways within a document."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from translate.checks.pair import Pair
from translate.issue import Issue
from translate.message import say
from translate.words import words

_LEAST_SEGMENTS = 4
_LEAST_LETTERS = 6
_USUAL, _OWN = 0.75, 0.8
_STEM = 6
"""Letters that a word is compared by: enough to tell terms apart, few enough for their endings."""


def find_consistency(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments that are translated otherwise than the same segment before, and notices on terms.

    A term is a word of six letters or more in at least four segments. Where a word of the translations stands in three
    quarters of these segments and hardly elsewhere, it is how the term is translated, and the other segments are named.
    """
    return _same_text(pairs) + _terms(pairs)


def _same_text(pairs: Sequence[Pair]) -> list[Issue]:
    """Equal sources with unequal translations: the later one is named."""
    first: dict[str, Pair] = {}
    issues = []
    for pair in pairs:
        known = first.setdefault(" ".join(pair.source.split()), pair)
        if " ".join(known.target.split()) != " ".join(pair.target.split()):
            message = say("Sentence {number} has the same text and another translation.", number=known.segment + 1)
            issues.append(Issue("consistency", pair.segment, None, message))
    return issues


def _terms(pairs: Sequence[Pair]) -> list[Issue]:
    """Terms of which a few segments have another translation than the rest."""
    sources = [{word[:_STEM]: word for word in words(pair.source) if len(word) >= _LEAST_LETTERS} for pair in pairs]
    targets = [{word[:_STEM]: word for word in words(pair.target) if len(word) >= _LEAST_LETTERS} for pair in pairs]
    spread: defaultdict[str, list[int]] = defaultdict(list)
    for position, stems in enumerate(sources):
        for stem in stems:
            spread[stem].append(position)
    overall = Counter(stem for stems in targets for stem in stems)
    issues = []
    for stem, positions in spread.items():
        if len(positions) < _LEAST_SEGMENTS:
            continue
        usual, count = max(
            Counter(t for p in positions for t in targets[p]).items(), key=lambda e: (e[1], e[0]), default=("", 0)
        )
        if count == len(positions) or count < _USUAL * len(positions) or count < _OWN * overall[usual]:
            continue
        shown = next(targets[p][usual] for p in positions if usual in targets[p])
        for position in positions:
            if usual not in targets[position]:
                message = say(
                    "“{term}” is elsewhere translated with “{shown}”.", term=sources[position][stem], shown=shown
                )
                issues.append(Issue("consistency", pairs[position].segment, None, message, "notice"))
    return issues

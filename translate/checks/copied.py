"""Source text that came back as if it had been translated."""

import re
from collections.abc import Sequence

from translate.checks.pair import Pair
from translate.issue import Issue

_WORD = re.compile(r"[^\W\d_]+")


def find_copied(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments whose translation is the source's own words."""
    issues = []
    for pair in pairs:
        share = copied_share(pair.source, pair.target)
        if share >= 0.7:
            words = "is the source text, not a translation" if share > 0.95 else "is mostly the source's own words"
            issues.append(Issue("copied", pair.segment, None, f"This {words}.", "error" if share > 0.95 else "warning"))
    return issues


def copied_share(source: str, target: str) -> float:
    """Share, 0 to 1, of the source's lower-case words that stand in the translation; 0 with fewer than three.

    Words in capitals are names or codes in most scripts and may stay; in a text all in capitals every word counts.
    """
    words = [word for word in _WORD.findall(source) if len(word) > 1]
    ordinary = [word for word in words if word[0].islower() or not (word[0].isupper() or word[0].islower())]
    if source.isupper():
        ordinary = words
    if len(ordinary) < 3:
        return 1.0 if source == target and len(ordinary) > 1 else 0.0
    there = {word.casefold() for word in _WORD.findall(target)}
    return sum(word.casefold() in there for word in ordinary) / len(ordinary)

"""Loops: words that the translation says again and again, and the source does not."""

import re
from collections import Counter
from collections.abc import Sequence

from translate.checks.pair import Pair
from translate.issue import Issue

# Every character of a script without spaces counts as a word.
_TOKEN = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|\w+")


def find_repetition(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments whose translation repeats words that their source says fewer times."""
    issues = []
    for pair in pairs:
        found = _loop(pair.source, pair.target)
        if found:
            start, end = found
            words = pair.target[start:end]
            shown = words if len(words) <= 60 else f"{words[:57]}…"
            message = f"The translation repeats “{shown}”, the source does not."
            issues.append(Issue("repetition", pair.segment, found, message))
    return issues


def _loop(source: str, target: str) -> tuple[int, int] | None:
    """Span of the first repeated stretch, or None."""
    spans = [match.span() for match in _TOKEN.finditer(target)]
    words = [target[start:end].casefold() for start, end in spans]
    if len(words) == len(set(words)):
        return None
    original = [word.casefold() for word in _TOKEN.findall(source)]
    stretch = _adjacent(words, original) or _frequent(words, original)
    if stretch is None:
        return None
    return spans[stretch[0]][0], spans[stretch[1] - 1][1]


def _adjacent(words: list[str], original: list[str]) -> tuple[int, int] | None:
    """A stretch of one to eight words said again at once, where the source says nothing twice running."""
    found = _adjacent_at(words)
    return found if found is not None and _adjacent_at(original) is None else None


def _adjacent_at(words: list[str]) -> tuple[int, int] | None:
    """First stretch that is followed by itself; a single letter counts only three times over, numbers never."""
    for length in range(1, 9):
        same = 0
        for position, (word, later) in enumerate(zip(words, words[length:], strict=False), 1):
            same = same + 1 if word == later else 0
            if same >= length + (length == 1 and len(word) == 1):
                stretch = words[position - same : position - same + length]
                if not all(part.isdigit() for part in stretch):
                    return position - same, position + length
    return None


def _frequent(words: list[str], original: list[str]) -> tuple[int, int] | None:
    """A run of four words that comes more often than any does in the source, or of two that comes three times more."""
    for length, more in ((4, 1), (2, 2)):
        counts = Counter(tuple(words[i : i + length]) for i in range(len(words) - length + 1))
        if not counts:
            continue
        run, most = max(counts.items(), key=lambda pair: (pair[1], pair[0]))
        allowed = Counter(tuple(original[i : i + length]) for i in range(len(original) - length + 1))
        if most > 1 and most >= max(allowed.values(), default=1) + more:
            start = next(i for i in range(len(words)) if tuple(words[i : i + length]) == run)
            return start, start + length
    return None

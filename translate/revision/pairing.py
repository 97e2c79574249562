"""paired(): which of the sentences that are not the same on both sides are each other's revision."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from translate.revision.change import REPLACED
from translate.revision.likeness import Likeness

Pairs = dict[int, int]
"""Positions in the old version to positions in the new one."""

_RAREST = 12
"""Words by which a sentence looks for its likes."""
_MOST_OFTEN = 40
"""Sentences that a word may stand in to be looked for; more common ones say nothing and cost most."""
_LOOKED_AT = 12
"""Likes that are compared in full."""
_BESIDE = 4
"""Sentences on each side of the same place in a long stretch that are compared in full, whatever their words."""
_SMALL = 16
"""Sentences of a stretch that are all compared with each other."""
LEAST_HERE = REPLACED
"""Likeness from which two sentences between the same neighbours are one revised."""
_LEAST_ELSEWHERE = 0.6
"""The same for two that stand in different places."""
_PLACE = 0.25
"""What standing between the same neighbours is worth when several could be a sentence's revision."""


def paired(old: Sequence[str], new: Sequence[str], same: Pairs, stays: Sequence[int], like: Likeness) -> Pairs:
    """Pairs among what is left.

    Args:
        old: Sentences of the old version.
        new: Sentences of the new one.
        same: Pairs that are known.
        stays: Those of their old positions that keep their order, rising; they bound the stretches that are compared.
        like: Made of both.

    Returns:
        Further pairs, the most alike first served; each sentence in one at most.
    """
    taken = set(same.values())
    left = [i for i in range(len(old)) if i not in same]
    free = [j for j in range(len(new)) if j not in taken]
    news = [same[i] for i in stays]
    old_stretch = {i: bisect_right(stays, i) for i in left}
    new_stretch = {j: bisect_right(news, j) for j in free}
    found = []
    for i, j in _candidates(old, new, left, free, old_stretch, new_stretch, like):
        here = old_stretch[i] == new_stretch[j]
        alike = like(old[i], new[j])
        if alike >= (LEAST_HERE if here else _LEAST_ELSEWHERE):
            found.append((-(alike + _PLACE * here), i, j))
    pairs: Pairs = {}
    for _, i, j in sorted(found):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _candidates(
    old: Sequence[str],
    new: Sequence[str],
    left: Sequence[int],
    free: Sequence[int],
    old_stretch: dict[int, int],
    new_stretch: dict[int, int],
    like: Likeness,
) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing, each once: about as many for each sentence, however long the texts."""
    holding: dict[str, list[int]] = defaultdict(list)
    for j in free:
        for word in like.rarest(new[j], _RAREST):
            holding[word].append(j)
    here: dict[int, list[int]] = defaultdict(list)
    for j in free:
        here[new_stretch[j]].append(j)
    beginning: dict[int, int] = {}
    for place, i in enumerate(left):
        beginning.setdefault(old_stretch[i], place)
    for place, i in enumerate(left):
        votes: Counter[int] = Counter()
        for word in like.rarest(old[i], _RAREST):
            if len(holding[word]) <= _MOST_OFTEN:
                votes.update(dict.fromkeys(holding[word], 1))
        wanted = {j for j, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:_LOOKED_AT]}
        stretch = here[old_stretch[i]]
        if len(stretch) > _SMALL:
            middle = place - beginning[old_stretch[i]]
            stretch = stretch[max(0, middle - _BESIDE) : middle + _BESIDE + 1]
        for j in sorted(wanted.union(stretch)):
            yield i, j

"""replaced(): a clause that was taken out and the one that was put in its place, as one change."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from translate.revision.likeness import Likeness
from translate.revision.order import in_order
from translate.revision.pairing import Pairs

_LEAST_ALONE = 0.15
"""Likeness from which the only sentence that came between two that stayed replaces the only one that went. Of eleven
such places in the labelled notices and their neighbours seven are above, all rightly; of those below, at 0.10 to 0.13,
none is."""
_LEAD = re.compile(r"\s*((?:[^\W\d_][\w&/-]*\s+){0,5}[^\W\d_][\w&/-]*)\s?:\s")
"""What a sentence says it is about before it begins: "Payment processing: "."""


def replaced(old: Sequence[str], new: Sequence[str], pairs: Pairs, like: Likeness) -> Pairs:
    """Further pairs: sentences that share hardly a word, but stand in the same place and are about the same thing.

    Between the same two neighbours, those are one clause that open with the same words before a colon, and those that
    are alone there and have a few words in common.

    Args:
        old: Sentences of the old version.
        new: Sentences of the new one.
        pairs: What is known already.
        like: Made of both.
    """
    found: Pairs = {}
    for left, right in _gaps(len(old), len(new), pairs):
        found |= _by_lead(old, new, left, right)
    for left, right in _gaps(len(old), len(new), pairs | found):
        if len(left) == len(right) == 1 and like(old[left[0]], new[right[0]]) >= _LEAST_ALONE:
            found[left[0]] = right[0]
    return found


def _gaps(old: int, new: int, pairs: Pairs) -> Iterator[tuple[list[int], list[int]]]:
    """What is left of both sides between two neighbouring pairs that keep their order."""
    known = sorted(pairs.items())
    stays = in_order([j for _, j in known])
    taken = set(pairs.values())
    ends = [(-1, -1), *(pair for place, pair in enumerate(known) if place in stays), (old, new)]
    for (i, j), (next_i, next_j) in pairwise(ends):
        left = [k for k in range(i + 1, next_i) if k not in pairs]
        right = [k for k in range(j + 1, next_j) if k not in taken]
        if left and right:
            yield left, right


def _by_lead(old: Sequence[str], new: Sequence[str], left: Sequence[int], right: Sequence[int]) -> Pairs:
    """Sentences of one place that open alike, where no other sentence there does."""
    leads = [{k: _lead(texts[k]) for k in places} for texts, places in ((old, left), (new, right))]
    counts = [Counter(filter(None, own.values())) for own in leads]
    there = {lead: j for j, lead in leads[1].items()}
    return {i: there[lead] for i, lead in leads[0].items() if counts[0][lead] == counts[1][lead] == 1}


def _lead(text: str) -> str:
    """The words before a sentence's first colon, if they are few; empty where there are none."""
    found = _LEAD.match(text)
    return found[1].casefold() if found else ""

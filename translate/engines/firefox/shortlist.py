"""The words that a sentence's translation is likely to need, from the table that comes with a model."""

import struct
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from translate.errors import EngineError

_MAGIC = 0xF11A48D5013417F5
_HEADER = struct.Struct("<6Q")  # magic, checksum, frequent, best, number of offsets, length of the lists


class Shortlist:
    """Target words by source word, and the frequent ones that every sentence gets."""

    def __init__(self, frequent: int, offsets: NDArray[np.uint64], lists: NDArray[np.uint32], shared: bool) -> None:
        """A table; word i's likely translations are lists[offsets[i] : offsets[i + 1]].

        Args:
            frequent: How many ids from 0 on every sentence gets.
            offsets: One more than there are source words.
            lists: Target ids.
            shared: Whether source and target have one vocabulary, so that words may be copied.
        """
        self._frequent, self._offsets, self._lists, self._shared = frequent, offsets, lists, shared

    def words(self, tokens: Iterable[int]) -> NDArray[np.int64]:
        """Sorted target ids that sentences of these source tokens are likely to need; the end mark is among them."""
        source = sorted({0, *tokens})
        found = [self._lists[int(self._offsets[i]) : int(self._offsets[i + 1])] for i in source]
        if self._shared:
            found.append(np.array(source, np.uint32))
        return np.unique(np.concatenate([np.arange(self._frequent, dtype=np.uint32), *found])).astype(np.int64)


def read_shortlist(path: Path, source_words: int, target_words: int, shared: bool) -> Shortlist:
    """The table in a file of Marian's binary shortlist format.

    Raises:
        EngineError: The file can't be read, is cut short or doesn't fit the vocabularies.
    """
    try:
        content = path.read_bytes()
        magic, _, frequent, _, count, length = _HEADER.unpack_from(content)
        offsets = np.frombuffer(content, "<u8", count, _HEADER.size)
        lists = np.frombuffer(content, "<u4", length, _HEADER.size + 8 * count)
    except (OSError, struct.error, ValueError) as error:
        raise EngineError(f"The shortlist {path.name} cannot be read ({error}). Install the model again.") from error
    fits = magic == _MAGIC and frequent <= target_words and count > source_words
    if not fits or np.any(np.diff(offsets.astype(np.int64)) < 0) or int(offsets[-1]) > length:
        raise EngineError(f"The shortlist {path.name} does not fit its model. Install the model again.")
    if length and int(lists.max()) >= target_words:
        raise EngineError(f"The shortlist {path.name} names words that its model has not. Install the model again.")
    return Shortlist(int(frequent), offsets, lists, shared)

"""The words that a sentence's translation is likely to need, from the table that comes with a model."""

import struct
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from translate.errors import EngineError
from translate.message import say

_MAGIC = 0xF11A48D5013417F5
_COMMON = 4000  # NTREX, 1,000 lines each way: sentences that need a word of neither list with 1,000, 2,000, 4,000 and
# 8,000 common ones: 41, 31, 21, 10 into Portuguese and 65, 52, 34, 13 into English
_HEADER = struct.Struct("<6Q")  # magic, checksum, frequent, best, number of offsets, length of the lists


class Shortlist:
    """Target words by source word, and the frequent ones that every sentence gets."""

    def __init__(
        self, frequent: int, offsets: NDArray[np.uint64], lists: NDArray[np.uint32], size: int, shared: bool
    ) -> None:
        """A table; word i's likely translations are lists[offsets[i] : offsets[i + 1]].

        Args:
            frequent: How many ids from 0 on every sentence gets.
            offsets: One more than there are source words.
            lists: Target ids.
            size: Number of target words.
            shared: Whether source and target have one vocabulary, so that words may be copied.
        """
        self._offsets, self._lists, self._shared = offsets.astype(np.int64), lists.astype(np.int64), shared
        self._size = size
        self._frequent = np.arange(frequent)
        listed = np.bincount(self._lists)
        often = np.argsort(-listed, kind="stable")[:_COMMON]
        self._common = np.union1d(self._frequent, often[listed[often] > 0])

    def words(self, tokens: Iterable[int], common: bool = True) -> NDArray[np.int64]:
        """Sorted target ids that a sentence of these source tokens is likely to need; the end mark is among them.

        Args:
            tokens: Source ids, with or without the end mark.
            common: Whether to add the words that most source words list; without them these are the words that
                Marian would choose among.
        """
        source = sorted({0, *tokens})
        found = [self._lists[self._offsets[i] : self._offsets[i + 1]] for i in source]
        if self._shared:
            found.append(np.array(source))
        wanted = np.zeros(self._size, bool)  # six times faster than np.unique
        wanted[np.concatenate([self._common if common else self._frequent, *found])] = True
        return np.flatnonzero(wanted)


def read_shortlist(content: bytes, file: str, source_words: int, target_words: int, shared: bool) -> Shortlist:
    """The table in a file of Marian's binary shortlist format.

    Raises:
        EngineError: The file is cut short or doesn't fit the vocabularies.
    """
    try:
        magic, _, frequent, _, count, length = _HEADER.unpack_from(content)
        offsets = np.frombuffer(content, "<u8", count, _HEADER.size)
        lists = np.frombuffer(content, "<u4", length, _HEADER.size + 8 * count)
    except (struct.error, ValueError, OverflowError) as error:
        raise EngineError(
            say(
                "The shortlist {file} cannot be read ({reason}). Install the model again.",
                file=file,
                reason=str(error),
            )
        ) from error
    fits = magic == _MAGIC and frequent <= target_words and count > source_words
    if not fits or np.any(np.diff(offsets.astype(np.int64)) < 0) or int(offsets[-1]) > length:
        raise EngineError(
            say(
                "The shortlist {file} does not fit its model. Install the model again.",
                file=file,
            )
        )
    if length and int(lists.max()) >= target_words:
        raise EngineError(
            say(
                "The shortlist {file} names words that its model has not. Install the model again.",
                file=file,
            )
        )
    return Shortlist(int(frequent), offsets, lists, target_words, shared)

"""repeated(): what several checks, facts and points ask of the same sentence, found once."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")

_KEPT = 1024
"""Sentences: checks go through a window of 128 and its translations one after the other."""
_LONGEST = 2000
"""Characters; longer texts are no sentences, and are not kept."""


def repeated(find: Callable[[str, str], list[T]]) -> Callable[[str, str], list[T]]:
    """The same function of a sentence and its language, which keeps what it found in the last thousand sentences.

    Each caller gets a list of its own.
    """

    @lru_cache(maxsize=_KEPT)
    def kept(text: str, language: str) -> tuple[T, ...]:
        return tuple(find(text, language))

    @wraps(find)
    def found(text: str, language: str) -> list[T]:
        return list(kept(text, language)) if len(text) <= _LONGEST else find(text, language)

    return found

"""Closing: what has a close() and is closed at the end of a with statement."""

from abc import ABC, abstractmethod
from types import TracebackType
from typing import Self


class Closing(ABC):
    """A base for what holds something that must be let go of."""

    def __enter__(self) -> Self:
        """The object itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close it, however the statement ended."""
        self.close()

    @abstractmethod
    def close(self) -> None:
        """Let go of what is held."""

"""Readers: processes that read files and texts for all sessions, started with the server and kept."""

from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread

from page.queue import Turn, Turns
from translate import Document
from translate.errors import Stopped
from translate.reading.apart import Reader

_AT_ONCE = 2
_LONG_BYTES = 200_000  # of 300 pages a plain text has 600,000; of two pages few files have so many
_NEVER: Callable[[], bool] = lambda: False  # noqa: E731 (a default)


class Readers:
    """As many processes as texts are read at once; what is short is read first."""

    def __init__(self, readers: tuple[Reader, ...] | None = None) -> None:
        """Nothing is started yet.

        Args:
            readers: One a process; two if None.
        """
        self._all = readers or tuple(Reader() for _ in range(_AT_ONCE))
        self._free: SimpleQueue[Reader] = SimpleQueue()
        for reader in self._all:
            self._free.put(reader)
        self._turns = Turns(len(self._all), _LONG_BYTES, len(self._all))

    def start(self) -> None:
        """Start the processes, and have them load what a first text needs, while nobody waits for it."""
        for reader in self._all:
            Thread(target=reader.read, args=("The Parties shall meet once a year.",), daemon=True).start()

    def read(
        self,
        source: str | bytes,
        *,
        name: str = "",
        language: str | None = None,
        comments: bool = False,
        stop: Callable[[], bool] = _NEVER,
        waiting: Callable[[Turn | None], None] = lambda turn: None,
    ) -> Document:
        """What translate.read() gives, when its turn has come.

        Args:
            source: As of translate.read().
            name: The file's name.
            language: BCP 47 code where the reader knows it.
            comments: Whether the comments of a Word file are read too.
            stop: Asked ten times a second; true ends it.
            waiting: Told the turn before it waits, and None when the reading begins.

        Raises:
            InputError: As of Reader.read().
            LanguageError: `language` is not known.
            Stopped: `stop` said so.
        """
        turn = self._turns.join(len(source))
        waiting(turn)
        try:
            if not turn.take(stop):
                raise Stopped
            waiting(None)
            reader = self._free.get()
            try:
                return reader.read(source, name=name, language=language, comments=comments, stop=stop)
            finally:
                self._free.put(reader)
        finally:
            turn.leave()

    def close(self) -> None:
        """End the processes."""
        for reader in self._all:
            reader.close()

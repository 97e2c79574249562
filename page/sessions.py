"""Sessions: which readers are still there, so that nobody's text is translated for nobody."""

import weakref
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock, Thread
from time import monotonic, sleep

from page.run import Run

_LOOK_S = 1.0
_PATIENCE_S = 3.0
"""How long a reader may be away, as when a proxy starts anew; Streamlit's page connects again within one second."""


@dataclass(slots=True)
class _Held:
    """A run, who wants it, and when that reader was last there."""

    session: str
    run: weakref.ref[Run]
    seen_s: float


class Sessions:
    """Runs by the session that wants them; those of a session that has gone are ended.

    Whether it has gone is what Streamlit says of its connection. A sign of life from the page itself would not do:
    browsers let the clocks of hidden tabs stand still for a minute.
    """

    def __init__(self, is_there: Callable[[str], bool], clock: Callable[[], float] = monotonic) -> None:
        """Nobody is there yet.

        Args:
            is_there: Whether a session's page is connected.
            clock: Seconds, from any beginning.
        """
        self._is_there, self._clock = is_there, clock
        self._lock = Lock()
        self._held: list[_Held] = []

    def hold(self, session: str, run: Run) -> None:
        """Remember who wants a run; it is not kept from being collected."""
        with self._lock:
            self._held.append(_Held(session, weakref.ref(run), self._clock()))

    def look(self) -> None:
        """End the runs of those who have gone, and forget what is finished."""
        with self._lock:
            now, going_on = self._clock(), []
            for held in self._held:
                run = held.run()
                if run is None or run.finished:
                    continue
                if self._is_there(held.session):
                    held.seen_s = now
                if now - held.seen_s >= _PATIENCE_S:
                    run.leave()
                else:
                    going_on.append(held)
            self._held = going_on

    def watch(self) -> None:
        """Look every second from now on."""
        Thread(target=self._looking, daemon=True).start()

    def _looking(self) -> None:
        """The watching thread's life."""
        while True:
            sleep(_LOOK_S)
            self.look()

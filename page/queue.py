"""Turns: who is served now, where many readers wait and few are served at once."""

from collections.abc import Callable
from itertools import count
from threading import Condition, Lock

_LOOK_S = 0.1
"""Between two looks whether who waits was stopped."""
_OLDEST_EVERY = 4
"""Of so many places one goes to who has waited longest: a long text goes on, however many short ones come."""


class Turns:
    """Places for work that is done in steps; between two steps a place may go to another.

    Who has least left to do comes first, so that two pages never wait for three hundred. Long work never takes the last
    place, as some of its steps cannot be cut; and only so much of it is begun before some is finished, as what is begun
    holds memory.
    """

    def __init__(self, at_once: int, long: int, long_begun: int) -> None:
        """All places are free.

        Args:
            at_once: Places, at least two.
            long: Amount of work from which on it is long.
            long_begun: How much long work may be begun.
        """
        self._at_once, self._long, self._long_begun = max(2, at_once), long, max(1, long_begun)
        self._lock = Lock()
        self._waiting: list[Turn] = []  # who has waited longest first
        self._working: list[Turn] = []
        self._begun: list[Turn] = []
        self._numbers, self._given = count(), 0

    def join(self, amount: int) -> "Turn":
        """A turn that waits from now on, and is to be left.

        Args:
            amount: Of all its work, in a unit that all of these turns share.
        """
        with self._lock:
            called = Condition(self._lock)
            turn = Turn(self, amount, amount >= self._long, next(self._numbers), called)
            self._waiting.append(turn)
        return turn

    def _take(self, turn: "Turn", stop: Callable[[], bool]) -> bool:
        """Wait for a place; whether there is one, as `stop` may end the waiting."""
        with self._lock:
            while not stop():
                if self._next() is turn:
                    self._waiting.remove(turn)
                    self._working.append(turn)
                    if turn not in self._begun:
                        self._begun.append(turn)
                    self._given += 1
                    self._call()  # there may be another place
                    return True
                turn.called.wait(_LOOK_S)
            self._forget(turn)
        return False

    def _pass_on(self, turn: "Turn", left: int) -> None:
        """Wait again, behind all who wait, if it works."""
        with self._lock:
            turn.left = left
            if turn in self._working:
                self._working.remove(turn)
                self._waiting.append(turn)
                self._call()

    def _leave(self, turn: "Turn") -> None:
        """Neither wait nor work any more."""
        with self._lock:
            self._forget(turn)

    def _ahead(self, turn: "Turn") -> int:
        """How many come first, while it waits for its beginning."""
        with self._lock:
            if turn in self._begun or turn not in self._waiting:
                return 0
            return sum(other.order < turn.order for other in (*self._waiting, *self._working))

    def _next(self) -> "Turn | None":
        """Who gets the next place, if there is any."""
        fitting = [turn for turn in self._waiting if self._fits(turn)]
        if len(self._working) >= self._at_once or not fitting:
            return None
        if self._given % _OLDEST_EVERY == _OLDEST_EVERY - 1:
            return fitting[0]
        return min(fitting, key=lambda turn: turn.order)

    def _fits(self, turn: "Turn") -> bool:
        """Whether there may be room for it: short work always, long work where enough is left for others."""
        if not turn.long:
            return True
        is_new = turn not in self._begun
        if is_new and sum(other.long for other in self._begun) >= self._long_begun:
            return False
        return sum(other.long for other in self._working) < self._at_once - 1

    def _forget(self, turn: "Turn") -> None:
        """Take it out of all lists."""
        for turns in (self._waiting, self._working, self._begun):
            if turn in turns:
                turns.remove(turn)
        self._call()

    def _call(self) -> None:
        """Wake who gets the next place, and nobody else: of twenty, eighteen would look and wait again."""
        following = self._next()
        if following is not None:
            following.called.notify()


class Turn:
    """One piece of work that waits for a place, works, and waits again.

    Attributes:
        left: How much of its work is left.
        long: Whether it was long from the beginning.
        called: Told when it gets a place.
    """

    def __init__(self, turns: Turns, left: int, long: bool, number: int, called: Condition) -> None:
        """Made by Turns.join()."""
        self.left, self.long, self.called = left, long, called
        self._turns, self._number = turns, number

    @property
    def order(self) -> tuple[int, int]:
        """The smaller comes first."""
        return self.left, self._number

    @property
    def ahead(self) -> int:
        """How many come first; 0 once it has begun."""
        return self._turns._ahead(self)

    def take(self, stop: Callable[[], bool]) -> bool:
        """Wait for a place.

        Args:
            stop: Asked ten times a second; true ends the waiting.

        Returns:
            Whether it has one; if not, it was stopped, and no longer waits.
        """
        return self._turns._take(self, stop)

    def pass_on(self, left: int, stop: Callable[[], bool]) -> bool:
        """Give the place to who comes first, and wait for the next one; at once if that is this turn itself.

        Args:
            left: How much of its work is left.
            stop: As of take().

        Returns:
            As of take().
        """
        self._turns._pass_on(self, left)
        return self.take(stop)

    def leave(self) -> None:
        """Give the place up for good."""
        self._turns._leave(self)

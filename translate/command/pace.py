"""Pace: how far a run is and how long it will still take, from what its stages told so far."""

from collections.abc import Callable
from time import monotonic

_WORK = {"reading": 0.0, "translating": 1.0, "checking": 1.9, "summarising": 0.15}
"""Time by stage, translating being 1; acts and statements, English to Portuguese, where checking scores doubt."""


class Pace:
    """Follows one run. Time left never counts up: where the work goes slower than thought, it stands still.

    Attributes:
        share: Share of the work that is done, 0 to 1.
        seconds_left: Estimate; None before there is anything to estimate from.
    """

    def __init__(self, checking: bool, clock: Callable[[], float] = monotonic) -> None:
        """Begin to follow.

        Args:
            checking: Whether there will be a stage "checking".
            clock: Seconds, from any beginning.
        """
        self.share = 0.0
        self.seconds_left: float | None = None
        self._work = {stage: work for stage, work in _WORK.items() if checking or stage != "checking"}
        self._clock = clock
        self._began: float | None = None
        self._told = 0.0

    def step(self, stage: str, done: int, total: int) -> None:
        """Take note of what Watch.progress is told; reading, whose length says nothing of the rest, is not counted."""
        now = self._clock()
        if stage == "reading" or stage not in self._work:
            return
        if self._began is None:
            self._began = now
        whole = sum(self._work.values())
        stages = list(self._work)
        before = sum(self._work[earlier] for earlier in stages[: stages.index(stage)])
        own = self._work[stage] * (done / total if total else 0.0)
        self.share = max(self.share, (before + own) / whole)
        elapsed = now - self._began
        if self.share == 0 or elapsed <= 0:
            return
        left = elapsed / self.share * (1 - self.share)
        if self.seconds_left is not None:
            left = min(left, self.seconds_left)
        self.seconds_left, self._told = left, now

    def now(self) -> float | None:
        """Seconds left at this moment: the last estimate, less what went by since."""
        if self.seconds_left is None:
            return None
        return max(0.0, self.seconds_left - (self._clock() - self._told))

"""How a signal ends a command: the first lets it keep what is done, the second ends it at once."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""Ctrl-C, `kill` and a system that shuts down, a terminal that is closed, Ctrl-Break of Windows."""


class Interrupted(KeyboardInterrupt):
    """A signal has ended the run.

    Args:
        signum: The signal's number.
    """

    def __init__(self, signum: int) -> None:
        """Note the signal."""
        super().__init__(signum)
        self.signum = signum


class Stop:
    """Whether a signal has asked the run to end; call it to know.

    Attributes:
        signum: The signal's number, 0 before there is one.
    """

    def __init__(self) -> None:
        """Nothing has been asked yet."""
        self.signum = 0

    def __call__(self) -> bool:
        """Whether to end after what is being done."""
        return self.signum != 0


def exit_code(signum: int) -> int:
    """Exit code of a run that a signal ended, as shells have it; 0 for none."""
    return 128 + signum if signum else 0


@contextmanager
def interruptible() -> Iterator[None]:
    """Every signal that asks to end raises Interrupted."""

    def end(signum: int, frame: FrameType | None) -> None:
        raise Interrupted(signum)

    with _answering(end):
        yield


@contextmanager
def until_interrupted() -> Iterator[Stop]:
    """Whether a signal has asked to end, to be asked between batches; a second one raises Interrupted."""
    stop = Stop()

    def note(signum: int, frame: FrameType | None) -> None:
        if stop():
            raise Interrupted(signum)
        stop.signum = signum

    with _answering(note):
        yield stop


@contextmanager
def _answering(handler: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    """The handler for all these signals, and at the end the former ones.

    What was ignored from the start stays so, as `nohup` wants it of SIGHUP. Not SIGINT: shells have whatever they start
    in the background ignore it, which nobody meant who sends one.
    """
    former = {number: signal.getsignal(number) for name in _NAMES if (number := getattr(signal, name, None))}
    answered = [number for number, old in former.items() if number == signal.SIGINT or old is not signal.SIG_IGN]
    try:
        for number in answered:
            signal.signal(number, handler)
        yield
    finally:
        for number in answered:
            signal.signal(number, former[number] or signal.SIG_DFL)

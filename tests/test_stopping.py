import signal
from collections.abc import Iterator

import pytest

from translate.command.stopping import Interrupted, interruptible, until_interrupted

SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"]


@pytest.fixture(autouse=True)
def as_a_terminal_starts_us() -> Iterator[None]:
    """No signal ignored, as they are where a shell runs the tests in the background or under nohup."""
    former = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    for number, handler in former.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("name", SIGNALS)
def test_until_interrupted_notes_the_first_signal_and_lets_the_second_end_the_run(name: str) -> None:
    number = getattr(signal, name)
    with until_interrupted() as stop:
        assert not stop()
        signal.raise_signal(number)
        assert (stop(), stop.signum) == (True, number)
        with pytest.raises(Interrupted):
            signal.raise_signal(number)


def test_until_interrupted_takes_any_second_signal() -> None:
    with until_interrupted() as stop:
        signal.raise_signal(signal.SIGTERM)
        with pytest.raises(Interrupted) as ended:
            signal.raise_signal(signal.SIGINT)
    assert (stop.signum, ended.value.signum) == (signal.SIGTERM, signal.SIGINT)


@pytest.mark.parametrize("name", SIGNALS)
def test_interruptible_ends_at_the_first_signal(name: str) -> None:
    with interruptible(), pytest.raises(Interrupted) as ended:
        signal.raise_signal(getattr(signal, name))
    assert ended.value.signum == getattr(signal, name)


def test_a_hangup_that_nohup_has_ignored_stays_ignored() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    with until_interrupted() as stop:
        signal.raise_signal(signal.SIGHUP)
        signal.raise_signal(signal.SIGHUP)
    assert not stop()


def test_an_interrupt_is_answered_in_the_background_too() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with until_interrupted() as stop:
        signal.raise_signal(signal.SIGINT)
        assert stop()
        with pytest.raises(Interrupted):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def test_former_handlers_come_back() -> None:
    with interruptible(), until_interrupted():
        pass
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL

"""How far a run is, and how long it will still take."""

import pytest

from translate.command.pace import Pace


class _Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> _Clock:
    return _Clock()


def test_nothing_is_estimated_before_anything_is_done(clock: _Clock) -> None:
    pace = Pace(checking=False, clock=clock)
    pace.step("reading", 0, 1)
    pace.step("translating", 0, 50)
    assert (pace.share, pace.now()) == (0.0, None)


def test_time_left_follows_from_what_is_done(clock: _Clock) -> None:
    pace = Pace(checking=False, clock=clock)
    pace.step("translating", 0, 100)
    clock.now += 10
    pace.step("translating", 46, 100)
    # Of 1 + 0.15 parts of work 0.46 are done after 10 s, so 0.69 parts take 15 s more.
    assert pace.share == pytest.approx(0.4)
    assert pace.now() == pytest.approx(15.0)


def test_checking_counts_where_there_will_be_any(clock: _Clock) -> None:
    pace = Pace(checking=True, clock=clock)
    pace.step("translating", 100, 100)
    assert pace.share == pytest.approx(1 / 3.05)
    pace.step("checking", 50, 100)
    assert pace.share == pytest.approx(1.95 / 3.05)


def test_time_left_goes_by_between_two_steps(clock: _Clock) -> None:
    pace = Pace(checking=False, clock=clock)
    pace.step("translating", 0, 100)
    clock.now += 10
    pace.step("translating", 46, 100)
    clock.now += 4
    assert pace.now() == pytest.approx(11.0)


def test_time_left_never_counts_up(clock: _Clock) -> None:
    pace = Pace(checking=False, clock=clock)
    pace.step("translating", 0, 100)
    clock.now += 10
    pace.step("translating", 46, 100)
    clock.now += 90
    pace.step("translating", 47, 100)
    assert pace.now() == pytest.approx(15.0)


def test_a_stage_that_begins_anew_takes_nothing_back(clock: _Clock) -> None:
    pace = Pace(checking=False, clock=clock)
    pace.step("translating", 100, 100)
    pace.step("translating", 1, 100)
    assert pace.share == pytest.approx(1 / 1.15)

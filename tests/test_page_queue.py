"""Turns: who is served now, without a clock: each step of the queue is taken by hand."""

from page.queue import Turn, Turns

LONG = 100


def _go_on() -> bool:
    return False


def _stop() -> bool:
    return True


def _turns(at_once: int = 2, long_begun: int = 2) -> Turns:
    return Turns(at_once, LONG, long_begun)


def _waits(turn: Turn) -> bool:
    """Whether there is no place for it now; if there is, it has it."""
    looks = iter((False, True))
    return not turn.take(lambda: next(looks))


def _working(turns: Turns, *amounts: int) -> list[Turn]:
    """Turns that have a place each, joined in this order."""
    joined = [turns.join(amount) for amount in amounts]
    assert all(turn.take(_go_on) for turn in joined)
    return joined


def test_who_has_least_to_do_comes_first() -> None:
    turns = _turns()
    first, _ = _working(turns, 1, 1)
    more, less = turns.join(20), turns.join(10)
    first.leave()
    assert turns._next() is less
    assert less.take(_go_on)
    assert more.ahead == 2


def test_among_equals_the_first_comes_first() -> None:
    turns = _turns()
    first, _ = _working(turns, 1, 1)
    one, other = turns.join(10), turns.join(10)
    first.leave()
    assert turns._next() is one
    assert other.ahead == 2


def test_every_fourth_place_goes_to_who_has_waited_longest() -> None:
    turns = _turns()
    first, second = _working(turns, 1, 1)
    first.leave()
    third = turns.join(1)
    assert third.take(_go_on)
    oldest, _ = turns.join(50), turns.join(10)
    second.leave()
    assert turns._next() is oldest


def test_a_place_is_passed_on_between_two_steps() -> None:
    turns = _turns()
    _, going_on = _working(turns, 1, 40)
    shorter = turns.join(10)
    turns._pass_on(going_on, 30)
    assert turns._next() is shorter


def test_who_comes_first_keeps_the_place() -> None:
    turns = _turns()
    _, going_on = _working(turns, 1, 40)
    turns.join(60)
    assert going_on.pass_on(30, _go_on)


def test_long_work_never_takes_the_last_place() -> None:
    turns = _turns(at_once=2)
    _working(turns, LONG)
    other = turns.join(LONG)
    assert turns._next() is None
    assert _waits(other)


def test_short_work_finds_a_place_beside_long_work() -> None:
    turns = _turns(at_once=2)
    _working(turns, LONG)
    short = turns.join(LONG - 1)
    assert short.take(_go_on)


def test_no_more_long_work_is_begun_than_memory_allows() -> None:
    turns = _turns(at_once=4, long_begun=2)
    first, _ = _working(turns, LONG, LONG)
    third = turns.join(LONG)
    assert turns._next() is None
    first.leave()
    assert turns._next() is third


def test_long_work_that_was_begun_goes_on_while_no_more_is_begun() -> None:
    turns = _turns(at_once=3, long_begun=2)
    first, _ = _working(turns, LONG, LONG)
    turns.join(LONG)
    assert first.pass_on(LONG + 1, _go_on)


def test_stop_ends_the_waiting() -> None:
    turns = _turns()
    first, _ = _working(turns, 1, 1)
    stopped = turns.join(1)
    assert not stopped.take(_stop)
    first.leave()
    assert turns._next() is None


def test_a_stopped_turn_gives_its_place_up() -> None:
    turns = _turns()
    first, _ = _working(turns, 1, 1)
    waiting = turns.join(50)
    assert not first.pass_on(1, _stop)
    assert turns._next() is waiting


def test_nobody_is_ahead_of_who_has_begun() -> None:
    turns = _turns()
    first, _ = _working(turns, 5, 5)
    turns.join(1)
    turns._pass_on(first, 4)
    assert first.ahead == 0

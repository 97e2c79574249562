import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.engines.pieces import pieces, unjoined
from translate.hypothesis import Link
from translate.text.lines import joined_lines


def words(text: str) -> int:
    return len(text.split())


def letters(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    ("text", "joiner", "expected"),
    [
        pytest.param("the Member\n  States\tof", " ", "the Member States of", id="wrapped English"),
        pytest.param("外交\n政策", "", "外交政策", id="wrapped Chinese"),
        pytest.param(" \n ", " ", "", id="white space"),
        pytest.param("one\r\ntwo\u2028three", " ", "one two three", id="every kind of line end"),
    ],
)
def test_joined_lines(text: str, joiner: str, expected: str) -> None:
    assert joined_lines(text, joiner) == expected


def test_pieces_leaves_a_text_that_fits() -> None:
    assert pieces("one two; three", words, 3) == ["one two; three"]


def test_pieces_cuts_after_a_semicolon_before_a_comma() -> None:
    assert pieces("one, two three; four, five six", words, 4) == ["one, two three;", "four, five six"]


def test_pieces_cuts_at_spaces_where_there_is_nothing_better() -> None:
    assert pieces("one two three four five", words, 2) == ["one two", "three four", "five"]


def test_pieces_cuts_a_run_without_spaces() -> None:
    assert pieces("x" * 10, len, 4) == ["xx", "xxx", "xx", "xxx"]


@given(st.text(alphabet="ab ,;:、。", max_size=120), st.integers(1, 9))
def test_pieces_keep_every_letter_and_the_limit(text: str, limit: int) -> None:
    line = " ".join(text.split()) or "a"
    found = pieces(line, len, limit)
    assert letters("".join(found)) == letters(line)
    assert max(map(len, found)) <= limit
    assert all(found)


def test_unjoined_moves_links_to_the_wrapped_text() -> None:
    text = "the  Member\n  States shall"
    line = joined_lines(text, " ")
    states = Link(line.index("States"), line.index("States") + 6, 0, 7)
    start = text.index("States")
    assert unjoined([states], line, text) == (Link(start, start + 6, 0, 7),)

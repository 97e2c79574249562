"""What became of each sentence: between two drafts, and between two language versions."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate import Document, read
from translate.revision.across import correspond
from translate.revision.alignment import align
from translate.revision.change import Change, Mark
from translate.revision.order import in_order
from translate.revision.redline import redline

DUTY = "The Agency shall publish its report within 30 days of the end of each year."
SEAT = "The seat of the Agency is in the town of Vila Nova."
STAFF = "The Director appoints the staff and may delegate that power to a deputy."
FEES = "Boats longer than twelve metres pay a fee of 500 euro a year."


def document(*sentences: str) -> Document:
    return read("\n\n".join(sentences), language="en") if sentences else Document("", "en", (), ())


def found(old: Document, new: Document) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    return [(change.kind, change.old, change.new) for change in align(old, new)]


def test_align_finds_what_is_the_same() -> None:
    assert found(document(DUTY, SEAT), document(DUTY, SEAT)) == [("unchanged", (0,), (0,)), ("unchanged", (1,), (1,))]


def test_align_finds_a_changed_sentence() -> None:
    new = document(DUTY.replace("30", "45"), SEAT)
    assert found(document(DUTY, SEAT), new) == [("changed", (0,), (0,)), ("unchanged", (1,), (1,))]


def test_align_finds_new_and_dropped_sentences() -> None:
    assert found(document(SEAT, DUTY), document(SEAT, FEES)) == [
        ("unchanged", (0,), (0,)),
        ("dropped", (1,), ()),
        ("new", (), (1,)),
    ]


SENT = "Payment: each boat that calls at the port is sent a bill by the harbour master within one week."
ONLINE = "Payment: skippers pay online before leaving, with a card or through their bank."


def test_align_takes_a_clause_that_opens_alike_for_replaced() -> None:
    change = align(document(SEAT, SENT, STAFF, DUTY), document(SEAT, FEES, ONLINE, DUTY))[2]
    assert (change.old, change.new, change.is_replaced) == ((1,), (2,), True)


def test_align_takes_the_one_sentence_that_came_for_the_one_that_went() -> None:
    old = document(SEAT, "Grants are given in the order in which applications arrive at the office.", DUTY)
    new = document(SEAT, "Grants shall go to the harbours in which most applications name a call.", DUTY)
    assert found(old, new)[1] == ("changed", (1,), (1,))


def test_align_leaves_alone_what_is_about_something_else() -> None:
    assert found(document(SEAT, FEES, DUTY), document(SEAT, STAFF, DUTY))[1:3] == [
        ("dropped", (1,), ()),
        ("new", (), (1,)),
    ]


def test_a_replaced_clause_is_marked_behind_the_words_that_both_begin_with() -> None:
    change = align(document(SEAT, SENT, STAFF, DUTY), document(SEAT, ONLINE, STAFF, DUTY))[1]
    opening = len("Payment: ")
    assert (change.removed, change.added) == ((Mark(1, opening, len(SENT)),), (Mark(1, opening, len(ONLINE)),))


def test_align_finds_a_moved_sentence() -> None:
    changes = found(document(DUTY, SEAT, STAFF, FEES), document(SEAT, STAFF, FEES, DUTY))
    assert changes[-1] == ("moved", (0,), (3,))


def test_align_finds_a_sentence_that_moved_and_changed() -> None:
    new = document(SEAT, STAFF, FEES, DUTY.replace("30", "45"))
    change = align(document(DUTY, SEAT, STAFF, FEES), new)[-1]
    assert (change.kind, change.old, change.new, change.is_moved) == ("changed", (0,), (3,), True)


def test_align_puts_a_split_sentence_together() -> None:
    new = document(SEAT, "The Director appoints the staff.", "The Director may delegate that power to a deputy.")
    assert found(document(SEAT, STAFF), new) == [("unchanged", (0,), (0,)), ("changed", (1,), (1, 2))]


def test_align_puts_merged_sentences_together() -> None:
    old = document(SEAT, "The Director appoints the staff.", "The Director may delegate that power to a deputy.")
    assert found(old, document(SEAT, STAFF)) == [("unchanged", (0,), (0,)), ("changed", (1, 2), (1,))]


def test_align_takes_other_line_ends_for_unchanged() -> None:
    new = read(DUTY.replace("report within", "report\nwithin"), language="en")
    assert found(document(DUTY), new) == [("unchanged", (0,), (0,))]


def test_align_pairs_each_repeated_sentence_once() -> None:
    old, new = document("See the notes.", SEAT, "See the notes."), document("See the notes.", SEAT)
    assert Counter(change.kind for change in align(old, new)) == {"unchanged": 2, "dropped": 1}


def test_align_finds_unchanged_sentences_without_spaces() -> None:
    old, new = (read(text, language="zh") for text in ("总则。\n\n船舶每年缴费五百元。", "船舶每年缴费六百元。"))
    assert found(old, new) == [("dropped", (0,), ()), ("changed", (1,), (0,))]


def test_align_knows_empty_versions() -> None:
    assert found(document(), document(SEAT)) == [("new", (), (0,))]


WORDS = st.sampled_from(["the", "council", "port", "fee", "boat", "30", "shall", "may"])
SENTENCES = st.lists(st.lists(WORDS, min_size=1, max_size=5).map(" ".join), max_size=9)


@given(SENTENCES, SENTENCES)
def test_align_has_every_sentence_of_both_versions_once(old: list[str], new: list[str]) -> None:
    before, after = document(*old), document(*new)
    changes = align(before, after)
    assert sorted(i for change in changes for i in change.old) == list(range(len(before.segments)))
    assert sorted(j for change in changes for j in change.new) == list(range(len(after.segments)))


@given(SENTENCES, SENTENCES)
def test_correspond_has_every_sentence_once_and_in_order(old: list[str], new: list[str]) -> None:
    before, after = document(*old), document(*new)
    changes = correspond(before, after, before.texts)
    assert [i for change in changes for i in change.old] == list(range(len(before.segments)))
    assert [j for change in changes for j in change.new] == list(range(len(after.segments)))


@given(SENTENCES)
def test_a_version_is_itself(sentences: list[str]) -> None:
    same = document(*sentences)
    assert {change.kind for change in align(same, same)} <= {"unchanged"}


def across(old: Document, new: Document, readings: list[str] | None) -> list[Change]:
    return [replace_similarity(change) for change in correspond(old, new, readings)]


def replace_similarity(change: Change) -> Change:
    return Change(change.kind, change.old, change.new)


def test_correspond_finds_what_one_version_lacks() -> None:
    new = read("A sede da Agência fica em Vila Nova.\n\nO diretor nomeia o pessoal.", language="pt")
    readings = [
        "A sede da Agência está em Vila Nova.",
        "Os barcos pagam uma taxa de 500 euros.",
        "O diretor nomeia pessoal.",
    ]
    assert across(document(SEAT, FEES, STAFF), new, readings) == [
        Change("counterpart", (0,), (0,)),
        Change("dropped", (1,), ()),
        Change("counterpart", (2,), (1,)),
    ]


def test_correspond_puts_a_split_sentence_together() -> None:
    new = read("O diretor nomeia o pessoal.\n\nPode delegar esse poder num adjunto.", language="pt")
    readings = ["O diretor nomeia o pessoal e pode delegar esse poder num adjunto."]
    assert across(document(STAFF), new, readings) == [Change("counterpart", (0,), (0, 1))]


def test_correspond_goes_by_lengths_where_it_has_nothing_else() -> None:
    new = read("Sede.\n\nO diretor nomeia o pessoal e pode delegar esse poder num adjunto seu.", language="pt")
    assert across(document("Seat.", STAFF), new, None) == [
        Change("counterpart", (0,), (0,)),
        Change("counterpart", (1,), (1,)),
    ]


@pytest.mark.parametrize(
    ("old", "new", "removed", "added"),
    [
        pytest.param("in 30 days", "in 45 days", ["30"], ["45"], id="exchanged"),
        pytest.param("in 30 days", "in 30 working days", [], ["working"], id="added"),
        pytest.param("in 30 full days", "in 30 days", ["full"], [], id="removed"),
        pytest.param("the port of Lisbon", "the town of Porto", ["port of Lisbon"], ["town of Porto"], id="island"),
        pytest.param("from 3 to 9 m", "from 4 to 8 m", ["3 to 9"], ["4 to 8"], id="short word"),
        pytest.param("费用五百元", "费用六百元", ["五"], ["六"], id="unspaced"),
        pytest.param("the same", "the same", [], [], id="same"),
        pytest.param("the council", "the Council", ["council"], ["Council"], id="capital"),
    ],
)
def test_redline_marks_words(old: str, new: str, removed: list[str], added: list[str]) -> None:
    marks = redline([old], [new])
    assert [old[mark.start : mark.end] for mark in marks[0]] == removed
    assert [new[mark.start : mark.end] for mark in marks[1]] == added


def test_redline_names_the_segments_of_a_split_sentence() -> None:
    marks = redline(["It sits and it decides."], ["It sits.", "It then decides."], (7,), (3, 4))
    assert marks[0] == (Mark(7, 8, 14),)
    assert marks[1] == (Mark(3, 7, 8), Mark(4, 0, 7))


def test_in_order_leaves_out_as_few_as_it_can() -> None:
    assert in_order([4, 0, 1, 5, 2, 3]) == frozenset({1, 2, 4, 5})

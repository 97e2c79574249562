"""Where two translations differ: whether the sentence does there, and how marks and links follow."""

import pytest

from translate.hypothesis import Hypothesis, Link
from translate.revision.change import Mark
from translate.revision.redline import redline, tokens
from translate.revision.wording import Said, Sides, carried_links, marks_of


def said(source: str, target: str, *pairs: tuple[str, str]) -> Said:
    """A sentence with links between words that stand once in it."""
    links = [
        Link(source.index(a), source.index(a) + len(a), target.index(b), target.index(b) + len(b)) for a, b in pairs
    ]
    return Said(source, target, tuple(sorted(links)))


OLD = said(
    "contas e quatro anos",
    "accounts and four years",
    ("contas", "accounts"),
    ("e", "and"),
    ("quatro", "four"),
    ("anos", "years"),
)
NEW = said(
    "contas e dez anos", "bills and ten years", ("contas", "bills"), ("e", "and"), ("dez", "ten"), ("anos", "years")
)


def shown(sides: Sides) -> list[tuple[str, str, bool]]:
    return [
        (
            " ".join(word for word, _, _ in sides.targets[0][slice(*one.old)]),
            " ".join(word for word, _, _ in sides.targets[1][slice(*one.new)]),
            one.is_change,
        )
        for one in sides.differences()
    ]


def test_a_difference_is_a_change_where_the_sentence_changed() -> None:
    assert shown(Sides(OLD, NEW)) == [("accounts", "bills", False), ("four", "ten", True)]


def test_what_says_the_same_beside_a_change_is_told_apart() -> None:
    old = said("minhas contas A", "my accounts A", ("minhas", "my"), ("contas", "accounts"), ("A", "A"))
    new = said("minhas contas B", "own bills B", ("minhas", "own"), ("contas", "bills"), ("B", "B"))
    assert shown(Sides(old, new)) == [("my accounts", "own bills", False), ("A", "B", True)]


def test_a_word_without_links_is_a_change_beside_one() -> None:
    old = said("conta A", "account A", ("conta", "account"), ("A", "A"))
    new = said("conta B", "account of B", ("conta", "account"), ("B", "B"))
    assert shown(Sides(old, new)) == [("A", "of B", True)]


def test_marks_stand_in_the_segments_of_their_words() -> None:
    words = tokens("It sits. It decides.")
    assert marks_of(words, [(1, 2), (3, 5)], (4, 7), ("It sits.", "It decides.")) == (Mark(4, 3, 7), Mark(7, 0, 10))


def test_links_stay_with_words_that_a_reader_left() -> None:
    found = carried_links(Hypothesis("It is blue", alignment=(Link(0, 3, 0, 2), Link(4, 8, 6, 10))), "It was blue")
    assert found == (Link(0, 3, 0, 2), Link(4, 8, 7, 11))


@pytest.mark.parametrize(
    ("old", "new", "gone"),
    [
        pytest.param("at a.example.org", "at b.example.org", "a.example.org", id="site"),
        pytest.param("write to a@x.eu", "write to b@x.eu", "a@x.eu", id="mail"),
        pytest.param("pays 1.250,00 euro", "pays 1.350,00 euro", "1.250,00", id="number"),
    ],
)
def test_redline_exchanges_addresses_and_numbers_whole(old: str, new: str, gone: str) -> None:
    (mark,) = redline([old], [new])[0]
    assert old[mark.start : mark.end] == gone

import pytest

from translate.hypothesis import Link
from translate.writing.projection import Span, place, project

SOURCE = "the old red house burned"
TARGET = "das alte rote Haus brannte"
LINKS = (Link(0, 3, 0, 3), Link(4, 7, 4, 8), Link(8, 11, 9, 13), Link(12, 17, 14, 18), Link(18, 24, 19, 26))


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[span.start : span.end] for span in spans]


def test_a_span_goes_to_the_words_made_of_its_own() -> None:
    assert words(TARGET, project(SOURCE, TARGET, LINKS, [Span(8, 17, 0)])) == ["rote Haus"]


def test_a_span_over_the_whole_sentence_covers_the_whole_translation() -> None:
    assert words("Alles brannte!", project("All burned.", "Alles brannte!", (), [Span(0, 10, 0)])) == ["Alles brannte!"]


def test_the_stop_that_a_whole_span_leaves_out_stays_out() -> None:
    assert words("Alles brannte.", project("All burned.", "Alles brannte.", (), [Span(0, 10, 0)])) == ["Alles brannte"]


def test_words_that_stand_once_in_both_texts_need_no_link() -> None:
    source, target = "We trust OECD data here", "Hier trauen wir OECD"
    assert words(target, project(source, target, (), [Span(9, 13, 0)])) == ["OECD"]


def test_words_in_another_order_stay_one_stretch() -> None:
    source, target = "see the law today", "heute siehe Gesetz das"
    links = (Link(0, 3, 6, 11), Link(4, 7, 19, 22), Link(8, 11, 12, 18), Link(12, 17, 0, 5))
    assert words(target, project(source, target, links, [Span(4, 11, 0)])) == ["Gesetz das"]


def test_two_spans_never_share_a_word() -> None:
    source, target = "red wine", "Rotwein hier"
    links = (Link(0, 3, 0, 7), Link(4, 8, 0, 7))
    assert words(target, project(source, target, links, [Span(0, 3, 0), Span(4, 8, 1)])) == ["Rotwein", "hier"]


def test_a_span_without_links_goes_to_its_share_of_the_text() -> None:
    source, target = "a b c d", "aa bb cc dd ee"
    assert words(target, project(source, target, (), [Span(6, 7, 0)])) == ["ee"]


def test_more_spans_than_words_leave_an_empty_one_at_the_end() -> None:
    found = project("one two", "eins", (), [Span(0, 3, 0), Span(4, 7, 1)])
    assert sorted(words("eins", found)) == ["", "eins"]


def test_punctuation_at_an_edge_comes_along_only_where_the_source_has_it() -> None:
    source, target = "call (now) please all", "alle rufen (jetzt) bitte"
    links = (Link(0, 4, 5, 10), Link(6, 9, 12, 17), Link(11, 17, 19, 24), Link(18, 21, 0, 4))
    assert words(target, project(source, target, links, [Span(5, 10, 0)])) == ["(jetzt)"]
    assert words(target, project(source, target, links, [Span(6, 9, 0)])) == ["jetzt"]


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        pytest.param(0, 0, id="before the first word"),
        pytest.param(11, 13, id="behind a word"),
        pytest.param(24, 26, id="behind the last word"),
    ],
)
def test_a_sign_stands_behind_the_word_made_of_the_word_before_it(index: int, expected: int) -> None:
    assert place(SOURCE, TARGET, LINKS, index) == expected


def test_a_sign_before_the_last_stop_stays_before_it() -> None:
    assert place("It burned.", "Es brannte.", (), 9) == 10


def test_a_sign_behind_the_last_stop_stays_behind_it() -> None:
    assert place("It burned.", "Es brannte.", (), 10) == 11


def test_as_many_words_are_taken_one_by_one_where_nothing_is_linked() -> None:
    assert place("a very long day", "x yyyyyyyyyyyyyy z w", (), 6) == 16

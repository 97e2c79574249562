"""Where length, sureness and meaning begin to be worth a look; in what order issues are read."""

import math

import numpy as np
import pytest

from translate.checks.confidence import without_sure_scores
from translate.checks.consistency import find_consistency
from translate.checks.length import find_length, length_deviation, letters
from translate.checks.pair import Pair
from translate.checks.ranking import Rate, describe_rate, rank
from translate.checks.similarity import margin
from translate.hypothesis import Hypothesis, TokenScore
from translate.issue import Issue


def _lengths(before: int, after: int, source: str = "en", target: str = "en") -> Pair:
    """A pair of so many letters."""
    return Pair(0, "a" * before, "b" * after, source, target)


def test_letters_are_neither_spaces_nor_punctuation() -> None:
    assert letters("Art. 5_b,\u00a0n.º 3") == len("Art5bnº3")


@pytest.mark.parametrize(
    ("pair", "deviation"),
    [
        pytest.param(_lengths(100, 100), 0.0, id="as long"),
        # English has no spread of its own: the least are 0.1 and 0.15, so 0.01 + 40 (0.15² - 0.1²) / 100 = 0.015.
        pytest.param(_lengths(100, 50), math.log(51 / 101) / math.sqrt(0.015), id="half as long"),
        pytest.param(_lengths(100, 200), math.log(201 / 101) / math.sqrt(0.015), id="twice as long"),
        pytest.param(_lengths(5, 12), math.log(13 / 6) / math.sqrt(0.01 + 0.5 / 10), id="fewer than ten count as ten"),
        # Unknown languages have a mean of 0.1 and spreads of 0.2 and 0.3 each: means cancel, squares add up.
        pytest.param(_lengths(100, 50, "xx", "yy"), math.log(51 / 101) / math.sqrt(0.08 + 0.04), id="unknown"),
        # Japanese: -0.68, 0.166, 0.23; fifty characters are as much as 98.7 English letters.
        pytest.param(
            _lengths(50, 50, "ja", "en"),
            -0.68 / math.sqrt(0.166**2 + 40 * (0.23**2 - 0.166**2) / (50 * math.exp(0.68))),
            id="Japanese",
        ),
        pytest.param(_lengths(11, 1), 0.0, id="eleven letters say nothing"),
        pytest.param(_lengths(1, 11), 0.0, id="nor do they in the translation"),
        pytest.param(_lengths(12, 1), math.log(2 / 13) / math.sqrt(0.01 + 0.5 / 12), id="twelve letters do"),
    ],
)
def test_length_deviation(pair: Pair, deviation: float) -> None:
    assert length_deviation(pair) == pytest.approx(deviation)


def test_length_deviation_from_what_the_document_shows() -> None:
    assert length_deviation(_lengths(100, 100), 0.2) == pytest.approx(-0.2 / math.sqrt(0.015))


@pytest.mark.parametrize(
    ("after", "found"),
    [
        # 101 exp(4.5 √0.015) - 1 = 174.2 and 101 exp(-3 √0.015) - 1 = 68.9 letters; the pair's own share in what is
        # usual, one in forty-one, moves that to 176.6 and 68.3.
        pytest.param(176, [], id="a little less than too long"),
        pytest.param(178, ["178 %"], id="too long"),
        pytest.param(69, [], id="a little more than too short"),
        pytest.param(68, ["68 %"], id="too short"),
    ],
)
def test_find_length_reports_three_deviations_down_and_four_and_a_half_up(after: int, found: list[str]) -> None:
    messages = [str(issue.message) for issue in find_length([_lengths(100, after)])]
    assert [share for share, message in zip(found, messages, strict=True) if share not in message] == []


@pytest.mark.parametrize(("after", "repairable"), [(40, True), (300, False)], ids=["short", "long"])
def test_find_length_wants_another_try_where_something_may_be_missing(after: int, repairable: bool) -> None:
    (issue,) = find_length([_lengths(100, after)])
    assert issue.repairable is repairable


@pytest.mark.parametrize(
    ("segments", "found"),
    [
        pytest.param(1, 1, id="one long segment"),
        # Forty weigh as much as the languages' own mean: half of log 1.9 = 0.642 is usual, 0.321 / √0.015 = 2.6 over.
        pytest.param(40, 0, id="forty of them are the usual"),
    ],
)
def test_find_length_learns_what_is_usual_in_the_document(segments: int, found: int) -> None:
    assert len(find_length([_lengths(100, 190)] * segments)) == found


@pytest.mark.parametrize(
    ("after", "found"),
    [
        # log(305 / 101) - log(3.04) / 2 = 0.5493 and log(307 / 101) - log(3.06) / 2 = 0.5525; 4.5 √0.015 = 0.5511.
        pytest.param(304, 0, id="a little less than too long"),
        pytest.param(306, 40, id="too long"),
    ],
)
def test_find_length_gives_the_languages_the_weight_of_forty_segments(after: int, found: int) -> None:
    assert len(find_length([_lengths(100, after)] * 40)) == found


def test_find_length_takes_the_languages_own_mean_where_the_document_shows_nothing() -> None:
    assert len(find_length([_lengths(5, 30)])) == 1


def test_find_length_learns_nothing_from_headings() -> None:
    assert len(find_length([*[_lengths(11, 30)] * 200, _lengths(100, 190)])) == 1


@pytest.mark.parametrize(
    ("text", "score", "kept"),
    [
        pytest.param("The Council adopts the report.", -0.25, True, id="a sentence"),
        pytest.param("The Council adopts the report.", -0.24, False, id="a sentence at the limit"),
        pytest.param("The Council adopts reports.", -0.25, False, id="four words"),
        pytest.param("The Council adopts reports.", -0.41, True, id="four words, very unsure"),
        pytest.param("The Council adopts reports.", None, False, id="no score"),
    ],
)
def test_without_sure_scores_keeps_those_of_unsure_translations(text: str, score: float | None, kept: bool) -> None:
    hypothesis = Hypothesis("Adota.", score=score, origin="firefox", token_scores=(TokenScore(0, 6, -1.0),))
    assert bool(without_sure_scores(text, hypothesis).token_scores) is kept


def _cosines(segments: int, own: float, here: dict[int, float], there: dict[int, float]) -> float:
    """Margin of the first segment: its cosines with itself, as translation with others' sources, and as source."""
    target = np.zeros((segments, segments), np.float32)
    target[0, 0] = own
    for position, cosine in here.items():
        target[0, position] = cosine
    for position, cosine in there.items():
        target[position, 0] = cosine
    return margin(np.eye(segments, dtype=np.float32), target, 0)


def test_margin_is_over_the_four_nearest_on_both_sides() -> None:
    here, there = {1: 0.5, 2: 0.4, 3: 0.3, 4: 0.2, 5: 0.1}, {1: 0.1, 2: 0.2, 3: 0.2, 4: 0.3, 5: 0.0}
    # (0.5 + 0.4 + 0.3 + 0.2) / 4 = 0.35 and (0.3 + 0.2 + 0.2 + 0.1) / 4 = 0.2, their mean 0.275.
    assert _cosines(6, 0.9, here, there) == pytest.approx(0.9 - 0.275)


@pytest.mark.parametrize(
    ("nearest", "expected"),
    [
        pytest.param(0.55, -0.05, id="much nearer"),
        pytest.param(0.54, -0.04, id="nearer"),
        pytest.param(0.525, 0.5 - 0.525 / 8, id="a little nearer"),
    ],
)
def test_margin_is_negative_where_one_other_sentence_is_much_nearer(nearest: float, expected: float) -> None:
    assert _cosines(6, 0.5, {3: nearest}, {}) == pytest.approx(expected)
    assert _cosines(6, 0.5, {}, {3: nearest}) == pytest.approx(expected)


@pytest.mark.parametrize(("position", "seen"), [(60, True), (61, False)], ids=["sixty on", "sixty-one on"])
def test_margin_compares_with_sixty_sentences_after(position: int, seen: bool) -> None:
    assert (_cosines(70, 0.5, {position: 0.9}, {}) < 0) is seen


@pytest.mark.parametrize(("position", "seen"), [(5, True), (4, False)], ids=["sixty back", "sixty-one back"])
def test_margin_compares_with_sixty_sentences_before(position: int, seen: bool) -> None:
    target = np.zeros((70, 70), np.float32)
    target[65, 65], target[65, position] = 0.5, 0.9
    assert (margin(np.eye(70, dtype=np.float32), target, 65) < 0) is seen


def _terms(sources: list[str], targets: list[str]) -> list[tuple[int | None, str]]:
    """Segments with another translation of a term, and what is said of it."""
    pairs = [
        Pair(i, source, target, "en", "pt") for i, (source, target) in enumerate(zip(sources, targets, strict=True))
    ]
    return [(issue.segment, str(issue.message)) for issue in find_consistency(pairs)]


_VERBS = ("verifica", "vigiava", "visitava", "valoriza", "zelava", "votava", "viajava", "vendia", "voltava")


@pytest.mark.parametrize(
    ("usual", "other", "found"),
    [
        pytest.param(4, 1, 1, id="four fifths"),
        pytest.param(7, 2, 0, id="seven of nine"),
        pytest.param(3, 1, 0, id="three of four"),
        pytest.param(5, 0, 0, id="always"),
    ],
)
def test_find_consistency_takes_what_four_fifths_say_for_usual(usual: int, other: int, found: int) -> None:
    verbs = _VERBS[: usual + other]
    sources = [f"The controller does {i}." for i, _ in enumerate(verbs)]
    targets = [f"O {'responsável' if i < usual else 'gestor'} {verb}." for i, verb in enumerate(verbs)]
    assert len(_terms(sources, targets)) == found


def test_find_consistency_says_which_word_is_usual_and_how_often() -> None:
    sources = [f"The controller does {i}." for i in range(5)]
    targets = [f"O {'responsável' if i < 4 else 'gestor'} {verb}." for i, verb in enumerate(_VERBS[:5])]
    said = "“controller” is translated with “responsável” in 4 other sentences, and not here."
    assert _terms(sources, targets) == [(4, said)]


@pytest.mark.parametrize(
    ("other", "found"),
    [
        pytest.param("politicamente", 0, id="without its accent"),
        pytest.param("polícia", 0, id="four letters alike"),
        pytest.param("polaina", 1, id="three letters alike"),
    ],
)
def test_find_consistency_lets_other_forms_of_the_word_stand(other: str, found: int) -> None:
    sources = [f"The policies do {i}." for i in range(5)]
    targets = [f"A {'política' if i < 4 else other} {verb}." for i, verb in enumerate(_VERBS[:5])]
    assert len(_terms(sources, targets)) == found


@pytest.mark.parametrize(
    ("elsewhere", "found"),
    [pytest.param(0, 1, id="the term's own word"), pytest.param(1, 0, id="a word that stands elsewhere too")],
)
def test_find_consistency_wants_a_word_that_hardly_stands_elsewhere(elsewhere: int, found: int) -> None:
    sources = [*(f"The controller does {i}." for i in range(5)), "The guardian sleeps."]
    targets = [f"O {'responsável' if i < 4 else 'gestor'} {verb}." for i, verb in enumerate(_VERBS[:5])]
    assert len(_terms(sources, [*targets, ("O guarda dorme.", "O responsável dorme.")[elsewhere]])) == found


@pytest.mark.parametrize(
    ("term", "found"), [pytest.param("tenant", 1, id="six letters"), pytest.param("owner", 0, id="five letters")]
)
def test_find_consistency_takes_long_words_for_terms(term: str, found: int) -> None:
    sources = [f"The {term} does {i}." for i in range(5)]
    targets = [f"O {'responsável' if i < 4 else 'gestor'} {verb}." for i, verb in enumerate(_VERBS[:5])]
    assert len(_terms(sources, targets)) == found


_BY_LOSS = (
    ("untranslated", "copied"),
    ("repetition", "numbers", "dates", "references", "negation", "similarity", "language"),
    ("obligation", "length", "truncated"),
    ("names",),
    ("terms", "confidence"),
    ("a kind of its own",),
    ("consistency",),
    ("quotes",),
)
"""Kinds of issues by what a reader loses; those in a row lose as much."""


def test_rank_goes_by_what_a_reader_loses_then_by_place() -> None:
    kinds = [kind for row in reversed(_BY_LOSS) for kind in row]
    lines = rank(Issue(kind, place, None, "x") for place, kind in enumerate(kinds))
    assert [line.reasons[0].kind for line in lines] == [kind for row in _BY_LOSS for kind in row]


def test_rank_puts_one_grave_reason_before_two_light_ones() -> None:
    lines = rank([Issue("consistency", 0, None, "x"), Issue("another", 0, None, "x"), Issue("numbers", 1, None, "x")])
    assert [line.segment for line in lines] == [1, 0]


def test_rank_counts_every_kind_once() -> None:
    lines = rank([*[Issue("names", 0, None, "x")] * 2, Issue("numbers", 1, None, "x")])
    assert [line.segment for line in lines] == [1, 0]


@pytest.mark.parametrize(
    ("found", "said"),
    [
        pytest.param(0.5, "finds 50 in 100 of “lost number”; 10.0 false alarms in 100 good sentences", id="both"),
        pytest.param(None, "10.0 false alarms in 100 good sentences", id="no errors were made"),
    ],
)
def test_describe_rate_counts_in_a_hundred(monkeypatch: pytest.MonkeyPatch, found: float | None, said: str) -> None:
    rate = Rate("lost number", found, 20, 0.1, 100)
    monkeypatch.setattr("translate.checks.ranking._rates", lambda: {"numbers": {"en-pt": rate}})
    assert describe_rate("numbers", "en", "pt-BR") == said


@pytest.mark.parametrize(
    ("pair", "judged", "said"),
    [
        pytest.param(("pt", "en"), 15, "wrong 12 of the 15 times that people judged such a sentence", id="enough"),
        pytest.param(("pt", "en"), 14, None, id="too few"),
        pytest.param(("en", "de"), 15, None, id="another pair"),
    ],
)
def test_describe_rate_tells_what_people_judged(
    monkeypatch: pytest.MonkeyPatch, pair: tuple[str, str], judged: int, said: str | None
) -> None:
    monkeypatch.setattr("translate.checks.ranking._judged", lambda: {"doubt": (12, judged)})
    assert describe_rate("doubt", *pair) == said

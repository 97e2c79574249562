"""How doubtful a translation is, from evidence made by hand."""

import math

import pytest

from translate.doubt.differences import differences
from translate.doubt.evidence import Evidence, Word, level
from translate.doubt.model import Weight, Weights, fitted, fitted_changes, probability
from translate.doubt.signals import is_content, is_same, signals, unmatched
from translate.hypothesis import TokenScore

COMMON, RARE = 5.0, 11.5


def words(text: str, *common: str) -> tuple[Word, ...]:
    """The words of a text between single spaces; all are rare but those named."""
    found, start = [], 0
    for part in text.split(" "):
        bare = part.strip(".,")
        found.append(Word(start, start + len(bare), bare, COMMON if bare in common else RARE))
        start += len(part) + 1
    return tuple(found)


def tokens(text: str, **scores: float) -> tuple[TokenScore, ...]:
    """A token a word; surprise 0 but where a score is named."""
    return tuple(TokenScore(word.start, word.end, scores.get(word.text, 0.0)) for word in words(text))


def evidence(
    source: str = "They strike an alliance.",
    target: str = "Eles atacam uma aliança.",
    read_back: str = "They attack an alliance.",
    forward: tuple[TokenScore, ...] | None = None,
    backward: tuple[TokenScore, ...] | None = None,
) -> Evidence:
    return Evidence(
        source=source,
        target=target,
        read_back=read_back,
        source_language="en",
        forward=tokens(target) if forward is None else forward,
        backward=tokens(source) if backward is None else backward,
        source_words=words(source, "They", "an"),
        target_words=words(target),
        back_words=words(read_back, "They", "an"),
    )


def test_signals_of_a_word_that_reads_back_as_another() -> None:
    found = signals(
        evidence(
            forward=tokens("Eles atacam uma aliança.", atacam=-2.0, uma=-0.5),
            backward=tokens("They strike an alliance.", strike=-6.0, an=-3.0),
        )
    )
    # a rare word weighs 1 + 11.5 - 7.5 = 5; "an" stands in the read-back, so its 3.0 count nothing
    assert found == {"least_sure": 2.0, "not_returned": 6.0, "lost": 5.0, "added": 5.0, "pieces": 1.0}


def test_signals_of_a_translation_that_reads_back_the_same() -> None:
    found = signals(evidence(read_back="They strike an alliance."))
    assert found == {"least_sure": 0.0, "not_returned": 0, "lost": 0, "added": 0, "pieces": 1.0}


def test_a_word_has_the_surprise_of_all_its_tokens() -> None:
    forward = (TokenScore(0, 3, -1.0), TokenScore(3, 6, -0.5), TokenScore(7, 8, -1.2))
    assert signals(evidence(target="azuoce x", forward=forward))["least_sure"] == 1.5


@pytest.mark.parametrize(
    ("target", "pieces"),
    [("azuoce", 2.0), ("alliance", 1.0), ("AZUOCE", 1.0)],
    ids=["invented", "also in the source", "in capitals"],
)
def test_pieces_are_counted_in_new_words_only(target: str, pieces: float) -> None:
    forward = (TokenScore(0, 3, 0.0), TokenScore(3, len(target), 0.0))
    assert signals(evidence(target=target, forward=forward))["pieces"] == pieces


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("excepto", "exceto", True),
        ("million", "billion", False),
        ("slovakia", "slovenia", False),
        ("adapt", "adopt", False),
        ("2026", "2027", False),
        ("law", "lay", False),
    ],
)
def test_is_same_takes_spellings_for_one_word(one: str, other: str, same: bool) -> None:
    assert is_same(one, other) is same


def test_unmatched_finds_other_forms_of_a_word() -> None:
    left = unmatched(words("The penalties applied."), words("A penalty will apply."), "en")
    assert [word.text for word in left] == ["The"]


@pytest.mark.parametrize(
    ("text", "rarity", "content"),
    [("government", 9.7, True), ("also", 7.4, False), ("to", 8.0, False), ("海", 9.5, True), ("27", 12.0, False)],
)
def test_is_content(text: str, rarity: float, content: bool) -> None:
    assert is_content(Word(0, len(text), text, rarity)) is content


def test_differences_are_marked_on_both_sides() -> None:
    assert differences(evidence()) == (((5, 11),), ((5, 11),))


def test_differences_mark_numbers_and_negations_though_they_are_common() -> None:
    found = evidence("It is not 27.", "x", "It is 72.")
    common = [word._replace(rarity=COMMON) for word in (*found.source_words, *found.back_words)]
    plain = Evidence(*("It is not 27.", "x", "It is 72.", "en"), (), (), tuple(common[:4]), (), tuple(common[4:]))
    assert differences(plain) == (((6, 9), (10, 12)), ((6, 8),))


def test_differences_count_how_often_a_word_stands() -> None:
    assert differences(evidence("fees and fees", "x", "fees and"))[0] == ((9, 13),)


@pytest.mark.parametrize(
    ("pair", "levelled"),
    [
        (("CAPÍTULO II", "CHAPTER II"), ("Capítulo Ii", "Chapter Ii")),
        (("LEI N.º 27", "Law No 27"), ("Lei N.º 27", "Law No 27")),
        (("Entrada em vigor", "entry into force"), ("Entrada em vigor", "Entry into force")),
        (("na lei;", "in the law;"), ("na lei;", "in the law;")),
        (("STRAßE", "street"), ("STRAßE", "Street")),
        (("", ""), ("", "")),
    ],
)
def test_level_takes_capitals_away_that_say_nothing(pair: tuple[str, str], levelled: tuple[str, str]) -> None:
    assert level(*pair) == levelled


def test_probability_is_the_logistic_of_the_weighted_signals() -> None:
    weights = Weights(-1.0, {"lost": Weight(0.0, math.log(2), 1.0)})
    assert probability({"lost": 1.0}, weights) == 0.5  # log(1 + 1) / log 2 = 1, and -1 + 1 = 0


def test_probability_goes_no_further_than_three_deviations() -> None:
    weights = Weights(0.0, {"lost": Weight(0.0, 0.1, 1.0)})
    assert probability({"lost": 1e9}, weights) == 0.953  # 1 / (1 + e^-3)


def test_the_packaged_weights_fit_the_signals() -> None:
    assert set(fitted().signals) == set(signals(evidence()))


@pytest.mark.parametrize("weights", [fitted(), fitted_changes()], ids=["sentence", "change"])
def test_more_of_any_signal_is_more_doubt(weights: Weights) -> None:
    assert min(own.weight for own in weights.signals.values()) > 0


def test_a_signal_that_is_missing_counts_as_the_mean() -> None:
    weights = Weights(-1.0, {"lost": Weight(0.0, 1.0, 1.0), "added": Weight(math.log(2), 1.0, 5.0)})
    assert probability({"lost": 0.0}, weights) == probability({"lost": 0.0, "added": 1.0}, weights)


def test_the_signature_changes_with_a_weight() -> None:
    one, other = (Weights(0.0, {"lost": Weight(0.0, 1.0, weight)}) for weight in (1.0, 2.0))
    assert one.signature != other.signature

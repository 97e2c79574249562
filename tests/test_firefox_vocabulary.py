"""Text, tokens and places: what the packaged model's vocabulary makes of real and odd text."""

import pytest

from translate.engines.firefox.installed import find_model
from translate.engines.firefox.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    model = find_model("en", "pt")
    assert model is not None
    return Vocabulary(model.checked_content(model.source_vocabulary), "vocab.spm", "en")


def _stretches(vocabulary: Vocabulary, text: str) -> list[str]:
    return [text[start:end].strip() for start, end in vocabulary.source_spans(text)]


@pytest.mark.parametrize(
    ("text", "as_if"),
    [
        ("the Council’s “decision”", 'the Council\'s "decision"'),
        ("2024–2025 — non‑binding", "2024-2025 - non-binding"),
        ("€250 million", "EUR 250 million"),
        ("£3", "GBP 3"),
        ("co\u00adoperation", "cooperation"),
        ("a\u202eb", "ab"),
    ],
    ids=["quotes", "dashes", "euro", "pound", "invisible", "direction"],
)
def test_encode_spells_what_the_vocabulary_lacks(vocabulary: Vocabulary, text: str, as_if: str) -> None:
    assert vocabulary.encode(text) == vocabulary.encode(as_if)


def test_encode_leaves_what_the_vocabulary_has(vocabulary: Vocabulary) -> None:
    assert vocabulary.decode(vocabulary.encode("It costs $5, 10 % more.")) == "It costs $5, 10 % more."


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("The Council acts.", ["The", "Council", "acts", "."]),
        ("£250 million", ["£", "£", "250", "million"]),
        ("ação à mão", ["ação", "à", "mão"]),
    ],
    ids=["words", "spelled", "accents"],
)
def test_source_spans_find_each_token_again(vocabulary: Vocabulary, text: str, stretches: list[str]) -> None:
    assert "".join(_stretches(vocabulary, text)).startswith(stretches[0])
    assert _stretches(vocabulary, text)[-1] in stretches[-1]


@pytest.mark.parametrize("text", ["The Council’s act", "ação 250 €", "😀 smile", "中文 and Latin", ""])
def test_source_spans_are_one_a_token_and_in_order(vocabulary: Vocabulary, text: str) -> None:
    spans = vocabulary.source_spans(text)
    edges = [edge for span in spans for edge in span]
    assert (len(spans), edges) == (len(vocabulary.encode(text)), sorted(edges))


def test_target_spans_rebuild_the_text(vocabulary: Vocabulary) -> None:
    tokens = vocabulary.encode("O Conselho adotou a decisão.")
    text = vocabulary.decode(tokens)
    assert "".join(text[start:end] for start, end in vocabulary.target_spans(tokens)) == text


@pytest.mark.parametrize(
    ("text", "unknown"),
    [("A 😀 face", ["😀"]), ("the mark ® is", ["®"]), ("The Council", []), ("中文", ["中文"])],
    ids=["emoji", "a sign without words", "none", "another script"],
)
def test_unknown_names_the_characters(vocabulary: Vocabulary, text: str, unknown: list[str]) -> None:
    spans = vocabulary.unknown(text, vocabulary.encode(text))
    assert [text[start:end].strip() for start, end in spans] == unknown


def test_encode_bears_half_characters(vocabulary: Vocabulary) -> None:
    assert vocabulary.encode("a \ud83d b")

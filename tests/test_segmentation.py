"""Sentences and labels of legal and policy text in many languages, by golden cases."""

import json
from pathlib import Path
from typing import Any

import pytest

from translate.segmentation.sentences import sentence_spans

_GOLDEN = Path(__file__).parent / "golden" / "segmentation"
_TWELVE = ("ar", "de", "en", "es", "fr", "hi", "it", "ja", "pt", "ru", "th", "zh")


def _cases() -> list[Any]:
    """Every golden case; a known failure must fail."""
    cases = []
    for path in sorted(_GOLDEN.glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8")):
            marks = [pytest.mark.xfail(strict=True, reason=case["comment"])] if case.get("known_failure") else []
            name = f"{case['language']}: {case['label']}"
            cases.append(pytest.param(case["original"], case["language"], case["expected"], id=name, marks=marks))
    return cases


@pytest.mark.parametrize(("original", "language", "expected"), _cases())
def test_sentence_spans_golden(original: str, language: str, expected: list[str]) -> None:
    assert [original[start:end] for start, end in sentence_spans(original, language)] == expected


@pytest.mark.parametrize("language", _TWELVE)
def test_golden_has_fifteen_cases(language: str) -> None:
    assert len(json.loads((_GOLDEN / f"{language}.json").read_text(encoding="utf-8"))) >= 15


def test_sentence_spans_of_nothing() -> None:
    assert sentence_spans(" \n\t ", "en") == []


def test_sentence_spans_keep_a_run_without_stops_whole() -> None:
    text = "obligation " * 9_000
    assert sentence_spans(text, "en") == [(0, len(text) - 1)]


@pytest.mark.parametrize(
    "pattern",
    ["a", ".", ". ", "?.", "(", "((a. ", '。"', ":(", ".[1]", "A.", "1. ", "- ", "a;\n(a) ", "x(\n", "5 г. ", ". »"],
)
def test_sentence_spans_need_no_more_than_linear_time(pattern: str) -> None:
    text = pattern * (100_000 // len(pattern))  # quadratic time would run into the suite's time limit
    spans = sentence_spans(text, "en")
    assert spans[-1][1] == len(text.rstrip())


def test_sentence_spans_know_a_language_by_its_region() -> None:
    text = "O recurso da Sra. Vaz foi aceito. O prazo corre."
    assert sentence_spans(text, "pt-BR") == sentence_spans(text, "pt")


@pytest.mark.parametrize(
    ("opening", "closing", "most", "language"),
    [pytest.param("(", ")", 300, "en", id="brackets"), pytest.param("「", "」", 80, "ja", id="a Japanese quotation")],
)
def test_sentence_spans_end_inside_brackets_only_where_these_hold_more_than_a_phrase(
    opening: str, closing: str, most: int, language: str
) -> None:
    before, between = ("The Board met ", " and it was noted.") if language == "en" else ("委員会は", "と述べた。")
    stop, filler = (". It agreed", "a") if language == "en" else ("。", "会")

    def sentences(characters: int) -> int:
        """Number of sentences where so many characters stand between the brackets."""
        inside = filler * (characters - len(stop) - 5) + stop + filler * 5
        return len(sentence_spans(f"{before}{opening}{inside}{closing}{between}", language))

    assert (sentences(most - 1), sentences(most) > 1) == (1, True)


_ORDINAL_DOT = ("de", "da", "no", "nb", "nn", "fi", "cs", "sk", "hu", "hr", "sl", "bs", "et", "lv", "lt", "pl", "is")


@pytest.mark.parametrize("language", _ORDINAL_DOT)
def test_sentence_spans_know_who_writes_ordinals_with_a_full_stop(language: str) -> None:
    assert len(sentence_spans("Xyz 3. Maj xyz.", language)) == 1


@pytest.mark.parametrize("language", ["en", "pt", "fr", "es", "it", "ru"])
def test_sentence_spans_know_who_does_not(language: str) -> None:
    assert len(sentence_spans("Xyz 3. Maj xyz.", language)) == 2

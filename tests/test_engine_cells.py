"""Rows of a table in signs: which of their cells are translated, and how they come together again."""

import pytest

from tests.fakes import FakeEngine
from translate.engines.atoms import AtomKeeper
from translate.engines.cells import joined_cells, row_cells
from translate.hypothesis import Hypothesis, Link, TokenScore

ROW = "| Fundo de emergência | 20,0 | — |"


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (ROW, ["Fundo de emergência"]),
        ("|Ano|Custo (€)|", ["Ano", "Custo (€)"]),
        ("|---|---|", []),
        ("Fundo | 20,0 | — |", []),
        ("| x |", []),
        ("Uma frase.", []),
    ],
    ids=["row", "close", "rule", "no row", "one cell", "sentence"],
)
def test_row_cells_are_those_with_words(text: str, cells: list[str]) -> None:
    assert [text[start:end] for start, end in row_cells(text)] == cells


def test_an_engine_never_sees_a_row() -> None:
    engine = FakeEngine(lambda text: f"<{text}>")
    found = AtomKeeper(engine).translate(["Antes.", ROW, "| a | b |"], "pt", "en")
    assert [own.text for own in found] == ["<Antes.>", "| <Fundo de emergência> | 20,0 | — |", "| <a> | <b> |"]
    assert [text for call in engine.calls for text in call] == ["Antes.", "Fundo de emergência", "a", "b"]


def test_joined_cells_moves_what_counts() -> None:
    cells = [
        Hypothesis("year", -0.2, (Link(0, 3, 0, 4),), token_scores=(TokenScore(0, 4, -0.2),)),
        Hypothesis("cost", -0.4, (Link(0, 5, 0, 4),)),
    ]
    found = joined_cells("| ano | custo |", ((2, 5), (8, 13)), cells)
    assert (found.text, found.score) == ("| year | cost |", pytest.approx(-0.3))
    # "year" is one character longer than "ano", so that "cost" begins at 9.
    assert found.alignment == (Link(2, 5, 2, 6), Link(8, 13, 9, 13))
    assert found.token_scores == (TokenScore(2, 6, -0.2),)

"""Two names that changed places around what the one does to the other."""

import pytest

from tests.check_cases import issues, messages


@pytest.mark.parametrize(
    ("source", "target", "pair", "first", "second"),
    [
        pytest.param("Russia supports China.", "A China apoia a Rússia.", "en-pt", "Russia", "China", id="countries"),
        pytest.param("Keller criticised Moreau.", "Moreau criticó a Keller.", "en-es", "Keller", "Moreau", id="names"),
        pytest.param("俄罗斯支持中国。", "China supports Russia.", "zh-en", "俄罗斯", "中国", id="no blanks"),
        pytest.param(
            "Anna Keller criticised Paul Moreau.",
            "Paul Moreau a critiqué Anna Keller.",
            "en-fr",
            "Anna Keller",
            "Paul Moreau",
            id="first name and surname",
        ),
    ],
)
def test_find_actors_says_which(source: str, target: str, pair: str, first: str, second: str) -> None:
    said = f"The source has {first} before {second}, the translation the other way round: check who does what."
    assert messages("actors", source, target, pair) == [said]


def test_find_actors_points_at_both_names() -> None:
    (issue,) = issues("actors", "Russia supports China.", "A China apoia a Rússia.")
    assert issue.span == (2, 22)


@pytest.mark.parametrize(
    ("source", "target", "pair"),
    [
        pytest.param("Russia supports China.", "A Rússia apoia a China.", "en-pt", id="the same order"),
        pytest.param("Keller was chosen by Moreau.", "Moreau escolheu Keller.", "en-pt", id="passive in the source"),
        pytest.param(
            "Keller chose Moreau.", "Moreau foi escolhido por Keller.", "en-pt", id="passive in the translation"
        ),
        pytest.param("Brazil's finance ministry in Brussels", "Bruxelas, Brasil", "en-pt", id="not both"),
        pytest.param("Keller's statue of Moreau", "estátua de Moreau feita por Keller", "en-pt", id="genitive"),
        pytest.param("Moreau, from Berlin", "o berlinense Moreau", "en-pt", id="another clause"),
        pytest.param("Keller of Moreau", "Moreau de Keller", "en-pt", id="only a preposition"),
        pytest.param("Keller told Senator Stone about Moreau.", "Moreau disse a Keller.", "en-pt", id="a name between"),
        pytest.param("Keller met Moreau; Keller left.", "Moreau encontrou Keller e Keller saiu.", "en-pt", id="twice"),
        pytest.param("Russia supports China.", "Китай поддерживает Россия.", "en-ru", id="a free order"),
    ],
)
def test_find_actors_leaves(source: str, target: str, pair: str) -> None:
    assert messages("actors", source, target, pair) == []

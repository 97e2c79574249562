"""A name that the document keeps and one translation exchanges for another."""

import pytest

from translate.checks.other_names import find_other_names
from translate.checks.pair import Pair

_KEPT = tuple(
    Pair(i, f"Yesterday Keller {verb}.", f"Ontem Keller {said}.", "en", "pt")
    for i, (verb, said) in enumerate([("spoke", "falou"), ("voted", "votou"), ("left", "saiu")])
)


def _last(source: str, target: str, languages: tuple[str, str] = ("en", "pt")) -> Pair:
    """A fourth segment."""
    return Pair(3, source, target, *languages)


def test_find_other_names_says_which() -> None:
    found = find_other_names([*_KEPT, _last("Then Keller agreed.", "Depois Moreau concordou.")])
    assert [(issue.segment, str(issue.message), issue.span) for issue in found] == [
        (3, "The source says Keller, the translation Moreau.", (7, 13))
    ]


@pytest.mark.parametrize(
    "last",
    [
        pytest.param(_last("Then Keller agreed.", "Depois concordou."), id="gone only"),
        pytest.param(_last("Then Keller agreed.", "Depois Kellers concordou."), id="another spelling"),
        pytest.param(_last("Then Keller agreed.", "Depois disse: Moreau concordou."), id="a sentence's first word"),
        pytest.param(_last("Then Steiner agreed.", "Depois, após uma pausa, Moreau concordou."), id="elsewhere"),
        pytest.param(_last("Then Steiner agreed.", "Затем Моро согласился.", ("en", "ru")), id="other letters"),
        pytest.param(_last("Then the Court agreed.", "Depois o Tribunal concordou."), id="a translated name"),
        pytest.param(_last("Read this Notice.", "Leia este Aviso."), id="a translated heading"),
        pytest.param(_last("Open an account.", "Abra uma Conta."), id="a capital on one side"),
        pytest.param(
            _last("On Monday they met.", "Na Quarta-feira reuniram-se."), id="a day, which is another check's"
        ),
        pytest.param(_last("Then Keller agreed.", "Danach war Moreau da.", ("en", "de")), id="capital nouns"),
    ],
)
def test_find_other_names_leaves(last: Pair) -> None:
    assert find_other_names([*_KEPT, last]) == []


def test_find_other_names_compares_names_said_once() -> None:
    found = find_other_names([_last("Then Steiner agreed.", "Depois Moreau concordou.")])
    assert [str(issue.message) for issue in found] == ["The source says Steiner, the translation Moreau."]


def test_find_other_names_needs_three_sentences_that_keep_it_in_other_letters() -> None:
    last = _last("Then Keller agreed.", "Затем Моро согласился.", ("en", "ru"))
    assert find_other_names([*_KEPT[:2], last]) == []
    assert len(find_other_names([*_KEPT, last])) == 1

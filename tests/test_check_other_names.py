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
        pytest.param(_last("Then Steiner agreed.", "Depois Moreau concordou."), id="a name said once"),
        pytest.param(_last("Then Keller agreed.", "Danach war Moreau da.", ("en", "de")), id="capital nouns"),
    ],
)
def test_find_other_names_leaves(last: Pair) -> None:
    assert find_other_names([*_KEPT, last]) == []


def test_find_other_names_needs_three_sentences_that_keep_it() -> None:
    assert find_other_names([*_KEPT[:2], _last("Then Keller agreed.", "Depois Moreau concordou.")]) == []

"""Clauses that nothing in the source says."""

import pytest

from tests.check_cases import issues, messages

_SOURCE = "The committee met in March."
_ADDED = "O comité reuniu-se em março, e os preços do pão subiram muito nas padarias de Lisboa."


def test_find_additions_says_which_clause() -> None:
    assert messages("additions", _SOURCE, _ADDED) == [
        "Nothing in the source seems to say “e os preços do pão subiram muito nas padarias de Lisboa”: "
        "it may have been added."
    ]


def test_find_additions_points_at_it() -> None:
    (issue,) = issues("additions", _SOURCE, _ADDED)
    assert issue.span == (_ADDED.index("e os preços"), len(_ADDED) - 1)


@pytest.mark.parametrize(
    ("source", "target", "pair"),
    [
        pytest.param(
            _SOURCE, "O comité reuniu-se em março, e leu todo o relatório na mesma reunião.", "en-pt", id="said"
        ),
        pytest.param(_SOURCE, "O comité reuniu-se em março.", "en-pt", id="one clause"),
        pytest.param(_SOURCE, "O comité reuniu-se, e o pão subiu.", "en-pt", id="no longer than usual"),
        pytest.param(
            "Το συμβούλιο.", "O comité reuniu-se em março, e os preços do pão subiram.", "el-pt", id="unknown"
        ),
    ],
)
def test_find_additions_leaves(source: str, target: str, pair: str) -> None:
    assert messages("additions", source, target, pair) == []

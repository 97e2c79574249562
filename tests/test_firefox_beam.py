"""The choice among hypotheses, apart from any model."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from translate.engines.firefox.beam import _highest


@given(st.lists(st.sampled_from([-np.inf, -2.0, -1.0, 0.0]), min_size=1, max_size=40), st.integers(1, 12))
def test_highest_is_a_stable_sort_cut_short(values: list[float], count: int) -> None:
    totals = np.array([values])
    expected = np.argsort(-totals, axis=None, kind="stable")[:count]
    assert _highest(totals, count).tolist() == expected.tolist()

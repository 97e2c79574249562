"""Two versions of a text: what became of each sentence, what that changes, and both translated."""

from summarize.comparison.comparing import compare
from summarize.comparison.correcting import corrected
from summarize.comparison.values import GROUPS, ChangePoint, Comparison, FactChange

__all__ = ["GROUPS", "ChangePoint", "Comparison", "FactChange", "compare", "corrected"]

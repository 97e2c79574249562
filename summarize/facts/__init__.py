"""Facts that policy readers look for: actors, obligations, dates, amounts, references."""

from summarize.facts.extraction import extract_facts
from summarize.facts.fact import FACT_KINDS, Fact, FactKind

__all__ = ["FACT_KINDS", "Fact", "FactKind", "extract_facts"]

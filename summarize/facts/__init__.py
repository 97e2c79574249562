"""Facts that policy readers look for, and the tables that are made of them."""

from summarize.facts.extraction import extract_facts
from summarize.facts.fact import FACT_KINDS, Fact, FactKind, Mode
from summarize.facts.tables import TABLES, Table, TableRow, fact_tables

__all__ = ["FACT_KINDS", "TABLES", "Fact", "FactKind", "Mode", "Table", "TableRow", "extract_facts", "fact_tables"]

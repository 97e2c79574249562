"""docs/checks.md: it names every kind of issue, and its figures are those of benchmarks/RESULTS.md."""

from pathlib import Path

import pytest

from translate.checks.registry import CHECKS

ROOT = Path(__file__).parent.parent


def table(section: str, columns: slice) -> list[str]:
    """Lines of a table in RESULTS.md, those columns only."""
    text = (ROOT / "benchmarks" / "RESULTS.md").read_text(encoding="utf-8")
    inside = text.partition(f"<!-- {section} -->")[2].partition(f"<!-- /{section} -->")[0]
    rows = [line.strip("| ").split(" | ") for line in inside.splitlines() if line.startswith("|")]
    return ["| " + " | ".join(row[columns]) + " |" for row in rows]


@pytest.mark.parametrize(
    ("section", "columns"),
    [
        pytest.param("checks", slice(0, 5), id="errors put into good translations"),
        pytest.param("checks_annotated", slice(0, 3), id="errors that people marked"),
        pytest.param("checks_judged", slice(0, 7), id="real output"),
    ],
)
def test_the_tables_of_docs_checks_are_those_of_results(section: str, columns: slice) -> None:
    assert "\n".join(table(section, columns)) in (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", [*CHECKS, "untranslated", "terms", "disagreement"])
def test_docs_checks_say_what_each_kind_compares(kind: str) -> None:
    assert f"\n| {kind}" in (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")

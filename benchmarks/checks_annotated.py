"""How many of the errors that people annotated in real machine translations the checks find."""

import csv

from benchmarks.report import arguments, data_folder, report
from translate.checks.registry import check
from translate.hypothesis import Hypothesis

_LABELS = {
    "omission": "≥ 60",
    "repetitions": "≥ 75",
    "named-entities": "",
    "strong-unsupport": "",
    "full-unsupport": "",
    "correctness": "≤ 6",
}


def main() -> None:
    """Print the table; with --update write it."""
    show(arguments(main.__doc__ or "").parse_args().update)


def show(update: bool) -> None:
    """Print, and write if asked, the share of rows flagged by label."""
    path = data_folder("mt_errors") / "de_en.csv"
    with path.open(encoding="utf-8", newline="") as file:
        entries = list(csv.DictReader(file))
    hypotheses = [Hypothesis(entry["mt"], origin="annotated") for entry in entries]
    issues = check([entry["src"] for entry in entries], hypotheses, ["de"] * len(entries), "en")
    flagged = {issue.segment for issue in issues if issue.severity != "notice"}
    rows = []
    for label, bar in _LABELS.items():
        chosen = [i for i, entry in enumerate(entries) if entry[label] == "1"]
        hits = sum(i in flagged for i in chosen)
        name = "correct" if label == "correctness" else label
        rows.append((name, len(chosen), f"{100 * hits / len(chosen):.1f}", bar))
    report(
        "checks_annotated",
        "How many annotated errors of real machine translation do the checks find?",
        ("what people saw", "rows", "flagged %", "bar"),
        rows,
        notes=("German to English, Guerreiro, Voita and Martins 2023; all checks but similarity.",),
        update=update,
    )


if __name__ == "__main__":
    main()

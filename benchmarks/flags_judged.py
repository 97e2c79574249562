"""What readers who did not know the program said of sentences of the list: wrong or not, and is the reason right."""

import csv
import json
from collections import Counter
from pathlib import Path

from benchmarks.report import arguments, report

_HERE = Path(__file__).resolve().parent
_SHARES = _HERE.parent / "translate" / "checks" / "judged.json"


def main() -> None:
    """Print the table; with --update write it, and the shares that readers of a briefing are told."""
    update = arguments(main.__doc__ or "").parse_args().update
    rows = _rows("judged_flags.tsv")
    if update:
        _write_shares(rows)
    table = []
    for reader in sorted({row["reader"] for row in rows}):
        for kind in ("all", *sorted({row["kind"] for row in rows})):
            own = [row for row in rows if row["reader"] == reader and kind in ("all", row["kind"])]
            wrong, right = (sum(int(row[of]) for row in own) for of in ("wrong", "reason"))
            table.append((reader, kind, len(own), f"{100 * wrong / len(own):.0f}", f"{100 * right / len(own):.0f}"))
    report(
        "flags_judged",
        "Are the sentences of the list wrong, and its reasons right?",
        ("reader", "kind", "sentences", "wrong % (bar 70)", "reason right % (bar 60)"),
        table,
        notes=(
            "Sentences of debates, acts, laws, judgements, reports, statements, notices and news, half English to "
            "Portuguese and half the other way, none of them among those that the weights were fitted on. They were "
            "listed from a doubt of 30 % on, with a place of 25 % or more.",
            "benchmarks/judged_flags.tsv has each judgement, by a hash of source and translation.",
        ),
        update=update,
    )


def _rows(name: str) -> list[dict[str, str]]:
    """The lines of a table of judgements."""
    with (_HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))


def _write_shares(rows: list[dict[str, str]]) -> None:
    """How often people found a sentence of each kind wrong, and judged one, these and those of judged.tsv together."""
    said = [(row["kind"], row["wrong"] == "1") for row in rows]
    said += [(row["kind"], row["useful"] == "yes") for row in _rows("judged.tsv")]
    wrong, judged = Counter(kind for kind, is_wrong in said if is_wrong), Counter(kind for kind, _ in said)
    lines = ",\n".join(f'  "{kind}": {json.dumps([wrong[kind], judged[kind]])}' for kind in sorted(judged))
    _SHARES.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()

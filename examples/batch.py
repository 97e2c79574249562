"""A folder of texts overnight: `python -m examples.batch FOLDER LANGUAGE OUTPUT`.

A briefing for each as HTML, and a table of what was done. Models are loaded once; one bad file stops nothing.
"""

import csv
import sys
from pathlib import Path

from summarize import brief, export
from translate import EngineSet, PolicyTextError


def main(folder: str = "examples", target: str = "en", output: str = "demo/batch") -> None:
    """Write the briefings and report.csv."""
    engines, out = EngineSet(), Path(output)
    out.mkdir(parents=True, exist_ok=True)
    with (out / "report.csv").open("w", newline="", encoding="utf-8") as report:
        table = csv.writer(report)
        table.writerow(["file", "language", "sentences", "to check", "what went wrong"])
        for file in sorted(Path(folder).glob("*.pt.*")):
            try:
                briefing = brief(file, target, engines=engines)
            except PolicyTextError as error:
                table.writerow([file.name, "", "", "", error])
                continue
            (out / f"{file.name}.html").write_bytes(export(briefing, "html").encode())
            to_check = {issue.segment for issue in briefing.issues if issue.severity != "notice"}
            document = briefing.document
            table.writerow([file.name, document.language, len(document.segments), len(to_check), ""])
            print(file.name)


if __name__ == "__main__":
    main(*sys.argv[1:])

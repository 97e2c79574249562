"""A communiqué in a language you don't read, before the deadline: `python -m examples.journalist [FILE] [LANGUAGE]`.

What it says in a few points, each with its number in the text and the original words to quote, and which of them to
have checked by someone who reads the language.
"""

import sys
from pathlib import Path

from summarize import brief, points_in_target


def main(file: str = "examples/relatorio.pt.md", target: str = "en") -> None:
    """Print the points, their sources and their doubts."""
    briefing = brief(Path(file), target, points=5)
    if briefing.translation is None:
        sys.exit(briefing.issues[0].message)
    flagged = {issue.segment: issue.message for issue in briefing.issues if issue.severity != "notice"}
    for point in points_in_target(briefing.summary, briefing.translation):
        print(f"\n• {point.text}")
        for citation in point.citations:
            print(f"  {citation.segment + 1}: {briefing.document.segment_text(citation.segment)}")
            if citation.segment in flagged:
                print(f"  CHECK: {flagged[citation.segment]}")


if __name__ == "__main__":
    main(*sys.argv[1:])

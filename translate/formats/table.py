"""CSV: source and translation side by side, for spreadsheets."""

import csv
import io
from collections.abc import Sequence

from translate.issue import Issue
from translate.translation import Translation

_RISKY = ("=", "+", "-", "@", "\t", "\r")


def write_csv(translation: Translation) -> str:
    """A CSV table with a row a segment: number, place, source, translation, origin, repairs, what to check.

    Args:
        translation: Whole or partial.

    Returns:
        RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8. A cell that a spreadsheet would take for
        a formula has an apostrophe in front.
    """
    by_segment: dict[int | None, list[Issue]] = {}
    for issue in translation.issues:
        by_segment.setdefault(issue.segment, []).append(issue)
    output = io.StringIO()
    writer = csv.writer(output)
    writer.writerow(["segment", "place", "source", "translation", "origin", "repairs", "check"])
    for number, (segment, text, hypothesis) in enumerate(
        zip(translation.source.segments, translation.source.texts, translation.hypotheses, strict=True)
    ):
        repairs = " ".join(f"{repair.reason} {repair.action}" for repair in hypothesis.repairs)
        check = " ".join(issue.message for issue in by_segment.get(number, []))
        place = translation.source.blocks[segment.block].label
        writer.writerow([number + 1, *_cells(place, text, hypothesis.text, hypothesis.origin, repairs, check)])
    return "\ufeff" + output.getvalue()


def _cells(*texts: str) -> Sequence[str]:
    """Texts that no spreadsheet runs."""
    return [f"'{text}" if text.startswith(_RISKY) else text for text in texts]
